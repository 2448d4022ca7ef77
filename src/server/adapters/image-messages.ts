/**
 * What goes between the server and a process that looks at pictures (image-worker.ts, image-serve.ts). The
 * process reads what strangers wrote, so what it answers is looked at like anything else from outside.
 */
import { z } from 'zod'

export type ImageRequest =
  | { readonly task: 'normalise' | 'readLicence'; readonly bytes: Uint8Array }
  | { readonly task: 'watermark'; readonly bytes: Uint8Array; readonly text: string }

const maxBytes = 20 * 1024 * 1024
const jpeg = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes.length < maxBytes)
const pixels = z.int().positive()

/** The results of each task. */
export const resultSchemas = {
  normalise: z.union([
    z.strictObject({ ok: z.literal(true), full: jpeg, thumb: jpeg, width: pixels, height: pixels }),
    z.strictObject({ ok: z.literal(false), error: z.enum(['unsupported-media', 'unprocessable', 'too-large']) }),
  ]),
  watermark: jpeg,
  readLicence: z.strictObject({ code: z.string().exactOptional(), name: z.string().exactOptional() }).nullable(),
}

/** `rss`: bytes of memory that the process holds. */
const rss = z.number().nonnegative()

export const messageSchema = z.discriminatedUnion('is', [
  /** It can be asked. */
  z.strictObject({ is: z.literal('ready') }),
  z.strictObject({ is: z.literal('done'), result: z.unknown(), rss }),
  /** The work threw. */
  z.strictObject({ is: z.literal('failed'), message: z.string().max(1000), rss }),
  /** It holds more memory than it may. */
  z.strictObject({ is: z.literal('too-big'), rss }),
])
export type ImageMessage = z.infer<typeof messageSchema>
