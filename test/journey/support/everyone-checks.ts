/** What may keep somebody from using the page that is shown, one line each. */
import type { Page } from 'playwright-core'
import type { AxeResults, RunOptions } from 'axe-core'

declare global {
  interface Window {
    readonly axe: { run(context: object, options: RunOptions): Promise<AxeResults> }
  }
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Rules that judge what is drawn: asked again in every theme, width and font size. */
const drawn = ['color-contrast', 'scrollable-region-focusable', 'target-size', 'link-in-text-block']

/** Violations of WCAG 2.2 A and AA. `what`: all rules, or those that depend on how the page is drawn. */
export function barriers(page: Page, what: 'all' | 'drawn'): Promise<readonly string[]> {
  const runOnly: RunOptions['runOnly'] =
    what === 'all' ? { type: 'tag', values: levels } : { type: 'rule', values: drawn }
  return page.evaluate(async (only) => {
    // the sticky dock would hide what is beneath it from the eyes of axe
    const style = document.head.appendChild(document.createElement('style'))
    style.textContent = '.dock, .shoot-controls { position: static !important }'
    const { violations } = await window.axe.run(document, {
      runOnly: only,
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    })
    style.remove()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => {
        const why = [...node.any, ...node.all, ...node.none].map(({ message }) => message)[0] ?? ''
        return `${id}: ${node.html.slice(0, 140)} (${why})`
      }),
    )
  }, runOnly)
}

/** Words that are cut off, stick out of their box or of the screen. */
export function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    const found = new Set<string>()
    const named = ({ className, textContent }: Element) =>
      `.${className.toString().trim().replace(/\s+/g, '.')} 「${(textContent ?? '').trim().slice(0, 30)}」`
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'

    /** Which of the boxes around it cuts off `box`; what can be scrolled to is not cut off. */
    function fault(box: DOMRect, from: Element): string | null {
      let [across, down] = [true, true]
      for (let one: Element | null = from; one !== null; one = one.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(one)
        const edge = one.getBoundingClientRect()
        if (across && overflowX === 'hidden' && (box.right > edge.right + 1 || box.left < edge.left - 1))
          return `cut at the side by ${one.className}`
        if (down && overflowY === 'hidden' && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1))
          return `cut below by ${one.className}`
        if (scrolls(overflowX) && one.matches('.shots, .segments')) across = false
        if (scrolls(overflowY)) down = false
        if (position === 'fixed') break
      }
      return across && (box.right > wide + 1 || box.left < -1) ? 'off the screen' : null
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement: parent } = node
      if (parent === null || node.textContent?.trim() === '' || !parent.checkVisibility()) continue
      if (parent.closest('.viewer-slide, .notice-pill')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        const why = box.width > 1 && box.height > 1 ? fault(box, parent) : null
        if (why !== null) found.add(`${why}: ${named(parent)}`)
      }
    }
    for (const one of document.querySelectorAll('.taro_page, .sheet'))
      if (one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
        found.add(`scrolls sideways: ${one.className}`)
    return [...found]
  })
}
