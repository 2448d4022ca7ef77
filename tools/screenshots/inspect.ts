/**
 * Looks at a picture's page as a fussy designer would, before it is photographed: everything inside the
 * window, nothing cut, no number or word upon text or upon another, no letter too small to read.
 */
import type { Page } from 'playwright-core'

/** Runs in the page, so it must not refer to anything outside itself. */
function faultsOnPage(): string[] {
  const faults: string[] = []
  const frame = document.querySelector('.window')?.getBoundingClientRect()
  if (!frame) return ['没有窗口']
  const mine = (element: Element | null) => element?.closest('.no, .say, .no-word') ?? null
  const overlap = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
  const outside = (box: DOMRect) =>
    box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom

  const words: { text: string; box: DOMRect; owner: Element | null }[] = []
  const walker = document.createTreeWalker(document.querySelector('.window') as Element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim()
    if (!text) continue
    const parent = node.parentElement as Element
    const range = document.createRange()
    range.selectNodeContents(node)
    if (!parent.classList.contains('dots') && parseFloat(getComputedStyle(parent).fontSize) < 24)
      faults.push(`字太小：${text}`)
    // the line box is taller than the glyphs: leave out the empty part above and below
    for (const line of range.getClientRects()) {
      const spare = Math.max(0, (line.height - parseFloat(getComputedStyle(parent).fontSize)) / 2)
      words.push({
        text,
        box: new DOMRect(line.x, line.y + spare, line.width, line.height - 2 * spare),
        owner: mine(parent),
      })
    }
  }
  for (const { text, box } of words) if (outside(box)) faults.push(`出了窗口：${text}`)

  const badges = [...document.querySelectorAll('.no, .say, .no-word')]
  badges.forEach((badge, index) => {
    const box = badge.getBoundingClientRect()
    const label = badge.textContent ?? ''
    if (outside(box)) faults.push(`标注出了窗口：${label}`)
    for (const word of words)
      if (word.owner !== badge && overlap(box, word.box)) faults.push(`标注「${label}」盖住了「${word.text}」`)
    for (const other of badges.slice(index + 1))
      if (overlap(box, other.getBoundingClientRect())) faults.push(`标注「${label}」和「${other.textContent}」叠在一起`)
  })
  for (const box of document.querySelectorAll('.frame')) {
    const edge = box.getBoundingClientRect()
    if (outside(edge)) faults.push(`框出了窗口：${box.parentElement?.textContent?.slice(0, 12)}`)
    for (const word of words) {
      const within =
        word.box.left >= edge.left + 4 &&
        word.box.right <= edge.right - 4 &&
        word.box.top >= edge.top + 4 &&
        word.box.bottom <= edge.bottom - 4
      if (!word.owner && !within && overlap(edge, word.box)) faults.push(`框线压住了「${word.text}」`)
    }
  }
  const frames = [...document.querySelectorAll('.frame')].map((element) => element.getBoundingClientRect())
  frames.forEach((box, index) => {
    for (const other of frames.slice(index + 1)) if (overlap(box, other)) faults.push('两个框叠在一起')
  })
  for (const box of document.querySelectorAll(
    '.input, .press, .tabs > span, .cell, .side .item, .list > div, .tile, .body',
  )) {
    if (box.scrollWidth > box.clientWidth + 1 && !box.querySelector('.frame'))
      faults.push(`放不下：${box.textContent?.trim().slice(0, 20)}`)
  }
  return [...new Set(faults)]
}

/** Empty when the page is fit to be photographed. */
export const faultsOf = (page: Page): Promise<string[]> => page.evaluate(faultsOnPage)
