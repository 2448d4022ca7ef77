/**
 * Photos from outside. Only JPEG, PNG and WebP are ever given to a decoder, each by its first bytes; what
 * comes out is drawn anew as JPEG: upright, without metadata, without anything that was hidden in the file.
 *
 * A decoder is native code that reads what strangers wrote: a server does this work in processes of its own
 * (image-pool.ts), only the cloud function does it in its own process.
 */
import sharp, { type Sharp } from 'sharp'
import type { ImageOutcome, Images, Log } from '../core/ports'
import { createGate, type Gate } from './gate'
import { licenceOrNull } from './licence-or-null'
import { readLicenceCode } from './licence-reader'
import { watermarked } from './watermark'

/** Decoded pixels; a phone's largest photo has about 50 million, what it sends after shrinking far fewer. */
const maxPixels = 40_000_000
const maxSide = 12_000
/** The stored picture: px of the longer side, and bytes. WeChat's forms take 2 MB. */
const fullSide = 4096
const fullBytes = 2 * 1024 * 1024
const thumbSide = 320
const quality = 88
/** Tried in order until the picture is small enough. */
const smaller = [
  { quality: 76, side: fullSide },
  { quality: 70, side: 2600 },
  { quality: 60, side: 1800 },
]

const loaders = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer']

/** libvips is one per process: this holds for all of it. */
function harden(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders })
  sharp.concurrency(1)
  sharp.cache(false)
}

/** The work itself, in whichever process: as many at once as are asked for, and all of it may throw. */
export function createImageWork(): Images {
  harden()
  return {
    normalise,
    watermark: (jpeg, text) => watermarked(jpeg, text, quality),
    readLicence: readLicenceCode,
  }
}

/** In this process, two at once: each picture at work needs 150 to 480 MB. */
export function createImages(log: Log): Images {
  const work = createImageWork()
  const gate: Gate = createGate(2, 64)
  return {
    normalise: (bytes) => gate(() => work.normalise(bytes)),
    watermark: (jpeg, text) => gate(() => work.watermark(jpeg, text)),
    readLicence: (jpeg) => licenceOrNull(log, () => gate(() => work.readLicence(jpeg))),
  }
}

function isPhoto(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || /^RIFF[^]{4}WEBP$/.test(head)
}

const decoder = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: maxPixels, failOn: 'warning', pages: 1 }).timeout({ seconds: 10 })

async function normalise(bytes: Uint8Array): Promise<ImageOutcome> {
  if (!isPhoto(bytes)) return { ok: false, error: 'unsupported-media' }
  try {
    // The header only: nothing is decoded before its size is known.
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width > maxSide || height > maxSide || width * height > maxPixels) return { ok: false, error: 'too-large' }
    const full = await encodeFull(bytes)
    const thumb = await upright(full.data, thumbSide).jpeg({ quality: 70 }).toBuffer()
    return { ok: true, full: full.data, thumb, width: full.info.width, height: full.info.height }
  } catch {
    // Whatever a decoder objects to, the answer is the same: this file is no good.
    return { ok: false, error: 'unprocessable' }
  }
}

const upright = (bytes: Uint8Array, side: number): Sharp =>
  decoder(bytes)
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')

async function encodeFull(bytes: Uint8Array) {
  const encode = (shrink: { readonly quality: number; readonly side: number }) =>
    upright(bytes, shrink.side).jpeg({ quality: shrink.quality }).toBuffer({ resolveWithObject: true })
  let made = await encode({ quality, side: fullSide })
  for (const shrink of smaller) {
    if (made.data.length <= fullBytes) return made
    made = await encode(shrink)
  }
  return made
}
