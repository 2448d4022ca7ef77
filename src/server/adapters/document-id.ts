/** The ids that every store takes: what one of them could not keep apart, none accepts. */

const maxLength = 128

/**
 * 1 to 128 characters without NUL (PostgreSQL has none) and without halves of a surrogate pair (which
 * UTF-8 cannot write, so that two ids would become one). Anything else is a mistake and throws.
 */
export function checkedId(id: string): string {
  if (id === '' || [...id].length > maxLength || id.includes('\0') || !wellFormed(id))
    throw new Error('not an id that a document can have')
  return id
}

const wellFormed = (text: string): boolean =>
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)
