/** Draws a QR code and reads it again: pixel work is slow within jest. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { createQrCodes } from '../../../src/server/adapters/qr-codes'

export async function main([url = '']: readonly string[]): Promise<void> {
  const wasm = readFileSync(createRequire(`${process.cwd()}/`).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } })
  const drawn = await createQrCodes().draw('', url)
  if (!drawn.ok) throw new Error(drawn.error)
  const [found] = await readBarcodes(Uint8Array.from(drawn.png))
  process.stdout.write(found?.text ?? '')
}
