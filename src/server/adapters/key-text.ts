/** A wrapped key as a line of text. */
import { z } from 'zod'
import type { WrappedKey } from './merchant-keys'

const keySchema = z.object({
  owner: z.string().min(1).max(64),
  wrapper: z.string().regex(/^[0-9a-f]{8}$/),
  wrapped: z.base64().min(1).max(200),
})

export const textOf = ({ wrapped, ...names }: WrappedKey): string =>
  `${JSON.stringify({ ...names, wrapped: Buffer.from(wrapped).toString('base64') })}\n`

/** Throws when it is none. */
export function keyIn(line: string): WrappedKey {
  const { wrapped, ...names } = keySchema.parse(JSON.parse(line))
  return { ...names, wrapped: Buffer.from(wrapped, 'base64') }
}
