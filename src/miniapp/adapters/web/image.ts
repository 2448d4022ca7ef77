/** Turns a chosen file into the photo that official forms accept (photo-rules.ts), with a canvas. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { PrepareOutcome } from '../../ports/files'
import { fitted, photoRules } from '../photo-rules'

export function kindOf(head: Uint8Array): 'image' | 'heic' | 'other' {
  const text = String.fromCharCode(...head.slice(0, 12))
  if (
    text.startsWith('\xff\xd8\xff') ||
    text.startsWith('\x89PNG') ||
    (text.startsWith('RIFF') && text.slice(8) === 'WEBP')
  )
    return 'image'
  return /^....ftyp(heic|heix|hevc|mif1|msf1)/s.test(text) ? 'heic' : 'other'
}

async function decode(blob: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' })
  } catch {
    return null // not decodable on this phone
  }
}

function draw(bitmap: ImageBitmap): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, fitted(bitmap))
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.fillStyle = '#fff' // a transparent PNG would turn black
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

const encode = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))

/** The best quality that meets the target; otherwise the smallest that meets the hard limit. */
async function smallest(canvas: HTMLCanvasElement): Promise<Blob | null> {
  let best: Blob | null = null
  for (const quality of photoRules.qualities) {
    const blob = await encode(canvas, quality)
    if (blob === null) return best
    best = blob
    if (blob.size <= photoRules.target) break
  }
  return best
}

export async function prepareInBrowser(path: string): Promise<PrepareOutcome> {
  const source = await (await fetch(path)).blob()
  if (source.size > photoRules.maxChosen) return { ok: false, error: 'too-large' }
  const kind = kindOf(new Uint8Array(await source.slice(0, 16).arrayBuffer()))
  if (kind === 'other') return { ok: false, error: 'not-a-photo' }
  const bitmap = await decode(source)
  if (bitmap === null) return { ok: false, error: kind === 'heic' ? 'heic' : 'not-a-photo' }
  if (Math.min(bitmap.width, bitmap.height) < photoRules.smallestShortEdge) return { ok: false, error: 'too-small' }
  const canvas = draw(bitmap)
  bitmap.close()
  const blob = canvas === null ? null : await smallest(canvas)
  if (canvas === null || blob === null || blob.size > photoRules.hardLimit) return { ok: false, error: 'failed' }
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return {
    ok: true,
    path: URL.createObjectURL(blob),
    width: canvas.width,
    height: canvas.height,
    bytes: bytes.length,
    sha256: bytesToHex(sha256(bytes)),
  }
}
