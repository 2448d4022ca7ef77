/**
 * Taro's navigation bar and tab bar for a keyboard and a screen reader, and the focus, which follows the
 * pages: into a new page, and back to where it was in an earlier one. In WeChat all of this is the system's.
 */
const shownPage = '.taro_page_show.taro_page_stationed:not(.taro_page_shade) > .page'

function actAsButton(element: Element | null, label: string): void {
  if (!(element instanceof HTMLElement)) return
  element.setAttribute('role', 'button')
  element.setAttribute('aria-label', label)
  element.tabIndex = 0
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    element.click()
  })
}

function dressBar(bar: Element): void {
  bar.setAttribute('role', 'banner')
  actAsButton(bar.querySelector('.taro-navigation-bar-back'), '返回')
  actAsButton(bar.querySelector('.taro-navigation-bar-home'), '回首页')
  bar.querySelectorAll('svg').forEach((picture) => picture.setAttribute('aria-hidden', 'true'))
  const title = bar.querySelector('.taro-navigation-bar-title')
  title?.setAttribute('role', 'heading')
  title?.setAttribute('aria-level', '1')
}

function dressTabs(tabs: Element): void {
  tabs.setAttribute('role', 'navigation')
  tabs.setAttribute('aria-label', '主要页面')
  for (const tab of tabs.querySelectorAll('.weui-tabbar__item')) {
    if (tab.classList.contains('weui-bar__item_on')) tab.setAttribute('aria-current', 'page')
    else tab.removeAttribute('aria-current')
  }
}

const visible = (element: Element) => element.getClientRects().length > 0

/** Answers what is to be called when the pages may have changed. */
function followFocus(): () => void {
  const last = new WeakMap<Element, HTMLElement>()
  let page: HTMLElement | null = null
  document.addEventListener('focusin', ({ target }) => {
    const inside = target instanceof HTMLElement ? target.closest('.page') : null
    if (target instanceof HTMLElement && inside !== null) last.set(inside, target)
  })
  return () => {
    const shown = [...document.querySelectorAll<HTMLElement>(shownPage)].filter(visible).at(-1)
    if (shown === undefined || shown === page) return
    const first = page === null
    page = shown
    const { activeElement: at } = document
    const lost = at === null || at === document.body || !visible(at) || (at.closest('.page') ?? shown) !== shown
    if (first || !lost) return
    const before = last.get(shown)
    shown.tabIndex = -1
    shown.setAttribute('aria-label', document.title)
    ;(before?.isConnected && visible(before) ? before : shown).focus({ preventScroll: true })
  }
}

export function watchFrame(): void {
  const follow = followFocus()
  let asked = false
  const dress = () => {
    asked = false
    const bar = document.getElementById('taro-navigation-bar')
    if (bar !== null && !bar.hasAttribute('role')) dressBar(bar)
    const tabs = document.querySelector('.weui-tabbar')
    if (tabs !== null) dressTabs(tabs)
    follow()
  }
  const observer = new MutationObserver(() => {
    if (asked) return
    asked = true
    requestAnimationFrame(dress)
  })
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] })
}
