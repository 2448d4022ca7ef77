/** The viewer's elements: pictures side by side on a dark ground. */

export interface Stage {
  readonly root: HTMLElement
  /** Holds the pictures; moved as a whole. */
  readonly strip: HTMLElement
  readonly slides: readonly HTMLImageElement[]
  index(): number
  /** Shows another one; beyond the ends it stays. */
  go(index: number): void
  turned(): boolean
}

export function element(name: string, className: string, parent: Element, label?: string): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  if (label !== undefined) made.setAttribute('aria-label', label)
  parent.append(made)
  return made
}

function imageIn(strip: Element, words: string): HTMLImageElement {
  const image = document.createElement('img')
  image.className = 'viewer-image'
  image.alt = words
  image.draggable = false
  element('div', 'viewer-slide', strip).append(image)
  return image
}

export function buildStage(urls: readonly string[], words: readonly string[], start: number): Stage {
  const root = element('div', 'viewer', document.body, '看图')
  root.setAttribute('role', 'dialog')
  root.setAttribute('aria-modal', 'true')
  const strip = element('div', 'viewer-strip', element('div', 'viewer-stage', root))
  const slides = urls.map((_, i) => imageIn(strip, words[i] ?? ''))
  const count = element('div', 'viewer-count', root)
  count.setAttribute('aria-live', 'polite')
  let at = -1
  const go = (index: number) => {
    at = Math.min(slides.length - 1, Math.max(0, index))
    strip.style.setProperty('--at', String(at))
    slides.forEach((image, i) => {
      if (Math.abs(i - at) <= 1 && !image.src) image.src = urls[i] ?? '' // neighbours are ready to be swiped in
      image.parentElement?.setAttribute('aria-hidden', String(i !== at))
    })
    count.textContent = slides.length > 1 ? `${at + 1} / ${slides.length}` : ''
  }
  go(start)
  return { root, strip, slides, go, index: () => at, turned: () => root.classList.contains('is-turned') }
}
