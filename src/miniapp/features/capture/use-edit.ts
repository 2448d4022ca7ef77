/** Straightening, cropping and turning the draft; every change is made from the photo as it was chosen. */
import { useRef, useState } from 'react'
import type { Measures } from '#domain/photo/measure'
import { apply, squareMap } from '#domain/photo/homography'
import type { Point, Quad } from '#domain/photo/pixels'
import type { DraftPhoto } from '../../stores/draft-photos'
import { useApp } from '../../stores/hooks'
import { rectangle, type CornerMode } from './corner-moves'
import type { Corners } from './corners-view'
import { isWhole, straighten, turnedQuad, wholePhoto } from './straightening'

export interface Edit {
  /** Four corners are being dragged: where they begin. */
  readonly corners: Corners | null
  readonly busy: boolean
  /** In words; null: nothing went wrong. */
  readonly failure: string | null
  readonly open: (mode: CornerMode) => void
  readonly close: () => void
  readonly use: (corners: Quad) => void
  readonly turn: () => void
  readonly undo: () => void
}

/** Where no paper was found: a little inside the photo, so that the corners can be seen. */
const inset = rectangle(0.06, 0.06, 0.94, 0.94)
const clamp = (value: number) => Math.max(0, Math.min(1, value))
const inside = ({ x, y }: Point): Point => ({ x: clamp(x), y: clamp(y) })

/** Corners on what was made of `quad`, as corners of what it was made of. */
function within(quad: Quad, [a, b, c, d]: Quad): Quad {
  const map = squareMap(quad)
  return [apply(map, a), apply(map, b), apply(map, c), apply(map, d)]
}

/** As it was when it was chosen, upright and small enough to show. */
const firstOf = (draft: DraftPhoto): DraftPhoto => (draft.before === null ? draft : firstOf(draft.before))

/** `measures`: of the draft as it is now. */
export function useEdit(draft: DraftPhoto, measures: Measures | null): Edit {
  const { drafts } = useApp()
  const [corners, setCorners] = useState<Corners | null>(null)
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

  const begin = (mode: CornerMode): Corners => {
    // Corners are found on the photo as it was chosen; cropped is what is seen.
    const { path, width, height } = mode === 'paper' ? firstOf(draft) : draft
    const known = draft.straight ? now : (found.current ?? inset)
    return { mode, path, width, height, corners: mode === 'paper' ? known : inset }
  }
  const make = async (next: Quad, straight: boolean) => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const done = await straighten(drafts, next, straight)
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
    open: (mode) => setCorners(begin(mode)),
    close: () => setCorners(null),
    use: (next) =>
      void (corners?.mode === 'crop' ? make(within(now, next), draft.straight) : make(next, !isWhole(next))),
    turn: () => void make(turnedQuad(now), draft.straight),
    undo: drafts.undo,
  }
}
