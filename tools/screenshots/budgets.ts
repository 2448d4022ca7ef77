/**
 * What the pictures may weigh. A package of the mini-program may have 2 MB (2,048 KB, WeChat's limit for
 * a package), and the guide package holds its code besides.
 */
const KB = 1024

/** Bytes. */
export const budgets = {
  all: Math.floor(1.7 * KB * KB),
  median: 25 * KB,
  drawing: 60 * KB,
  /** A capture has more to show, and is zoomed into. */
  capture: 200 * KB,
} as const

export interface Weighed {
  readonly id: string
  readonly bytes: number
  readonly capture: boolean
}

const kb = (bytes: number) => `${(bytes / KB).toFixed(0)} KB`

/** Of an even number the lower one of the middle two. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** One sentence for each budget that is broken. The median is of the drawings: captures have their own cap. */
export function overBudget(pictures: readonly Weighed[]): readonly string[] {
  const all = pictures.reduce((sum, { bytes }) => sum + bytes, 0)
  const median = medianOf(pictures.filter(({ capture }) => !capture).map(({ bytes }) => bytes))
  const tooBig = pictures.filter(({ bytes, capture }) => bytes > (capture ? budgets.capture : budgets.drawing))
  return [
    ...(all > budgets.all ? [`步骤图一共 ${kb(all)}，最多 ${kb(budgets.all)}`] : []),
    ...(median > budgets.median ? [`示意图的中位数是 ${kb(median)}，最多 ${kb(budgets.median)}`] : []),
    ...tooBig.map(
      ({ id, bytes, capture }) => `${id} 有 ${kb(bytes)}，最多 ${kb(capture ? budgets.capture : budgets.drawing)}`,
    ),
  ]
}
