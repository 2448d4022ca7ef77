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
  return props
}
