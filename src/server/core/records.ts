/** What the store keeps, collection by collection. */
import type { Standing } from '#domain/rep/standing'
import type { Doc } from '#sync/doc'

export const consentKinds = ['service', 'documents', 'share-progress', 'share-photos'] as const
export type ConsentKind = (typeof consentKinds)[number]

export interface Consent {
  readonly granted: boolean
  /** Names the text that was shown. */
  readonly version: string
  /** ms */
  readonly at: number
}
/** The present state; kinds never answered are absent. */
export type Consents = { readonly [kind in ConsentKind]?: Consent }
/** The proof: every answer in its order. */
export interface ConsentEvent extends Consent {
  readonly kind: ConsentKind
  /** Set when the consent ended with its purpose instead of by a switch. */
  readonly because?: 'left' | 'moved' | 'restored'
}

/** `merchants`, by merchant id. Everything about one merchant changes in one document, atomically. */
export interface MerchantRecord {
  readonly identity: string
  /** ms; `active` is exact to the hour. */
  readonly created: number
  readonly active: number
  readonly doc: Doc
  readonly consents: Consents
  readonly consentLog: readonly ConsentEvent[]
  /** The rep whose code was joined, the code, and when (ms). */
  readonly rep: string | null
  readonly scene: string | null
  readonly joined: number | null
  /** When uploads of the last 10 minutes arrived (ms). */
  readonly uploads: readonly number[]
}

/**
 * `progress`, by merchant id, beside the merchant's document: what the merchant's rep sees of them. Only of
 * merchants who have a rep and share with them (progress-row.ts). Times that are searched are 13 digits of ms.
 */
export interface ProgressRecord {
  readonly rep: string
  /** When the merchant was last here. */
  readonly active: string
  /** When the nearest deadline ends; `noDeadline` without one. */
  readonly deadline: string
  /** 000–100, of the steps. */
  readonly percent: string
  /** From when on the merchant counts as stuck; null: never. */
  readonly stuck: string | null
  /** How many materials have a photo to take again, two digits; null: none. */
  readonly redo: string | null
  /** When everything was done. */
  readonly finished: string | null
  /** `<Monday of the week of joining>.<scene>.<furthest stage>`: what the overview counts. */
  readonly week: string
  /** Of joining, in China: `YYYY-MM-DD`. */
  readonly day: string
  /** The shop's name as it is searched. */
  readonly find: string
  readonly joined: number
  readonly scene: string
  readonly standing: Standing
}

/** `notes`, by `<rep>.<merchant>`: what a rep noted about a merchant. */
export interface NoteRecord {
  readonly rep: string
  readonly merchant: string
  readonly text: string
  /** ms */
  readonly at: number
}

/** `audit`, by `<rep>.<seq>`: what reps looked at and did, each entry bound to the one before (audit.ts). */
export interface AuditRecord {
  readonly rep: string
  /** Ten digits, from 1. */
  readonly seq: string
  /** ms */
  readonly at: number
  readonly action: string
  /** Ids; null where the action is about none. */
  readonly merchant: string | null
  readonly photo: string | null
  /** `ok`, or the code of the refusal. */
  readonly result: string
  /** The hash of the entry before; empty for the first. */
  readonly before: string
  readonly hash: string
}

/** `identities`, by `wechat:<sha256>` or `guest:<sha256>`. */
export interface IdentityRecord {
  readonly merchant: string
}

/** `tokens`, by the token's sha256. ms. */
export interface TokenRecord {
  readonly merchant: string
  readonly created: number
  readonly used: number
}

/** `reps`, by rep id. */
export interface RepRecord {
  readonly name: string
  readonly company: string
  readonly created: number
  /** Who claimed the role. */
  readonly merchant: string | null
  readonly revoked: number | null
  /** Something that the operator should look at; absent: nothing so far. */
  readonly flag?: RepFlag
}
export interface RepFlag {
  /** Too many merchants came at once: from one address, or to this rep in a day. */
  readonly kind: 'address' | 'day'
  /** ms: the first time and the last. */
  readonly since: number
  readonly at: number
  /** How many were turned away. */
  readonly times: number
}

/** `scenes`, by scene token: a rep's QR codes. */
export interface SceneRecord {
  readonly rep: string
  readonly name: string
  readonly created: number
  /** Merchants who joined through it. */
  readonly count: number
  readonly revoked: number | null
}

/** `claims`, by the code's sha256: one-time codes for the rep's role. */
export interface ClaimRecord {
  readonly rep: string
  readonly expires: number
  readonly used: number | null
}

/** `tickets`, by `<merchant>.<photoId>`: uploads announced where phones use the inbox. */
export interface TicketRecord {
  readonly merchant: string
  readonly slot: string
  readonly sha256: string
  readonly path: string
  readonly expires: number
}

/** `pieces`, by `<merchant>.<photoId>`: photos that arrive piece by piece. */
export interface PieceRecord {
  readonly merchant: string
  readonly photoId: string
  readonly slot: string
  readonly sha256: string
  /** Bytes: of the whole, and of what is here, from the beginning without a gap. */
  readonly size: number
  readonly received: number
  /** ms */
  readonly expires: number
}

/** `reminders`, by `<moment, 13 digits>.<merchant>.<guide>.<clock>`: the order of ids is the order of time. */
export interface ReminderRecord {
  readonly merchant: string
  /** `<guide>.<clock>`. */
  readonly clock: string
  /** ms; when the deadline is, as it was when the reminder was planned. */
  readonly endsMs: number
  /** The openid, sealed for this document: kept only until the message is sent. */
  readonly to: string
  /** ms; somebody is sending it, or died doing so. null: nobody. */
  readonly claimed: number | null
  /** Attempts that WeChat did not take. */
  readonly tries: number
}

/** `erased`, by merchant id: replayed after a restore. */
export interface ErasedRecord {
  /** ms */
  readonly at: number
  /** Absent in records from before it was noted: `merchant`. */
  readonly by?: ErasedBy
}
/** On the merchant's own wish, or because the time that the consent text names was over. */
export type ErasedBy = 'merchant' | 'retention'
