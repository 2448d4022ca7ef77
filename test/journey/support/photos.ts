/** Test photographs, drawn by us: made-up papers as a phone takes them, and files that are no photographs. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import QRCode from 'qrcode'
import sharp from 'sharp'

/** What a phone writes into a photo, the place above all. */
const exif = {
  IFD0: { Make: 'TestCamera' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 10/1 0/1' },
}

async function photograph(file: string, svg: string): Promise<string> {
  await sharp(Buffer.from(svg)).jpeg({ quality: 88 }).withExif(exif).toFile(file)
  return file
}

/** Grey lines in place of words. */
const lines = (count: number, x: number, y: number, width: number) =>
  Array.from(
    { length: count },
    (_, i) => `<rect x="${x}" y="${y + i * 90}" width="${width - i * 40}" height="26" fill="#555"/>`,
  ).join('')

/** A made-up licence, landscape, with the place where it was taken in its metadata. `says`: its QR code. */
export async function drawLicence(dir: string, says?: string): Promise<string> {
  const code = says === undefined ? '' : await QRCode.toString(says, { type: 'svg', width: 420, margin: 4 })
  const inside = code.replace(/^[^]*?<svg/, '<svg x="1640" y="320"')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1700"><rect width="2400" height="1700" fill="#8a7f74"/><rect x="120" y="100" width="2160" height="1500" fill="#fffdf4"/><rect x="170" y="150" width="2060" height="1400" fill="none" stroke="#b58b3a" stroke-width="14"/><rect x="620" y="260" width="760" height="110" fill="#b3261e"/>${lines(9, 260, 520, 900)}${inside}<circle cx="1900" cy="1300" r="150" fill="none" stroke="#c33" stroke-width="12"/></svg>`
  return photograph(path.join(dir, 'licence.jpg'), svg)
}

/** A made-up permit, upright. */
export async function drawPermit(dir: string): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1700" height="2300"><rect width="1700" height="2300" fill="#6f7a80"/><rect x="90" y="100" width="1520" height="2100" fill="#f8fbff"/><rect x="430" y="260" width="840" height="120" fill="#2b5ea7"/>${lines(14, 220, 560, 1200)}</svg>`
  return photograph(path.join(dir, 'permit.jpg'), svg)
}

export function notAPhoto(dir: string): string {
  const file = path.join(dir, 'notes.jpg')
  writeFileSync(file, '这不是照片，只是一段文字。\n'.repeat(200))
  return file
}

/** 52 MB: a real JPEG followed by nothing a decoder reads. */
export async function hugePhoto(dir: string): Promise<string> {
  const file = path.join(dir, 'huge.jpg')
  const small = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#ddd' } })
    .jpeg()
    .toBuffer()
  writeFileSync(file, Buffer.concat([small, Buffer.alloc(52 * 1024 * 1024)]))
  return file
}

/** What an iPhone's own format begins with; no browser but Safari can decode it. */
export function heicPhoto(dir: string): string {
  const file = path.join(dir, 'phone.heic.jpg')
  writeFileSync(
    file,
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(4_000, 7)]),
  )
  return file
}

export async function thumbnail(dir: string): Promise<string> {
  const file = path.join(dir, 'thumbnail.jpg')
  await sharp({ create: { width: 200, height: 150, channels: 3, background: '#ddd' } })
    .jpeg()
    .toFile(file)
  return file
}
