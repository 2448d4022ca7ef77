/**
 * The web's own question and short notice. Taro's are white in the dark, too pale to read, and can be
 * neither reached by keyboard nor heard.
 */
import type { Device } from '../../ports/device'
import { coverPage } from './cover-page'
import './dialogs.scss'
import { element } from './viewer-stage'

/** ms that a notice stays. */
const noticeMs = 1_800

function noticePlace(): HTMLElement {
  const made = element('div', 'notice-pill', document.body)
  made.setAttribute('role', 'status')
  return made
}

/** Made once, empty: a screen reader hears only what changes in a place it knows. */
export function createToast(): Device['toast'] {
  const place = noticePlace()
  let timer: ReturnType<typeof setTimeout> | undefined
  return (words) => {
    clearTimeout(timer)
    place.textContent = words
    place.classList.add('is-shown')
    timer = setTimeout(() => {
      place.classList.remove('is-shown')
      place.textContent = ''
    }, noticeMs)
  }
}

function words(id: string, className: string, text: string, parent: Element): void {
  const made = element('div', className, parent)
  made.id = id
  made.textContent = text
}

function button(className: string, text: string, parent: Element, onTap: () => void): HTMLElement {
  const made = element('button', `pressable button ${className}`, parent)
  made.textContent = text
  made.addEventListener('click', onTap)
  return made
}

/** Escape and a tap beside the question mean no. */
export const confirm: Device['confirm'] = ({ title, text, yes, no, danger }) =>
  new Promise((resolve) => {
    const focused = document.activeElement
    const layer = element('div', 'ask-layer', document.body)
    const box = element('div', 'ask-box', layer)
    for (const [name, value] of Object.entries({
      role: 'alertdialog',
      'aria-modal': 'true',
      'aria-labelledby': 'ask-box-title',
      'aria-describedby': 'ask-box-text',
    }))
      box.setAttribute(name, value)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') answer(false)
    }
    const answer = (said: boolean) => {
      document.removeEventListener('keydown', onKey)
      layer.remove()
      coverPage(false)
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
      resolve(said)
    }
    words('ask-box-title', 'title-2', title, box)
    words('ask-box-text', 'note', text, box)
    const acts = element('div', 'ask-acts', box)
    const refuse = button('secondary', no, acts, () => answer(false))
    button(danger ? 'danger solid' : 'primary', yes, acts, () => answer(true))
    layer.addEventListener('click', (event) => {
      if (event.target === layer) answer(false)
    })
    document.addEventListener('keydown', onKey)
    coverPage(true)
    refuse.focus({ preventScroll: true }) // the answer that changes nothing
  })
