/**
 * The web's full-screen picture viewer: swipe, pinch or double tap to zoom, turn, Escape or the browser's
 * back to close. (Taro's own closes at any touch, cannot be reached by keyboard, and the browser's back
 * leaves the page beneath it.) The pictures are real images: a long press saves or forwards them.
 */
import type { PreviewHow } from '../../ports/device'
import { coverPage } from './cover-page'
import { followGestures } from './viewer-gestures'
import { buildStage, element } from './viewer-stage'
import './viewer.scss'

function button(className: string, label: string, parent: Element, onTap: () => void): HTMLElement {
  const made = element('button', className, parent, label)
  made.addEventListener('click', onTap)
  return made
}

function open(urls: readonly string[], current: string, how: PreviewHow, back: () => void): () => void {
  const focused = document.activeElement
  const stage = buildStage(urls, how.words ?? [], Math.max(0, urls.indexOf(current)))
  const { root } = stage
  const gestures = followGestures(stage, back)
  const turn = () => {
    root.classList.toggle('is-turned')
    gestures.reset()
  }
  if (how.turned) turn()
  button('viewer-turn', '把图转过来', root, turn).textContent = '转过来'
  const close = button('viewer-close', '关掉', root, back)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') back()
    if (event.key === 'ArrowRight') gestures.show(stage.index() + 1)
    if (event.key === 'ArrowLeft') gestures.show(stage.index() - 1)
  }
  document.addEventListener('keydown', onKey)
  coverPage(true)
  close.focus({ preventScroll: true })
  return () => {
    document.removeEventListener('keydown', onKey)
    gestures.stop()
    coverPage(false)
    root.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}

const mark = 'viewer'
const isMarked = (state: unknown): boolean => typeof state === 'object' && state !== null && mark in state

/**
 * The viewer is an entry of the browser's history, so that back closes it and nothing else. Taro's router
 * must not hear of it: it would take the same address as a way to another page.
 */
export function createViewer(): (urls: readonly string[], current: string, how?: PreviewHow) => Promise<boolean> {
  let close: (() => void) | null = null
  let skipping = false
  const onPop = (event: PopStateEvent) => {
    const ours = close !== null || skipping || isMarked(event.state)
    if (!ours) return
    event.stopImmediatePropagation()
    skipping = false
    if (close === null && isMarked(event.state)) {
      skipping = true // forward into a viewer that is not there any more
      history.back()
    }
    close?.()
    close = null
  }
  window.addEventListener('popstate', onPop, { capture: true })
  return (urls, current, how = {}) => {
    if (close !== null || urls.length === 0) return Promise.resolve(close !== null)
    const before: unknown = history.state
    history.pushState({ ...(typeof before === 'object' ? before : {}), [mark]: true }, '')
    let leaving = false
    const back = () => {
      if (!leaving) history.back() // twice would leave the page beneath
      leaving = true
    }
    close = open(urls, current, how, back)
    return Promise.resolve(true)
  }
}
