/** The one-time code that a link or a scanned picture carries. */
type Query = Readonly<Record<string, string | undefined>>

const named = /(?:^|[?&#])(?:claim|code)=([^&#]*)/

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a lone % in somebody's hand-made link
  }
}

/** `code` or `claim` of the page's own address, a mini-program code's `scene`, a plain link's `q`. */
export function codeFrom({ code, claim, scene, q }: Query): string {
  for (const text of [code, claim, scene, q]) {
    if (text === undefined || text === '') continue
    const plain = decoded(text)
    return decoded(named.exec(plain)?.[1] ?? plain).trim()
  }
  return ''
}
