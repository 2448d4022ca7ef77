/**
 * Accessibility attributes in each platform's spelling: WeChat reads `aria-role`, `aria-label` …
 * (base library 2.7.1), a browser reads `role`, `aria-label`.
 */
export interface Aria {
  readonly role?:
    | 'button'
    | 'checkbox'
    | 'radio'
    | 'radiogroup'
    | 'switch'
    | 'dialog'
    | 'alert'
    | 'heading'
    | 'img'
    | 'progressbar'
    | 'link'
    | 'textbox'
  readonly label?: string
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly expanded?: boolean
  readonly hidden?: boolean
  readonly live?: 'polite' | 'assertive'
  /** A panel over the page. Only a browser is told: the WeChat templates would grow for all nodes. */
  readonly modal?: boolean
}

type Props = Record<string, string | boolean | number>

const inWeb = process.env.TARO_ENV === 'h5'

export function aria(a: Aria): Props {
  const props: Props = {}
  if (a.role !== undefined) props[inWeb ? 'role' : 'ariaRole'] = a.role
  if (a.label !== undefined) props[inWeb ? 'aria-label' : 'ariaLabel'] = a.label
  if (a.checked !== undefined) props[inWeb ? 'aria-checked' : 'ariaChecked'] = a.checked
  if (a.disabled !== undefined) props[inWeb ? 'aria-disabled' : 'ariaDisabled'] = a.disabled
  if (a.expanded !== undefined) props[inWeb ? 'aria-expanded' : 'ariaExpanded'] = a.expanded
  if (a.hidden !== undefined) props[inWeb ? 'aria-hidden' : 'ariaHidden'] = a.hidden
  if (a.live !== undefined) props[inWeb ? 'aria-live' : 'ariaLive'] = a.live
  if (a.modal !== undefined && inWeb) props['aria-modal'] = a.modal
  return props
}

/** A heading; a browser is told its level beneath the navigation bar's. */
export const headed: Props = { ...aria({ role: 'heading' }), ...(inWeb ? { 'aria-level': 2 } : {}) }

/**
 * The name of a field, and on the web whether its value is refused. A browser's textarea is inside Taro's
 * own element, which hands `nativeProps` down to it.
 */
export function fieldAria(label: string, wrong: boolean, lines: boolean): object {
  if (!inWeb) return aria({ role: 'textbox', label })
  const props = { 'aria-label': label, 'aria-invalid': wrong }
  return lines ? { nativeProps: props } : props
}
