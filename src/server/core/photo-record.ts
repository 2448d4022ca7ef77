/**
 * Uploaded photos. The entry `v.photo.<photoId>` in the merchant's document is the only record of one:
 * counts and quotas are derived from it, and it changes in one step with everything else.
 */
import { z } from 'zod'
import { keyOf, type Value } from '#domain/entries'
import type { Doc } from '#sync/doc'

const recordSchema = z.object({
  state: z.literal('ok'),
  slot: z.string(),
  /** Of the file as the phone sent it: with the id it names the upload. */
  sha256: z.string(),
  /** The stored picture: px, bytes, and its own hash. */
  w: z.number(),
  h: z.number(),
  bytes: z.number(),
  stored: z.string(),
  licence: z.object({ code: z.string().optional(), name: z.string().optional() }).optional(),
})
export type PhotoRecord = z.infer<typeof recordSchema>

/** null: never uploaded. */
export function photoIn(doc: Doc, photoId: string): PhotoRecord | 'deleted' | null {
  const entry = doc.entries.find(({ k }) => k === keyOf.photoVerdict(photoId))
  if (entry === undefined) return null
  return entry.v === null ? 'deleted' : recordSchema.parse(entry.v)
}

const prefix = keyOf.photoVerdict('')

export const livePhotos = (doc: Doc): readonly { readonly photoId: string; readonly photo: PhotoRecord }[] =>
  doc.entries
    .filter(({ k, v }) => k.startsWith(prefix) && v !== null)
    .map(({ k, v }) => ({ photoId: k.slice(prefix.length), photo: recordSchema.parse(v) }))

/** The merchant took the photo back, perhaps while it was still on its way here. */
export const takenBack = (doc: Doc, slot: string, photoId: string): boolean =>
  photoIn(doc, photoId) === 'deleted' || doc.entries.some(({ k, v }) => k === keyOf.photo(slot, photoId) && v === null)

/** As the value of an entry: without members that are undefined. */
export function photoValue({ licence, ...photo }: PhotoRecord): Value {
  if (licence === undefined) return photo
  const { code, name } = licence
  return { ...photo, licence: { ...(code !== undefined && { code }), ...(name !== undefined && { name }) } }
}

/** As the phone gets it. */
export const photoReply = (photoId: string, { state: _ok, stored: _own, ...photo }: PhotoRecord) => ({
  photoId,
  ...photo,
})
