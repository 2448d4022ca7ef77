/**
 * What a panel over the page owes a keyboard and a screen reader on the web: nothing beneath it can be
 * reached, Escape closes it, the focus goes into it and afterwards back to where it was. In WeChat the
 * system does what can be done.
 */
import { useEffect, useRef, type RefObject } from 'react'

const inWeb = process.env.TARO_ENV === 'h5'

/** Everything beside `element` and beside what it is in. */
function besides(element: Element): readonly Element[] {
  const found: Element[] = []
  for (let one = element; one !== document.body && one.parentElement; one = one.parentElement)
    for (const other of one.parentElement.children) if (other !== one && !other.hasAttribute('inert')) found.push(other)
  return found
}

/** `panel` is the dialog inside `layer`. Answers what undoes it. */
function take(layer: HTMLElement, panel: HTMLElement, close: () => void): () => void {
  const focused = document.activeElement
  const covered = besides(layer)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  covered.forEach((one) => one.setAttribute('inert', ''))
  document.addEventListener('keydown', onKey)
  panel.focus({ preventScroll: true })
  return () => {
    document.removeEventListener('keydown', onKey)
    covered.forEach((one) => one.removeAttribute('inert'))
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}

/** For the panel's outermost element; its dialog is the element inside it that can hold the focus. */
export function useModal(onClose: () => void): RefObject<HTMLElement> {
  const layer = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  useEffect(() => {
    const panel = inWeb ? layer.current?.querySelector<HTMLElement>('[role=dialog]') : null
    return layer.current && panel ? take(layer.current, panel, () => close.current()) : undefined
  }, [])
  return layer
}
