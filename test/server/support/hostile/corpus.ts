/** Files that want something, or are not what they say; each with the answer that it gets. */
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { ImageOutcome } from '../../../../src/server/core/ports'
import { canary, grainy, originals } from './originals'
import { animatedPng, blackPng, bombPng, chunk } from './png'

export type Answer = 'taken' | (ImageOutcome & { readonly ok: false })['error']
export interface Hostile {
  readonly name: string
  readonly bytes: () => Promise<Buffer> | Buffer
  readonly answer: Answer
}

const html = `<!DOCTYPE html><script>alert("${canary}")</script>`
const zip = `PK\x03\x04\x14\x00${canary}PK\x05\x06${'\0'.repeat(18)}`
const made = (kind: string) => originals[kind]?.() ?? Promise.reject(new Error(kind))
const followedBy = (kind: string, text: string) => async () =>
  Buffer.concat([await made(kind), Buffer.from(text, 'latin1')])

/** A segment right behind the start of a JPEG. */
const withSegment = (marker: number, text: string) => async () => {
  const jpeg = await made('jpeg')
  const head = Buffer.from([0xff, marker, (text.length + 2) >> 8, (text.length + 2) & 0xff])
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text, 'latin1'), jpeg.subarray(2)])
}
/** 100 MB in 100 KB. */
const packed = (name: string) => Buffer.concat([Buffer.from(`${name}\0\0`), deflateSync(Buffer.alloc(100_000_000))])
const small = (width = 60, height = 40) => grainy(width, height)

/** The last of its scans again and again: each goes over the whole picture. */
async function manyScans(): Promise<Buffer> {
  const jpeg = await small(3000, 3000).jpeg({ progressive: true, quality: 10 }).toBuffer()
  const scan = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), -2)
  const again = Array.from({ length: Math.min(300, Math.floor(6_000_000 / scan.length)) }, () => scan)
  return Buffer.concat([jpeg.subarray(0, -2), ...again, jpeg.subarray(-2)])
}

export const twoAtOnce: readonly Hostile[] = [
  { name: 'JPEG and HTML', bytes: followedBy('jpeg', html), answer: 'taken' },
  { name: 'JPEG and ZIP', bytes: followedBy('jpeg', zip), answer: 'taken' },
  { name: 'PNG and ZIP', bytes: followedBy('png', zip), answer: 'taken' },
  { name: 'WebP and ZIP', bytes: followedBy('webp', zip), answer: 'taken' },
  { name: 'HTML in a comment', bytes: withSegment(0xfe, html), answer: 'taken' },
  { name: 'PDF in an application segment', bytes: withSegment(0xed, `%PDF-1.7 ${canary}`), answer: 'taken' },
  {
    name: 'a second JPEG',
    bytes: async () => Buffer.concat([await made('jpeg'), await made('jpeg')]),
    answer: 'taken',
  },
  {
    name: 'a script in a text chunk',
    bytes: () => blackPng(60, 40, chunk('tEXt', Buffer.from(`Comment\0${html}`))),
    answer: 'taken',
  },
  { name: 'GIF and JavaScript', bytes: () => Buffer.from('GIF89a/*…*/=1;alert(1)'), answer: 'unsupported-media' },
  {
    name: 'JavaScript and JPEG',
    bytes: async () => Buffer.concat([Buffer.from('/*'), await made('jpeg')]),
    answer: 'unsupported-media',
  },
]

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
const two = () => Promise.all([1, 2].map(() => small().png().toBuffer()))

