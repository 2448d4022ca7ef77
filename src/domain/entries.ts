/**
 * What a merchant entered: a map of keys to values. This file is the keys' grammar; how two copies of
 * the map agree is sync/.
 *
 * | key                          | value                                     | written by   |
 * | `a.<question>`               | option id                                 | phone        |
 * | `c.<material>`               | true                                      | phone        |
 * | `s.<guide>.<step>`           | ms since 1970 when ticked                 | phone        |
 * | `t.<material>.<field>`       | text, at most 500 characters              | phone        |
 * | `l.<material>.<field>`       | text that never leaves this phone         | phone        |
 * | `p.<slot>.<photoId>`         | {sha256, w, h, n?}: n orders pages        | phone        |
 * | `v.photo.<photoId>`, `v.review.<photoId>` | {state,…}, {verdict, reason?} | server only  |
 *
 * null is a tombstone: the entry was taken back.
 */
import type { QuestionId } from './content/types'

export type Value = boolean | number | string | null | { readonly [key: string]: Value }
export type Entries = ReadonlyMap<string, Value>

export const maxTextLength = 500

export const keyOf = {
  answer: (question: QuestionId) => `a.${question}`,
  confirmed: (material: string) => `c.${material}`,
  ticked: (guide: string, step: string) => `s.${guide}.${step}`,
  text: (material: string, field: string) => `t.${material}.${field}`,
  local: (material: string, field: string) => `l.${material}.${field}`,
  photo: (slot: string, photoId: string) => `p.${slot}.${photoId}`,
  photoVerdict: (photoId: string) => `v.photo.${photoId}`,
  review: (photoId: string) => `v.review.${photoId}`,
} as const

/** The key under which the shop's name is kept; what a rep sees when progress is shared. */
export const shopNameKey = keyOf.text('shop', 'name')
