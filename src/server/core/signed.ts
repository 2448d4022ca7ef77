/** Short-lived claims that the function hands out and gets back: `<payload>.<signature>`, both base64url. */
import type { z } from 'zod'
import type { Secrets } from './ports'

type Purpose = Parameters<Secrets['sign']>[0]

export function seal(secrets: Secrets, purpose: Purpose, payload: object): string {
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url')
  return `${text}.${secrets.sign(purpose, text)}`
}

/** null: not ours, or changed. The payload says itself until when it is good. */
export function unseal<T>(secrets: Secrets, purpose: Purpose, sealed: string, schema: z.ZodType<T>): T | null {
  const [text, signature, ...more] = sealed.split('.')
  if (text === undefined || signature === undefined || more.length > 0) return null
  if (!secrets.same(signature, secrets.sign(purpose, text))) return null
  const parsed = schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  return parsed.success ? parsed.data : null
}
