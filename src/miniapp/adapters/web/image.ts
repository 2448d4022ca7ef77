/** Photos in a browser: decoded upright by it, drawn on a canvas. */
import type { OpenPhoto, Paint, PrepareOutcome } from '../../ports/files'
import { createImaging, type Drawable } from '../imaging'
import { photoRules } from '../photo-rules'

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

async function decode(blob: Blob): Promise<Drawable | null> {
  try {
    const image = await createImageBitmap(blob, { imageOrientation: 'from-image' })
    return { image, width: image.width, height: image.height, close: () => image.close() }
  } catch {
    return null // not decodable on this phone
  }
}

const imaging = createImaging<HTMLCanvasElement>({
  canvas: (width, height) => Object.assign(document.createElement('canvas'), { width, height }),
  context: (canvas) => canvas.getContext('2d'),
  async jpeg(canvas, quality) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (blob === null) return null
    return { path: URL.createObjectURL(blob), content: new Uint8Array(await blob.arrayBuffer()) }
  },
})

const fetched = async (path: string) => (await fetch(path)).blob()

export async function openInBrowser(path: string): Promise<OpenPhoto | null> {
  const picture = await decode(await fetched(path))
  return picture === null ? null : imaging.read(picture)
}

export const renderInBrowser = (width: number, height: number, paint: Paint): Promise<PrepareOutcome> =>
  imaging.fromPaint(width, height, paint)

export async function prepareInBrowser(path: string): Promise<PrepareOutcome> {
  const source = await fetched(path)
  if (source.size > photoRules.maxChosen) return { ok: false, error: 'too-large' }
  const kind = kindOf(new Uint8Array(await source.slice(0, 16).arrayBuffer()))
  if (kind === 'other') return { ok: false, error: 'not-a-photo' }
  const picture = await decode(source)
  if (picture === null) return { ok: false, error: kind === 'heic' ? 'heic' : 'not-a-photo' }
  if (Math.min(picture.width, picture.height) < photoRules.smallestShortEdge) return { ok: false, error: 'too-small' }
  return imaging.fromPicture(picture)
}
