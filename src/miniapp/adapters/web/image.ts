/** Photos in a browser: decoded upright by it, drawn on a canvas. */
import type { OpenPhoto, Paint, PrepareOutcome } from '../../ports/files'
import { createImaging, type Drawable } from '../imaging'
import { kindOf } from '../photo-kind'
import { photoRules } from '../photo-rules'

/** An image element: phones before createImageBitmap have it, and some decode HEIC only here. Upright by itself. */
async function decodeByElement(blob: Blob): Promise<Drawable | null> {
  const image = new Image()
  const url = URL.createObjectURL(blob)
  const close = () => URL.revokeObjectURL(url)
  image.src = url
  try {
    await image.decode()
    return { image, width: image.naturalWidth, height: image.naturalHeight, close }
  } catch {
    close()
    return null // not decodable on this phone
  }
}

async function decode(blob: Blob): Promise<Drawable | null> {
  try {
    const image = await createImageBitmap(blob, { imageOrientation: 'from-image' })
    return { image, width: image.width, height: image.height, close: () => image.close() }
  } catch {
    return decodeByElement(blob)
  }
}

const imaging = createImaging<HTMLCanvasElement>({
  canvas: (width, height) => Object.assign(document.createElement('canvas'), { width, height }),
  context: (canvas) => canvas.getContext('2d'),
  families: () => getComputedStyle(document.body).fontFamily,
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

export const lettersInBrowser = imaging.letters

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
