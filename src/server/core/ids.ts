/** Ids and secrets: their grammar and how they are made. */
import type { Secrets } from './ports'

/** Merchants, reps, photos, desks. */
export const idPattern = /^[A-Za-z0-9]{16,22}$/
/** What a rep's QR code carries. */
export const scenePattern = /^[A-Za-z0-9_-]{22}$/
/** Slots, materials, guides, steps. */
export const namePattern = /^[a-z0-9-]{1,40}$/
/** What `newToken` makes. */
export const tokenPattern = /^[A-Za-z0-9_-]{43}$/
export const sha256Pattern = /^[0-9a-f]{64}$/

type Random = Pick<Secrets, 'random'>

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** Without the letters and digits that people mix up; 32 characters, 5 bits each. */
const typed = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 22 characters of [A-Za-z0-9]: 130 bits. Bytes past the last whole multiple of 62 are dropped, so that no character is likelier. */
export function newId(secrets: Random): string {
  let id = ''
  while (id.length < 22) {
    for (const byte of secrets.random(32)) {
      if (byte < 248 && id.length < 22) id += letters[byte % 62]
    }
  }
  return id
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** 128 bits in 22 characters. */
export const newSceneToken = (secrets: Random) => base64url(secrets.random(16))
/** 256 bits in 43 characters. */
export const newToken = (secrets: Random) => base64url(secrets.random(32))
/** 130 bits in 26 characters that a person can type, in groups: XXXXX-XXXXX-…. */
export const newClaimCode = (secrets: Random) =>
  [...secrets.random(26)]
    .map((byte) => typed[byte % 32])
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-')
/** The form of a claim code that is hashed: what people add or change while typing does not matter. */
export const plainClaimCode = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '')
