/** How large everything is that can be tapped, found out by touching around it. */
import type { Page } from 'playwright-core'

/** CSS px: Apple's measure for a finger, above WCAG's 24. */
export const least = 44

/** Everything to tap on the page that is shown with less than `least` to hit, with what there is. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const anyTarget =
      '.pressable[tabindex], input, textarea, button, .weui-tabbar__item, .taro-navigation-bar-back, .taro-navigation-bar-home'
    const modal = [...document.querySelectorAll('[aria-modal=true]')].at(-1)
    const reach = (element: Element, x: number, y: number, dx: number, dy: number) => {
      let far = 0
      while (far < wanted) {
        const hit = document.elementFromPoint(x + dx * (far + 1), y + dy * (far + 1))
        if (hit === null || !(element.contains(hit) || hit === element)) break
        far += 1
      }
      return far
    }
    const small: string[] = []
    for (const element of (modal ?? document).querySelectorAll(anyTarget)) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      if (element.closest('.viewer') === null)
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      const box = element.getBoundingClientRect()
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const width = reach(element, x, y, -1, 0) + reach(element, x, y, 1, 0) + 1
      const height = reach(element, x, y, 0, -1) + reach(element, x, y, 0, 1) + 1
      if (width < wanted || height < wanted) {
        const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
        small.push(`${width}×${height} .${element.className.replace(/\s+/g, '.')} 「${words.trim().slice(0, 20)}」`)
      }
    }
    for (const one of document.querySelectorAll('.taro_page, .shots')) one.scrollTo(0, 0)
    return small
  }, least)
}
