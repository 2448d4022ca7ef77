/**
 * The rep's scene token, wherever the app was opened from: a mini-program code puts it (encoded) in
 * `query.scene`, a plain link hands its whole address in `q`, the web has it in its own address.
 */
const token = /^[A-Za-z0-9_-]{22}$/
/** The one-time code that makes somebody a rep. */
const claim = /[?&]claim=([A-Za-z0-9-]+)/

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a lone % in somebody's hand-made link
  }
}

/** The `scene` of an address's query; a mini-program code's scene may itself read `scene=…`. */
function sceneIn(text: string): string | null {
  const found = /(?:^|[?&])scene=([^&#]*)/.exec(text)?.[1]
  const candidate = decoded(found ?? text)
  return token.test(candidate) ? candidate : null
}

export function sceneOf(query: Readonly<Record<string, unknown>>): string | null {
  for (const name of ['scene', 'q']) {
    const value = query[name]
    const scene = typeof value === 'string' ? sceneIn(decoded(value)) : null
    if (scene !== null) return scene
  }
  return null
}

/** A rep's one-time code: only a link carries it. */
export function claimFrom({ q }: Readonly<Record<string, unknown>>): string | null {
  const link = process.env.TARO_ENV === 'h5' ? location.search : decoded(String(q))
  return claim.exec(link)?.[1] ?? null
}

/** The launch query, and on the web the address itself (the query stands before the `#`). */
export function openedFrom(query: Readonly<Record<string, unknown>>): string | null {
  const scene = sceneOf(query)
  if (process.env.TARO_ENV === 'h5') return scene ?? sceneOf(Object.fromEntries(new URLSearchParams(location.search)))
  return scene // written so that Taro's own URLSearchParams stays out of the WeChat build
}