export const otherTypes: readonly Hostile[] = [
  { name: 'SVG', bytes: () => Buffer.from(svg), answer: 'unsupported-media' },
  {
    name: 'SVG with a declaration',
    bytes: () => Buffer.from(`<?xml version="1.0"?>${svg}`),
    answer: 'unsupported-media',
  },
  {
    name: 'moving GIF',
    bytes: async () =>
      sharp(await two(), { join: { animated: true } })
        .gif()
        .toBuffer(),
    answer: 'unsupported-media',
  },
  {
    name: 'moving WebP',
    bytes: async () =>
      sharp(await two(), { join: { animated: true } })
        .webp()
        .toBuffer(),
    answer: 'taken',
  },
  { name: 'moving PNG', bytes: () => animatedPng(60, 40), answer: 'taken' },
  { name: 'TIFF', bytes: () => small().tiff().toBuffer(), answer: 'unsupported-media' },
  { name: 'AVIF', bytes: () => small().avif({ effort: 0 }).toBuffer(), answer: 'unsupported-media' },
  { name: 'HEIC', bytes: () => Buffer.from(`\0\0\0\x18ftypheic${'\0'.repeat(60)}`), answer: 'unsupported-media' },
  { name: 'BMP', bytes: () => Buffer.from(`BM${'\0'.repeat(60)}`), answer: 'unsupported-media' },
  { name: 'PDF', bytes: () => Buffer.from('%PDF-1.7\n'), answer: 'unsupported-media' },
  { name: 'zero bytes', bytes: () => Buffer.alloc(0), answer: 'unsupported-media' },
  { name: 'one byte', bytes: () => Buffer.from([0xff]), answer: 'unsupported-media' },
  {
    name: 'the beginning of a JPEG and zeros',
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5000)]),
    answer: 'unprocessable',
  },
  {
    name: 'the beginning of a PNG alone',
    bytes: () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    answer: 'unprocessable',
  },
  {
    name: 'RIFF that holds sound',
    bytes: () => Buffer.from(`RIFF\x24\0\0\0WAVE${'\0'.repeat(40)}`),
    answer: 'unsupported-media',
  },
  {
    name: 'WebP that holds nothing',
    bytes: () => Buffer.from(`RIFF\x24\0\0\0WEBPVP8 ${'\0'.repeat(40)}`),
    answer: 'unprocessable',
  },
]

export const oddButGood: readonly Hostile[] = [
  { name: 'CMYK', bytes: () => small().toColourspace('cmyk').jpeg().toBuffer(), answer: 'taken' },
  { name: '16 bits', bytes: () => small().toColourspace('rgb16').png().toBuffer(), answer: 'taken' },
  {
    name: '16 bits grey, transparent, interlaced',
    bytes: () => small().ensureAlpha(0.5).toColourspace('grey16').png({ progressive: true }).toBuffer(),
    answer: 'taken',
  },
  { name: 'palette', bytes: () => small().png({ palette: true, colours: 8 }).toBuffer(), answer: 'taken' },
  { name: 'one bit', bytes: () => blackPng(61, 43), answer: 'taken' },
  { name: 'grey JPEG', bytes: () => small().greyscale().jpeg().toBuffer(), answer: 'taken' },
  { name: 'progressive', bytes: () => made('progressive'), answer: 'taken' },
  { name: 'one pixel', bytes: () => small(1, 1).jpeg().toBuffer(), answer: 'taken' },
  { name: 'a line of 12,000', bytes: () => small(12_000, 1).jpeg().toBuffer(), answer: 'taken' },
]

export const bombs: readonly Hostile[] = [
  { name: '65,500 × 65,500', bytes: () => bombPng(65_500), answer: 'too-large' },
  { name: '65,500 × 1', bytes: () => blackPng(65_500, 1), answer: 'too-large' },
  { name: '1 × 65,500', bytes: () => blackPng(1, 65_500), answer: 'too-large' },
  { name: '40 million and nine pixels', bytes: () => blackPng(7357, 5437), answer: 'too-large' },
  { name: '40 million pixels', bytes: () => blackPng(8000, 5000), answer: 'taken' },
  {
    name: '40 million pixels, progressive and in full colour',
    bytes: () =>
      sharp({ create: { width: 8000, height: 5000, channels: 3, background: '#abc' } })
        .jpeg({ progressive: true, chromaSubsampling: '4:4:4', quality: 40 })
        .toBuffer(),
    answer: 'taken',
  },
  { name: '300 scans', bytes: manyScans, answer: 'unprocessable' },
  { name: '100 MB of text', bytes: () => blackPng(60, 40, chunk('zTXt', packed('Comment'))), answer: 'taken' },
  { name: '100 MB of colour profile', bytes: () => blackPng(60, 40, chunk('iCCP', packed('p'))), answer: 'taken' },
]
