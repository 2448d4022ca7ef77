/** Test photographs, drawn by us: a made-up business licence, and files that are no photographs. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

/** A made-up licence, landscape, with noise like a real photo's, as a JPEG file in `dir`. */
export async function drawLicence(dir: string, name = 'licence.jpg'): Promise<string> {
  const file = path.join(dir, name)
  const lines = Array.from({ length: 9 }, (_, i) => `<rect x="260" y="${520 + i * 90}" width="${900 - i * 40}" height="26" fill="#555"/>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1700"><rect width="2400" height="1700" fill="#8a7f74"/><rect x="120" y="100" width="2160" height="1500" fill="#fffdf4"/><rect x="170" y="150" width="2060" height="1400" fill="none" stroke="#b58b3a" stroke-width="14"/><rect x="820" y="260" width="760" height="110" fill="#b3261e"/>${lines}<circle cx="1900" cy="1300" r="150" fill="none" stroke="#c33" stroke-width="12"/></svg>`
  await sharp(Buffer.from(svg)).jpeg({ quality: 88 }).withMetadata({ exif: { IFD0: { Make: 'TestCamera' } } }).toFile(file)
  return file
}

export function notAPhoto(dir: string): string {
  const file = path.join(dir, 'notes.jpg')
  writeFileSync(file, '这不是照片，只是一段文字。\n'.repeat(200))
  return file
}

/** 20 MB of a real JPEG followed by nothing a decoder reads. */
export async function hugePhoto(dir: string): Promise<string> {
  const file = path.join(dir, 'huge.jpg')
  const small = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#ddd' } }).jpeg().toBuffer()
  writeFileSync(file, Buffer.concat([small, Buffer.alloc(20 * 1024 * 1024)]))
  return file
}
