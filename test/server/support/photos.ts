/** Pictures made on the spot: paper with lines on it, a licence's QR code where one is wanted. */
import { createHash } from 'node:crypto'
import QRCode from 'qrcode'
import sharp from 'sharp'

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export async function jpegPhoto(width = 1600, height = 1130, shade = 240): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: shade, g: shade, b: 225 } } })
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** Grain that no encoder can shrink. */
export async function noisyPhoto(width: number, height: number, quality = 90): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .jpeg({ quality })
    .toBuffer()
}

export async function licencePhoto(says: string | Buffer, turn = 0): Promise<Buffer> {
  const content = typeof says === 'string' ? says : [{ data: says, mode: 'byte' as const }]
  const code = await QRCode.toBuffer(content, { width: 240, margin: 2 })
  const paper = await sharp({ create: { width: 2000, height: 1414, channels: 3, background: '#f4efdf' } })
    .composite([{ input: code, left: 1620, top: 1040 }])
    .png()
    .toBuffer()
  return sharp(paper).rotate(turn, { background: '#765432' }).blur(0.8).jpeg({ quality: 80 }).toBuffer()
}
