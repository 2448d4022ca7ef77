/** WeChat's pages: at most ten, tab pages kept, life cycles in WeChat's order. */
import type { GeneralBackendElement } from 'glass-easel'
import type { AssociatedBackend, CodeSpace, Root } from 'glass-easel-miniprogram-adapter'
import type { CompiledApp } from './compiled-app'
import { Refused } from './wx/answer'

export type Query = Readonly<Record<string, string>>

/** A page as the app's own code sees it: the methods of its definition and what WeChat adds. */
export interface PageInstance {
  route: string
  options: Query
  readonly data: Record<string, unknown>
  readonly setData: (data: Record<string, unknown>, done?: () => void) => void
  onLoad?: (query: Query) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
}

export interface OpenPage {
  readonly path: string
  readonly query: Query
  readonly root: Root
  readonly instance: PageInstance
  readonly element: Element
}

export interface World {
  readonly app: CompiledApp
  readonly backend: AssociatedBackend
  readonly space: CodeSpace
  /** Loads the page's script; it registers the page. */
  readonly load: (path: string) => void
  /** Runs a life cycle of the app's; an error is reported, not thrown. */
  readonly guarded: (run: () => void) => void
  readonly later: (run: () => void) => void
}

const most = 10

/** Values stay as they are in the address: WeChat does not decode them. */
export function parseUrl(url: string, from: string): { path: string; query: Query } {
  const [place = '', search = ''] = url.split('?')
  const path = place.startsWith('/') ? place.slice(1) : new URL(place, `http://x/${from}`).pathname.slice(1)
  const pairs = search
    .split('&')
    .filter(Boolean)
    .map((pair) => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)])
  return { path, query: Object.fromEntries(pairs) as Query }
}

export function createPageStack(world: World) {
  let stack: OpenPage[] = []
  const kept = new Map<string, OpenPage>() // tab pages, once opened
  const top = () => stack.at(-1)
  const tell = (page: OpenPage | undefined, what: 'onShow' | 'onHide' | 'onUnload' | 'onReady') =>
    world.guarded(() => page?.instance[what]?.())

  function create(path: string, query: Query): OpenPage {
    world.load(path)
    const root = world.backend.createRoot('weapp-page', world.space, path)
    const place = document.body.appendChild(document.createElement('div'))
    root.attach(document.body as unknown as GeneralBackendElement, place as unknown as GeneralBackendElement)
    const instance = root.get() as unknown as PageInstance
    Object.assign(instance, { route: path, options: query })
    return { path, query, root, instance, element: root.getComponent().getBackendElement() as unknown as Element }
  }

  function open(path: string, query: Query): void {
    if (!world.app.pages.includes(path)) throw new Refused(`page "${path}" is not found`)
    const page = create(path, query)
    stack.push(page)
    if (world.app.tabs.has(path)) kept.set(path, page)
    world.guarded(() => page.instance.onLoad?.(query))
    tell(page, 'onShow')
    world.later(() => tell(page, 'onReady'))
  }

  function close(page: OpenPage): void {
    kept.delete(page.path)
    tell(page, 'onUnload')
    page.root.release()
    page.element.remove()
  }

  const notATab = (path: string) => {
    if (world.app.tabs.has(path)) throw new Refused('can not navigateTo a tabbar page')
  }

  return {
    pages: () => stack,
    top,
    open,
    navigateTo(path: string, query: Query) {
      notATab(path)
      if (stack.length >= most) throw new Refused('webview count limit exceed')
      tell(top(), 'onHide')
      open(path, query)
    },
    redirectTo(path: string, query: Query) {
      notATab(path)
      const before = stack.pop()
      if (before) close(before)
      open(path, query)
    },
    navigateBack(delta: number) {
      if (stack.length < 2) throw new Refused('cannot navigate back at first page.')
      const gone = stack.splice(Math.max(1, stack.length - delta))
      gone.reverse().forEach(close)
      tell(top(), 'onShow')
    },
    switchTab(path: string) {
      if (!world.app.tabs.has(path)) throw new Refused('can not switch to no-tabBar page')
      if (top()?.path === path) return
      const before = top()
      const [bottom, ...above] = stack
      above.reverse().forEach(close)
      if (bottom && !world.app.tabs.has(bottom.path)) close(bottom)
      else if (bottom && bottom === before) tell(bottom, 'onHide')
      const known = kept.get(path)
      stack = known ? [known] : []
      if (known) tell(known, 'onShow')
      else open(path, {})
    },
    reLaunch(path: string, query: Query) {
      const all = new Set([...stack, ...kept.values()])
      stack = []
      all.forEach(close)
      open(path, query)
    },
    closeAll() {
      const all = new Set([...stack, ...kept.values()])
      stack = []
      for (const page of all) {
        page.root.release()
        page.element.remove()
      }
    },
  }
}

export type PageStack = ReturnType<typeof createPageStack>
