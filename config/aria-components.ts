/**
 * The accessibility attributes WeChat reads (base library 2.7.1) that this app uses, by component.
 * Taro's templates hold none of them; only those listed here reach the phone (config/aria-plugin.ts).
 * Every one costs about half a kilobyte of base.wxml on a view (one template a nesting level).
 */
const spoken = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' } as const
const typed = { 'aria-role': '', 'aria-label': '' } as const // iOS reads the label only beside the role `textbox`

export const ariaComponents: Readonly<Record<string, Readonly<Record<string, ''>>>> = {
  View: { ...spoken, 'aria-checked': '', 'aria-disabled': '', 'aria-expanded': '', 'aria-live': '' },
  Text: { ...spoken, 'aria-live': '' },
  Image: spoken,
  Input: typed,
  Textarea: typed,
}
