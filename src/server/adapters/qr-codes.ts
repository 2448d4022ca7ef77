/** Plain QR codes of an address, where there is no mini-program to open. */
import { toBuffer } from 'qrcode'
import type { Codes } from '../core/ports'

/** px, with the quiet zone; level Q reads with a quarter of it dirty or bent, as prints on a counter are. */
const side = 860

export const createQrCodes = (): Codes => ({
  kind: 'qr',
  draw: async (_scene, url) => ({
    ok: true,
    png: await toBuffer(url, { type: 'png', width: side, margin: 4, errorCorrectionLevel: 'Q' }),
  }),
})
