/** Who this phone is to the function, and what its owner agreed to: the shapes, and the text in storage. */
import { isBoolean, isListOf, isNumber, isRecord, isString, parseJson } from './shapes'

export const consentKinds = ['service', 'documents', 'share-progress', 'share-photos'] as const
export type ConsentKind = (typeof consentKinds)[number]

export interface Consent {
  readonly granted: boolean
  /** Names the text that was shown. */
  readonly version: string
  /** ms */
  readonly at: number
}
export type Consents = { readonly [kind in ConsentKind]?: Consent }

export interface Rep {
  readonly name: string
  readonly company: string
}
export type Inviter = Rep & { readonly scene: string }
/** The caller's own role. */
export type RepRole = Rep & { readonly id: string }

/**
 * A merchant who is not at the function any more, and whose entries are still on this phone: erased on
 * another device, erased because the time for keeping was over, or lost there (a restored backup).
 */
export interface Left {
  readonly merchant: string
  readonly why: LeftWhy
}
const whys = ['erased', 'expired', 'lost'] as const
export type LeftWhy = (typeof whys)[number]

export interface SessionRecord {
  /** The guest's secret: made at the first login, 64 hex characters. */
  readonly guestKey: string | null
  readonly token: string | null
  readonly merchantId: string | null
  readonly consents: Consents
  /** Answers the function has not heard. */
  readonly unsent: readonly ConsentKind[]
  /** The rep whose code was scanned; the one who was joined; the caller's own role. */
  readonly scene: string | null
  readonly inviter: Inviter | null
  readonly inviteRevoked: boolean
  readonly invitedBy: Rep | null
  readonly rep: RepRole | null
  /** null once it is decided what becomes of the entries. */
  readonly left: Left | null
}

export const nobody: SessionRecord = {
  guestKey: null,
  token: null,
  merchantId: null,
  consents: {},
  unsent: [],
  scene: null,
  inviter: null,
  inviteRevoked: false,
  invitedBy: null,
  rep: null,
  left: null,
}

export const isConsentKind = (value: unknown): value is ConsentKind => consentKinds.some((kind) => kind === value)
const isConsent = (value: unknown): value is Consent =>
  isRecord(value) && isBoolean(value.granted) && isString(value.version) && isNumber(value.at)
export const isRep = (value: unknown): value is Rep =>
  isRecord(value) && isString(value.name) && isString(value.company)
export const isRole = (value: unknown): value is RepRole => isRep(value) && 'id' in value && isString(value.id)
export const isLeftWhy = (value: unknown): value is LeftWhy => whys.some((why) => why === value)
const isLeft = (value: unknown): value is Left => isRecord(value) && isString(value.merchant) && isLeftWhy(value.why)
const isInviter = (value: unknown): value is Inviter => isRep(value) && 'scene' in value && isString(value.scene)

/** What the function says of consents; what cannot be read counts as not given. */
export function consentsFrom(value: unknown): Consents {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    consentKinds.flatMap((kind) => {
      const consent = value[kind]
      return isConsent(consent) ? [[kind, consent] as const] : []
    }),
  )
}

const textOrNull = (value: unknown): string | null => (isString(value) ? value : null)

/** null: no session's text. Single members that do not fit are left out. */
export function decodeSession(text: string): SessionRecord | null {
  const stored = parseJson(text)
  if (!isRecord(stored)) return null
  return {
    guestKey: textOrNull(stored.guestKey),
    token: textOrNull(stored.token),
    merchantId: textOrNull(stored.merchantId),
    consents: consentsFrom(stored.consents),
    unsent: isListOf(stored.unsent, isConsentKind) ? stored.unsent : [],
    scene: textOrNull(stored.scene),
    inviter: isInviter(stored.inviter) ? stored.inviter : null,
    inviteRevoked: stored.inviteRevoked === true,
    invitedBy: isRep(stored.invitedBy) ? stored.invitedBy : null,
    rep: isRole(stored.rep) ? stored.rep : null,
    left: isLeft(stored.left) ? stored.left : null,
  }
}
