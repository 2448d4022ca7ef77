import Taro, { useDidShow, usePageScroll } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import {
  listClass,
  pieceClass,
  pieceOf,
  rowsClass,
  stepTo,
  windowOf,
  type ListWindow,
} from '../../../features/rep/list-window'

interface Box {
  readonly id: string
  readonly top: number
  readonly height: number
}
interface Boxes {
  readonly page: Box | null
  readonly list: Box | null
  readonly pieces: readonly Box[]
}

/** Boxes of the page, of the list and of its pieces that are drawn now; none while the list is not there. */
const boxes = () =>
  new Promise<Boxes>((resolve) => {
    Taro.createSelectorQuery()
      .select(`.${listClass}`)
      .boundingClientRect()
      .select(`.${rowsClass}`)
      .boundingClientRect()
      .selectAll(`.${pieceClass}`)
      .boundingClientRect()
      .exec(([page, list, pieces]: readonly unknown[]) =>
        resolve({
          page: page as Box | null,
          list: list as Box | null,
          pieces: Array.isArray(pieces) ? (pieces as Box[]) : [],
        }),
      )
  })

const nothing: ListWindow = { first: 0, end: 0, above: 0, below: 0 }
const isSame = (a: ListWindow, b: ListWindow) =>
  a.first === b.first && a.end === b.end && Math.abs(a.above - b.above) < 1 && Math.abs(a.below - b.below) < 1

/** Where the screen is over the list, and what was measured of it. */
function createView(screen: number) {
  let of = ''
  let heights = new Map<number, number>()
  let [listTop, top] = [0, 0]
  let shown = nothing
  const nextOf = (rows: number) => stepTo(shown, windowOf(rows, { heights, scrolled: top - listTop, screen }))
  return {
    /** The same object as long as the same is to be drawn. */
    look(rows: number): ListWindow {
      const next = nextOf(rows)
      if (!isSame(shown, next)) shown = next
      return shown
    },
    /** Something else is to be drawn than what is. */
    isBehind: (rows: number) => !isSame(shown, nextOf(rows)),
    scrolled(to: number) {
      top = to
    },
    resized(to: number) {
      screen = to
    },
    /** Another list is measured anew. */
    about(name: string) {
      if (name !== of) heights = new Map()
      of = name
    },
    /** What comes back may be of a moment ago, so it is taken by the piece's name and against the page's own top. */
    async measure() {
      const own = heights
      const { page, list, pieces } = await boxes()
      if (page !== null && list !== null) listTop = list.top - page.top
      for (const { id, height } of pieces) if (height > 0) own.set(pieceOf(id), height)
    },
  }
}

/**
 * Keeps the lines near the screen in the page, and only those: the page's own scrolling says where the screen
 * is, and a piece's height is measured while it is drawn. `of` names what is listed; `onEnd`: its last lines
 * come near.
 */
export function useListWindow(rows: number, of: string, onEnd: () => void): ListWindow {
  const view = useRef<ReturnType<typeof createView>>()
  view.current ??= createView(Taro.getWindowInfo().windowHeight)
  const { current } = view
  const [, redraw] = useState({})
  current.about(of)
  const shown = current.look(rows)
  useEffect(() => {
    void current.measure()
    Taro.nextTick(() => {
      if (current.isBehind(rows)) redraw({}) // the next piece
    })
    if (rows > 0 && shown.end >= rows) onEnd()
  }, [current, shown, rows, onEnd])
  usePageScroll(({ scrollTop }) => {
    current.scrolled(scrollTop)
    if (current.isBehind(rows)) redraw({})
  })
  useDidShow(() => current.resized(Taro.getWindowInfo().windowHeight))
  return shown
}
