/** What could be read of a business licence; the merchant has not confirmed any of it. */
export interface Licence {
  /** 统一社会信用代码, or the 15-digit 注册号 of an older licence; its check character is right. */
  readonly code?: string
  readonly name?: string
}

const longestName = 100
const chinese = /[\u3400-\u9fff]/
/** A licence without a name prints stars; bytes in another encoding turn into these marks. */
const nonsense = /[*\ufffd]/

export const isName = (text: string): boolean =>
  text.length >= 2 && text.length <= longestName && chinese.test(text) && !nonsense.test(text)

/** null: nothing was found. */
export const licenceOf = (code: string | undefined, name: string | undefined): Licence | null =>
  code === undefined && name === undefined
    ? null
    : { ...(code !== undefined && { code }), ...(name !== undefined && { name }) }
