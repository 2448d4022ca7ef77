/** Which lines of a long list are drawn: pieces of a few lines near the screen, and two spaces for the rest. */
export interface ListWindow {
  /** Lines, `first` ≤ n < `end`. */
  readonly first: number
  readonly end: number
  /** px */
  readonly above: number
  readonly below: number
}

/** Lines that come and go together. */
export const pieceSize = 8
/** For the page that measures (packages/rep/merchants). */
export const listClass = 'rep-list'
export const rowsClass = 'rep-rows'
export const pieceClass = 'rep-piece'
/** Names the piece that begins with a line, so that what is measured of it is known to be its own. */
export const pieceId = (line: number): string => `${pieceClass}-${line / pieceSize}`
export const pieceOf = (id: string): number => Number(id.slice(pieceClass.length + 1))

/** px; a line of the list before any was measured. */
const guessed = 108

export interface Measured {
  /** px, of the pieces that were ever drawn, by their place. */
  readonly heights: ReadonlyMap<number, number>
  /** px from the list's top to the screen's; negative: the list begins further down. */
  readonly scrolled: number
  /** px of the screen. */
  readonly screen: number
}

/** The pieces that touch the screen, or lie within three quarters of one beside it. */
export function windowOf(rows: number, { heights, scrolled, screen }: Measured): ListWindow {
  const known = [...heights.values()]
  const usual = known.length === 0 ? guessed * pieceSize : known.reduce((sum, one) => sum + one, 0) / known.length
  const pieces = Math.ceil(rows / pieceSize)
  const [from, to] = [scrolled - screen * 0.75, scrolled + screen * 1.75]
  let [top, above, below] = [0, 0, 0]
  let [first, end] = [pieces, 0]
  for (let piece = 0; piece < pieces; piece++) {
    const height = heights.get(piece) ?? usual
    const near = top + height > from && top < to
    if (near) [first, end] = [Math.min(first, piece), piece + 1]
    else if (end === 0 && top + height <= from) above += height
    else below += height
    top += height
  }
  if (end === 0) return lastOf(pieces, rows, top, heights.get(pieces - 1) ?? usual)
  return { first: first * pieceSize, end: Math.min(rows, end * pieceSize), above, below }
}

/** The list has become shorter than what was scrolled: its end. */
function lastOf(pieces: number, rows: number, top: number, height: number): ListWindow {
  const first = Math.max(0, pieces - 1)
  return { first: first * pieceSize, end: rows, above: Math.max(0, top - height), below: 0 }
}

/**
 * The way from one window to the next, one new piece at a time: a piece is about all that should be sent to
 * WeChat's view at once (test/weapp/measures.test.ts). What is drawn already stays.
 */
export function stepTo(before: ListWindow, next: ListWindow): ListWindow {
  const upwards = before.first > next.first && before.first < next.end
  const start = before.first <= next.first && before.end > next.first ? before.end : next.first
  const end = start + pieceSize
  if (upwards || end >= next.end) return next
  return { ...next, end, below: next.below + (next.end - end) * guessed }
}
