/** Text as it is searched: half-width, lower case, letters and digits only, 帐 and 账 the same. */
import { toHalfWidth } from './checks/normalise'

const variants: Readonly<Record<string, string>> = { 帐: '账', 陆: '录' }

const foldChar = (char: string): string =>
  [...toHalfWidth(char).toLowerCase()]
    .filter((one) => /[\p{L}\p{N}]/u.test(one))
    .map((one) => variants[one] ?? one)
    .join('')

export const foldText = (text: string): string => [...text].map(foldChar).join('')

/** Folded, with the place in the text (UTF-16) that each unit comes from. */
export function foldWithPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const char of text) {
    const part = foldChar(char)
    for (let unit = 0; unit < part.length; unit++) places.push(at)
    folded += part
    at += char.length
  }
  return { folded, places }
}

/** The words of a query: what stands between blanks and punctuation. */
export const wordsOf = (query: string): readonly string[] =>
  query
    .split(/[\s\p{P}]+/u)
    .map(foldText)
    .filter((word) => word !== '')
