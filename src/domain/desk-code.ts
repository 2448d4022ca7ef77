/** What a computer's code says: `…/?desk=<id>`. */
const grammar = /^[A-Za-z0-9]{16,22}$/
/** Also in an address that was encoded to stand in another one, as WeChat hands a plain link over in `q`. */
const member = /(?:[?&]|%3F|%26)desk(?:=|%3D)([A-Za-z0-9]*)(?:[&#\s]|%26|%23|$)/i

/** The desk that a scanned text or an address names; null: something else was scanned. */
export function deskIn(text: string): string | null {
  const found = member.exec(text)?.[1] ?? text.trim()
  return grammar.test(found) ? found : null
}
