/** The shapes of the bodies that reps send. */
import { z } from 'zod'
import { idPattern, scenePattern } from './ids'

/** Whatever is not a live code answers alike, so its form is not checked here. */
export const claimBody = z.object({ code: z.unknown().optional() })

const id = z.string().regex(idPattern)
const line = /[\p{C}\s]+/gu
/** One line as a person writes it, without anything invisible. */
const said = (longest: number) =>
  z
    .string()
    .max(4 * longest)
    .transform((text) => text.replace(line, ' ').trim())
    .refine((text) => [...text].length <= longest)

export const codeNameBody = z.object({ name: said(20).refine((text) => text !== '') })
export const sceneBody = z.object({ scene: z.string().regex(scenePattern) })

export const filters = ['stuck', 'deadline', 'retake', 'finished'] as const
export type Filter = (typeof filters)[number]
export const sorts = ['active', '-active', 'deadline', '-deadline', 'progress', '-progress'] as const
export type Sort = (typeof sorts)[number]

export const merchantsBody = z.object({
  cursor: z.string().max(200).optional(),
  filter: z.enum(filters).optional(),
  sort: z.enum(sorts).optional(),
  search: z.string().max(100).optional(),
})

export const idBody = z.object({ id })
/** Halves of characters and NUL cannot be kept. */
export const noteBody = z.object({
  id,
  text: z
    .string()
    .max(500)
    .transform((text) => text.replace(/[\u0000\ud800-\udfff]/gu, '').trim()),
})
export const reviewBody = z.object({
  id,
  photoId: id,
  verdict: z.enum(['fine', 'retake']),
  reason: said(60)
    .transform((text) => (text === '' ? undefined : text))
    .optional(),
})

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
export const spanBody = z.object({ from: day, to: day })
export const exportBody = z.object({ cursor: id.optional() })
