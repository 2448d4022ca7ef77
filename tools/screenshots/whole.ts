/** The whole page of a picture: the crop's own body with what surrounds it on a computer's screen. */
import type { Element, Picture, Whole } from './types'

/** px of the page that is drawn; a whole page is photographed this wide. */
export const wideWidth = 1600

/** The crop's body between what stands above and below it; the page's stepper stays on top. */
function bodyOf(body: readonly Element[], { above = [], below = [] }: Whole): readonly Element[] {
  const steppers = body.filter(({ kind }) => kind === 'stepper')
  return [...steppers, ...above, ...body.filter(({ kind }) => kind !== 'stepper'), ...below]
}

/** The picture of the whole page, '<id>-full', or null when the crop says it all. */
export function wholeOf(picture: Picture): Picture | null {
  const { whole, ...crop } = picture
  if (!whole) return null
  return {
    ...crop,
    id: `${picture.id}-full`,
    page: `${picture.page}（整页）`,
    body: bodyOf(picture.body, whole),
    ...(whole.side ? { side: whole.side } : {}),
    ...(whole.bar ? { bar: whole.bar } : {}),
    wide: whole.beside ? { beside: whole.beside } : {},
  }
}
