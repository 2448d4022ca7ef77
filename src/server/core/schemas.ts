/** The shapes of the bodies. Unknown members are dropped: only what is named here gets in. */
import { z } from 'zod'
import type { Value } from '#domain/entries'
import { protocolVersion } from '#sync/protocol'
import { consentKinds } from './records'
import { idPattern, namePattern, sha256Pattern } from './ids'

const photoId = z.string().regex(idPattern)

export const nothing = z.object({})

/** `was`: the merchant that the phone took itself for until now. */
const was = z.string().regex(idPattern).optional()
export const loginBody = z.discriminatedUnion('provider', [
  z.object({ provider: z.literal('wechat'), code: z.string().min(1).max(256).optional(), was }),
  z.object({ provider: z.literal('guest'), key: z.string().regex(/^[0-9a-f]{64}$/), was }),
])

/** Whatever is not a live scene answers alike, so its form is not checked here. */
export const inviteBody = z.object({ scene: z.unknown().optional() })
export const joinBody = z.object({ scene: z.unknown().optional(), move: z.boolean().optional() })

export const consentBody = z.object({
  kind: z.enum(consentKinds),
  granted: z.boolean(),
  version: z.string().min(1).max(64),
})

/** One bad op must not hold up the others, so ops are made harmless here and refused one by one by reduce. */
const op = z.object({
  k: z.string().catch(''),
  v: z.unknown().transform((value): Value => (isValue(value) ? value : {})),
  s: z.string().catch(''),
})

function isValue(value: unknown): value is Value {
  if (value === null || ['boolean', 'number', 'string'].includes(typeof value)) return true
  return typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isValue)
}

export const syncBody = z.object({
  p: z.literal(protocolVersion),
  schema: z.int().min(0).max(1_000_000),
  doc: z.string().min(1).max(64),
  dev: z.string().regex(/^[A-Za-z0-9]{8,22}$/),
  ep: z.string().max(64).nullable(),
  base: z.int().min(0),
  full: z.literal(true).optional(),
  ops: z.array(op),
  /** When the last consent that the phone knows of was given (ms): it need not be told again. */
  agreed: z.number().optional().catch(undefined),
})

export const ticketBody = z.object({
  photoId,
  slot: z.string().regex(namePattern),
  sha256: z.string().regex(sha256Pattern),
  size: z.int().min(1),
  /** It is to come in pieces. */
  pieces: z.literal(true).optional(),
})
/** `data`: base64, at most 128 KB of it; what it must hold exactly, pieces.ts knows. */
export const chunkBody = z.object({
  photoId,
  offset: z.int().min(0),
  data: z
    .string()
    .min(1)
    .max(128 * 1024),
})
/** `clock` is `<guide>.<clock>`; `code` a fresh one of wx.login, where the call has no identity of its own. */
export const remindBody = z.object({
  clock: z.string().regex(/^[a-z0-9-]{1,40}\.[a-z0-9-]{1,40}$/),
  template: z.string().min(1).max(64),
  code: z.string().min(1).max(256).optional(),
})
export const photoBody = z.object({ photoId })
/** `id`: the merchant whose photo it is, when a rep asks. */
export const linkBody = z.object({
  photoId,
  variant: z.enum(['full', 'thumb', 'watermarked']),
  id: z.string().regex(idPattern).optional(),
})
