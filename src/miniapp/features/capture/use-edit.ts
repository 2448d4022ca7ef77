/** Straightening and turning the draft; every change is made from the photo as it was chosen. */
import { useRef, useState } from 'react'
import type { Measures } from '#domain/photo/measure'
import type { Point, Quad } from '#domain/photo/pixels'
import type { DraftPhoto } from '../../stores/draft-photos'
import { useApp } from '../../stores/hooks'
import { straighten, turnedQuad, wholePhoto } from './straightening'

export interface Edit {
  /** Four corners are being dragged: where they begin. */
  readonly corners: Quad | null
  readonly busy: boolean
  /** In words; null: nothing went wrong. */
  readonly failure: string | null
  readonly open: () => void
  readonly close: () => void
  readonly use: (corners: Quad) => void
  readonly turn: () => void
  readonly undo: () => void
}

/** Where no paper was found: a little inside the photo, so that the corners can be seen. */
const inset: Quad = [
  { x: 0.06, y: 0.06 },
  { x: 0.94, y: 0.06 },
  { x: 0.94, y: 0.94 },
  { x: 0.06, y: 0.94 },
]
const clamp = (value: number) => Math.max(0, Math.min(1, value))
const inside = ({ x, y }: Point): Point => ({ x: clamp(x), y: clamp(y) })

/** `measures`: of the draft as it is now. */
export function useEdit(draft: DraftPhoto, measures: Measures | null): Edit {
  const { drafts } = useApp()
  const [corners, setCorners] = useState<Quad | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  /** What each photo was made of, by its path: the chosen one of all of itself. */
  const made = useRef(new Map<string, Quad>())
  const found = useRef<Quad | null>(null)
  if (draft.before === null && measures?.document) {
    const [a, b, c, d] = measures.document.corners
    found.current = [inside(a), inside(b), inside(c), inside(d)]
  }
  const now = made.current.get(draft.path) ?? wholePhoto

  const make = async (next: Quad) => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const done = await straighten(drafts, next)
    const { draft: changed } = drafts.getState()
    if (done && changed) made.current.set(changed.path, next)
    setBusy(false)
    setCorners(null)
    if (!done) setFailure('没能改好。照片没动，可以直接用，也可以重拍一张。')
  }
  return {
    corners,
    busy,
    failure,
    open: () => setCorners(made.current.get(draft.path) ?? found.current ?? inset),
    close: () => setCorners(null),
    use: (next) => void make(next),
    turn: () => void make(turnedQuad(now)),
    undo: drafts.undo,
  }
}
