/** Pictures that are likely to be looked at next, fetched while nothing else is going on. */

/** Chromium's network information; other browsers say nothing, and fetch. */
interface Connection {
  readonly saveData?: boolean
  readonly effectiveType?: string
}

/** ms: what is on the page goes first. */
const quietMs = 1_200
const asked = new Set<string>()

function isDear(): boolean {
  const { connection } = navigator as { readonly connection?: Connection }
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '')
}

const whenIdle = (run: () => void) =>
  'requestIdleCallback' in window ? window.requestIdleCallback(run, { timeout: 10_000 }) : run()

export function fetchAhead(urls: readonly string[]): void {
  if (isDear()) return
  const fresh = urls.filter((url) => !asked.has(url))
  for (const url of fresh) asked.add(url)
  const fetchAll = () => {
    for (const url of fresh) new Image().src = url // into the browser's cache; a failure costs nothing
  }
  if (fresh.length > 0) setTimeout(() => whenIdle(fetchAll), quietMs)
}
