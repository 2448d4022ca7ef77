/**
 * The operator's `rep` command where the database is out of reach: an order to the function itself, proved by
 * the master key and good for five minutes. Whoever can start the function by other means (a phone, the
 * gateway) does not have the key.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { derive } from '../secrets'

const freshMs = 300_000
const maxArgs = 8

const orderSchema = z.object({
  args: z.array(z.string().max(200)).max(maxArgs),
  /** ms */
  at: z.number(),
  proof: z.string().length(43),
})
export type Order = z.infer<typeof orderSchema>

const proofOf = (masterKey: Uint8Array, args: readonly string[], at: number): string =>
  createHmac('sha256', derive(masterKey, 'operator'))
    .update(JSON.stringify([args, at]))
    .digest('base64url')

export const sealOrder = (masterKey: Uint8Array, args: readonly string[], at: number): Order => ({
  args: [...args],
  at,
  proof: proofOf(masterKey, args, at),
})

/** The command's arguments; null: not from who has the key, or too old. */
export function openOrder(masterKey: Uint8Array, order: unknown, now: number): readonly string[] | null {
  const parsed = orderSchema.safeParse(order)
  if (!parsed.success) return null
  const { args, at, proof } = parsed.data
  const expected = proofOf(masterKey, args, at)
  const same = timingSafeEqual(Buffer.from(proof.padEnd(43)).subarray(0, 43), Buffer.from(expected))
  return same && Math.abs(now - at) <= freshMs ? args : null
}
