/** What the function says to a computer, and what the computer keeps for a reload. */
import { isNumber, isRecord, isString } from './shapes'

/** What a computer proves itself with. */
export interface Proof {
  readonly desk: string
  readonly secret: string
  /** ms on this computer's clock. */
  readonly until: number
}

/** To be scanned. */
export interface Code extends Proof {
  readonly check: string
  readonly qr: string
}

export interface DeskText {
  readonly id: string
  readonly label: string
  readonly value: string
}
export interface DeskPhoto {
  readonly photoId: string
  readonly label: string
  readonly filename: string
  readonly w: number
  readonly h: number
  readonly bytes: number
  /** Why it should be taken again. */
  readonly redo?: string
}
export interface Contents {
  readonly shop: string | null
  readonly texts: readonly DeskText[]
  readonly photos: readonly DeskPhoto[]
}

export interface Times {
  readonly expires: number
  readonly time: number
}
export type Opened = Times & Omit<Code, 'until'>
export type Polled =
  | (Times & { readonly state: 'waiting' | 'expired' | 'revoked' })
  | (Times & { readonly state: 'approved'; readonly merchant: Pick<Contents, 'shop'> } & Omit<Contents, 'shop'>)

/** The function says the end and its own time beside it: a computer's clock may be wrong. */
export const untilOf = ({ expires, time }: Times, now: number): number => now + expires - time

export interface KeptDesk {
  readonly code: Code | null
  readonly open: Proof | null
}

const isProof = (value: unknown): value is Proof =>
  isRecord(value) && isString(value.desk) && isString(value.secret) && isNumber(value.until)
const isCode = (value: unknown): value is Code =>
  isRecord(value) && isString(value.check) && isString(value.qr) && isProof(value)

/** Nothing of the merchant's is kept: after a reload it is asked for again. */
export function keptDesk(text: string | null): KeptDesk {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    if (!isRecord(kept)) return { code: null, open: null }
    return { code: isCode(kept.code) ? kept.code : null, open: isProof(kept.open) ? kept.open : null }
  } catch {
    return { code: null, open: null }
  }
}

export const contentsOf = ({ merchant, texts, photos }: Extract<Polled, { readonly state: 'approved' }>): Contents => ({
  shop: merchant.shop,
  texts,
  photos,
})
