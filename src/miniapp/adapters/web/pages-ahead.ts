/**
 * Taro fetches a page's code when the page is first opened, and shows nothing at all when that fails. So
 * the code of every page is fetched soon after the start: from then on all pages open without a network.
 */
interface Route {
  readonly path: string
  /** Its first member is the page's module, on its way. */
  readonly load: () => readonly unknown[]
}

/** For a computer: no phone needs it, nor does a computer need the phone's. */
const computerPage = 'packages/desk/computer'

/** ms: the first page and its data go first. */
const quietMs = 1_500
const againMs = 20_000

/** Taro's own list of pages, which its web entry leaves on `window`. */
function routes(): readonly Route[] {
  const { __taroAppConfig: config } = window as { readonly __taroAppConfig?: { readonly routes?: readonly Route[] } }
  return (config?.routes ?? []).filter(({ path }) => !path.includes(computerPage))
}

async function fetchAll(): Promise<void> {
  for (const { load } of routes()) await Promise.all(load())
}

/** Begins when the first page is complete; without a network it is tried again. */
export function fetchPagesAhead(): void {
  const begin = () => void fetchAll().catch(() => setTimeout(begin, againMs))
  const start = () => setTimeout(begin, quietMs)
  if (location.hash.includes(computerPage)) return
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start, { once: true })
}
