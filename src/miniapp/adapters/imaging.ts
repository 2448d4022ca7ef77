/** Reading and making photos with a canvas: the same on the web and in WeChat but for how one is got and saved. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { searchOutput, sizeAt } from '#domain/photo/output'
import type { Pixels } from '#domain/photo/pixels'
import type { Files, OpenPhoto, Paint, PrepareOutcome } from '../ports/files'

export interface Canvas {
  width: number
  height: number
}

/** A decoded picture, upright; px. */
export interface Drawable {
  readonly image: CanvasImageSource
  readonly width: number
  readonly height: number
  close(): void
}

export interface Workshop<C extends Canvas> {
  canvas(width: number, height: number): C
  context(canvas: C): CanvasRenderingContext2D | null
  /** CSS families that have Chinese letters. */
  families(): string
  /** Null: the platform could not. */
  jpeg(canvas: C, quality: number): Promise<{ readonly path: string; readonly content: Uint8Array } | null>
}

export interface Imaging {
  /** Takes the picture over: `close` lets it go. */
  read(picture: Drawable): OpenPhoto
  fromPicture(picture: Drawable): Promise<PrepareOutcome>
  fromPaint(width: number, height: number, paint: Paint): Promise<PrepareOutcome>
  readonly letters: Files['letters']
}

/** Times the size of letters: room for what hangs below the line. */
const lineHeight = 1.25
/** px: more than the largest photo that is made. */
const drawn = 2600

/** Black letters on white, as large as they are; null: this phone gives no canvas. */
function lettersBy<C extends Canvas>(workshop: Workshop<C>, words: string, size: number): Pixels | null {
  const font = `${size}px ${workshop.families()}`
  const ruler = workshop.context(workshop.canvas(1, 1))
  if (ruler === null) return null
  ruler.font = font
  const [width, height] = [Math.ceil(ruler.measureText(words).width), Math.ceil(size * lineHeight)]
  const context = workshop.context(workshop.canvas(width, height))
  if (context === null) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#000'
  context.font = font
  context.textBaseline = 'middle'
  context.fillText(words, 0, height / 2)
  return context.getImageData(0, 0, width, height)
}

export function createImaging<C extends Canvas>(workshop: Workshop<C>): Imaging {
  /** White below: a transparent PNG would turn black. */
  function draw(canvas: C, image: CanvasImageSource): void {
    const context = workshop.context(canvas)
    if (context === null) return
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
  }

  async function finish(full: C): Promise<PrepareOutcome> {
    let at = full
    const chosen = await searchOutput(full, async ({ width, height }, quality) => {
      if (at.width !== width || at.height !== height) {
        at = workshop.canvas(width, height)
        draw(at, full as unknown as CanvasImageSource)
      }
      const saved = await workshop.jpeg(at, quality)
      return { saved, width, height, bytes: saved?.content.length ?? Infinity }
    })
    if (chosen === null || chosen.saved === null) return { ok: false, error: 'failed' }
    const { saved, width, height, bytes } = chosen
    return { ok: true, path: saved.path, width, height, bytes, sha256: bytesToHex(sha256(saved.content)) }
  }

  return {
    read: ({ image, width, height, close }) => ({
      width,
      height,
      close,
      read(part, w, h) {
        const canvas = workshop.canvas(w, h)
        const context = workshop.context(canvas)
        if (context === null) return null
        context.imageSmoothingQuality = 'medium' // twice as fast, and as good for looking
        const [x, y] = [part.x * width, part.y * height]
        context.drawImage(image, x, y, part.width * width, part.height * height, 0, 0, w, h)
        return context.getImageData(0, 0, w, h)
      },
    }),
    fromPicture(picture) {
      const size = sizeAt(picture, drawn)
      const canvas = workshop.canvas(size.width, size.height)
      draw(canvas, picture.image)
      picture.close()
      return finish(canvas)
    },
    letters: (words, size) => lettersBy(workshop, words, size),
    async fromPaint(width, height, paint) {
      const canvas = workshop.canvas(width, height)
      const context = workshop.context(canvas)
      if (context === null) return { ok: false, error: 'failed' }
      await paint((piece, x, y) => {
        const data = context.createImageData(piece.width, piece.height)
        data.data.set(piece.data)
        context.putImageData(data, x, y)
      })
      return finish(canvas)
    },
  }
}
