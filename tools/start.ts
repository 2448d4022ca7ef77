/** `npm start`: everything from a fresh clone to a QR code that a phone can scan. */
import { buildWeb } from './build-web'
import { preflight } from './preflight'
import { serve } from './serve'

export async function main(): Promise<void> {
  const settings = await preflight(process.env)
  await buildWeb()
  await serve(settings)
}
