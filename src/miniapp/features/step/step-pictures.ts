/** The pictures of a step as the page gets them, and their order: crops first, whole pages behind them. */

/** A number drawn on a picture, and the labels of the page's fields in its frame. */
export interface Hit {
  readonly no: number
  readonly fields: readonly string[]
}

/** A file of the guide package and the words that replace it. */
export interface StepPicture {
  /** Path inside the package, as the mini-program's root sees it. */
  readonly file: string
  /** px */
  readonly width: number
  readonly height: number
  readonly alt: string
  /** full: the whole page, wide; capture: of the real page, instead of a drawing. Absent: a drawn part of the page. */
  readonly kind?: 'full' | 'capture'
  readonly hits?: readonly Hit[]
}

export const isWide = ({ kind }: StepPicture): boolean => kind === 'full'

/** What stands beside a picture that is not a drawn crop. */
export const kindWords = ({ kind }: StepPicture): string | null =>
  kind === 'full' ? '整页' : kind === 'capture' ? '实拍' : null

export const inOrder = (pictures: readonly StepPicture[]): readonly StepPicture[] => [
  ...pictures.filter((picture) => !isWide(picture)),
  ...pictures.filter(isWide),
]

/** Height over width of the tallest one: the strip has its height before the pictures behind the first are there. */
export const tallest = (pictures: readonly StepPicture[]): number =>
  Math.max(...pictures.map(({ width, height }) => height / width))
