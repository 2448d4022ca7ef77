/**
 * The keyboard for each kind of field. WeChat has one of letters and one of digits; a browser is told what
 * is asked for and keeps every value a text: its number fields drop a leading nought and a landline's hyphen.
 */
export type Kind = 'text' | 'email' | 'phone' | 'code' | 'digits'

const weapp = { text: 'text', email: 'text', phone: 'number', code: 'text', digits: 'number' } as const

const plain = { autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const
const web: Readonly<Record<Kind, object>> = {
  text: { autoComplete: 'off' },
  email: { ...plain, inputMode: 'email', autoComplete: 'email', autoCapitalize: 'off' },
  phone: { ...plain, inputMode: 'tel', autoComplete: 'tel' },
  code: { ...plain, autoCapitalize: 'characters' },
  digits: { ...plain, inputMode: 'numeric' },
}

const inWeb = process.env.TARO_ENV === 'h5'

/** Props of an Input. */
export const keyboardFor = (kind: Kind): object => (inWeb ? { type: 'text', ...web[kind] } : { type: weapp[kind] })
