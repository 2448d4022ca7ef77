/**
 * Looks at a picture's page as a fussy designer would, before it is photographed: everything inside the
 * window, nothing cut, no number, word or frame upon text or upon another, no letter too small to read.
 * The page only measures; what is a fault is decided here.
 */
import type { Page } from 'playwright-core'

/** px of the page. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A line of words. `badge` is the number of the badge it belongs to, -1 for the page's own words. */
export interface Line extends Box {
  readonly text: string
  readonly size: number
  readonly badge: number
}

export interface Badge extends Box {
  readonly text: string
}

export interface Geometry {
  readonly window: Box
  readonly lines: readonly Line[]
  readonly badges: readonly Badge[]
  readonly frames: readonly Box[]
  /** Texts of boxes whose content is wider than they are. */
  readonly cut: readonly string[]
}

const smallest = 24
const frameEdge = 5

const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
const within = (inner: Box, outer: Box, edge = 0) =>
  inner.left >= outer.left + edge &&
  inner.right <= outer.right - edge &&
  inner.top >= outer.top + edge &&
  inner.bottom <= outer.bottom - edge

function lineFaults({ window, lines, cut }: Geometry): readonly string[] {
  return [
    ...lines.filter((line) => line.size < smallest).map((line) => `字太小：${line.text}`),
    ...lines.filter((line) => !within(line, window)).map((line) => `出了窗口：${line.text}`),
    ...cut.map((text) => `放不下：${text}`),
  ]
}

function badgeFaults({ window, lines, badges }: Geometry): readonly string[] {
  return badges.flatMap((badge, index) => [
    ...(within(badge, window) ? [] : [`标注出了窗口：${badge.text}`]),
    ...lines
      .filter((line) => line.badge !== index && overlap(badge, line))
      .map((line) => `标注「${badge.text}」盖住了「${line.text}」`),
    ...badges
      .slice(index + 1)
      .filter((other) => overlap(badge, other))
      .map((other) => `标注「${badge.text}」和「${other.text}」叠在一起`),
  ])
}

function frameFaults({ window, lines, frames }: Geometry): readonly string[] {
  const words = lines.filter((line) => line.badge < 0)
  return frames.flatMap((frame, index) => [
    ...(within(frame, window) ? [] : ['框出了窗口']),
    ...words
      .filter((line) => overlap(frame, line) && !within(line, frame, frameEdge))
      .map((line) => `框线压住了「${line.text}」`),
    ...frames
      .slice(index + 1)
      .filter((other) => overlap(frame, other))
      .map(() => '两个框叠在一起'),
  ])
}

/** What is wrong with a picture; empty when it is fit to be photographed. */
export function faultsIn(geometry: Geometry): readonly string[] {
  return [...new Set([...lineFaults(geometry), ...badgeFaults(geometry), ...frameFaults(geometry)])]
}

/** Runs in the page, so it refers to nothing outside itself. A line box is taller than its glyphs: the spare parts are left out. */
function measure(): Geometry {
  const boxOf = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom })
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const marks = all('.no, .say, .no-word')
  const window = document.querySelector('.window') ?? document.body
  const lines: Line[] = []
  const walker = document.createTreeWalker(window, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim()
    const parent = node.parentElement
    if (!text || !parent || parent.classList.contains('dots')) continue
    const size = parseFloat(getComputedStyle(parent).fontSize)
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const line of range.getClientRects()) {
      const spare = Math.max(0, (line.height - size) / 2)
      lines.push({
        ...boxOf(line),
        top: line.top + spare,
        bottom: line.bottom - spare,
        text,
        size,
        badge: marks.indexOf(parent),
      })
    }
  }
  const tight = all('.input, .press, .tabs > span, .cell, .side .item, .list > div, .tile, .body')
  return {
    window: boxOf(window.getBoundingClientRect()),
    lines,
    badges: marks.map((mark) => ({ ...boxOf(mark.getBoundingClientRect()), text: mark.textContent ?? '' })),
    frames: all('.frame').map((frame) => boxOf(frame.getBoundingClientRect())),
    cut: tight
      .filter((box) => box.scrollWidth > box.clientWidth + 1 && !box.querySelector('.frame'))
      .map((box) => box.textContent ?? ''),
  }
}

export async function faultsOf(page: Page): Promise<readonly string[]> {
  return faultsIn(await page.evaluate(measure))
}
