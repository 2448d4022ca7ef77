/**
 * A fake of choosing and redrawing photos. The canvas draws nothing: what comes out has the canvas's size
 * and a length that follows pixels and quality, like a JPEG's.
 */
import { type Phone, photo, temporary } from '../phone'
import { type Answer, type Callbacks, Refused } from './answer'
import type { Shown } from './device'

interface Canvas {
  width: number
  height: number
}

/** What the canvas shows: nothing but light grey. */
const evenGrey = (width: number, height: number) => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4).fill(200),
})

const bytesAPixel = 0.11 // about what a phone's JPEG of a document has at quality 1

export function photoApis(phone: Phone, answer: Answer, later: (run: () => void) => void, shown: Shown) {
  let made = 0
  const keep = (name: string, file: ReturnType<typeof photo>) => {
    const path = `${temporary}${name}-${(made += 1)}.jpg`
    phone.files.set(path, file)
    return path
  }
  /** The app's two pixels, that should stand. */
  const twoPixels = phone.turnsPictures ? { width: 1, height: 2 } : { width: 2, height: 1 }
  const decoded = (path: string) => {
    const { picture, turns = 0 } = phone.files.get(path) ?? {}
    if (picture === undefined || picture.width * picture.height > phone.decodes) return undefined
    const lies = phone.turnsPictures && turns % 2 === 1
    return lies ? { width: picture.height, height: picture.width } : picture
  }
  const createImage = () => {
    const image = {
      width: 0,
      height: 0,
      onload: () => undefined as void,
      onerror: () => undefined as void,
      set src(path: string) {
        const size = path.startsWith('data:') ? twoPixels : decoded(path)
        Object.assign(image, size ?? {})
        later(() => (size === undefined ? image.onerror() : image.onload()))
      },
    }
    return image
  }
  return {
    chooseMedia: (options: { readonly count?: number } & Callbacks) =>
      answer('chooseMedia', options, () => {
        const chosen = phone.album.splice(0, options.count ?? 9)
        if (chosen.length === 0) throw new Refused('cancel')
        const tempFiles = chosen.map((file) => ({
          tempFilePath: keep('chosen', file),
          size: file.bytes.length,
          fileType: 'image',
        }))
        return { tempFiles, type: 'image' }
      }),
    createOffscreenCanvas: (options: Partial<Canvas>) => ({
      width: options.width ?? 300,
      height: options.height ?? 150,
      getContext: () => ({
        fillStyle: '',
        fillRect: () => undefined,
        beginPath: () => undefined,
        moveTo: () => undefined,
        lineTo: () => undefined,
        arc: () => undefined,
        fill: () => undefined,
        stroke: () => undefined,
        drawImage: () => undefined,
        fillText: (words: string) => void shown.drawn.push(words),
        measureText: (words: string) => ({ width: words.length * 40 }),
        translate: () => undefined,
        rotate: () => undefined,
        putImageData: () => undefined,
        createImageData: evenGrey,
        getImageData: (_x: number, _y: number, width: number, height: number) => evenGrey(width, height),
      }),
      createImage,
    }),
    canvasToTempFilePath: (options: { readonly canvas: Canvas; readonly quality?: number } & Callbacks) =>
      answer('canvasToTempFilePath', options, () => {
        const { width, height } = options.canvas
        const bytes = Math.ceil(width * height * bytesAPixel * (options.quality ?? 1)) + 4
        return { tempFilePath: keep('drawn', photo(width, height, bytes)) }
      }),
    saveImageToPhotosAlbum: (options: { readonly filePath: string } & Callbacks) =>
      answer('saveImageToPhotosAlbum', options, () => {
        if (!phone.files.has(options.filePath)) throw new Refused('file not found')
        phone.saved.push(options.filePath)
        return undefined
      }),
    compressImage: (
      options: {
        readonly src: string
        readonly compressedWidth: number
        readonly compressedHeight: number
      } & Callbacks,
    ) =>
      answer('compressImage', options, () => {
        if (phone.files.get(options.src)?.picture === undefined) throw new Refused('file not found')
        return { tempFilePath: keep('smaller', photo(options.compressedWidth, options.compressedHeight)) }
      }),
    getImageInfo: (options: { readonly src: string } & Callbacks) =>
      answer('getImageInfo', options, () => {
        const size = phone.files.get(options.src)?.picture
        if (size === undefined) throw new Refused('file not found')
        return { ...size, path: options.src, orientation: 'up', type: 'jpeg' }
      }),
  }
}
