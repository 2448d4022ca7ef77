/** Small good pictures of every kind that is let in, each with things in it that must not come out again. */
import sharp, { type Sharp } from 'sharp'

export const canary = 'CANARY'

/** Grain, so that there is something to damage. */
export const grainy = (width: number, height: number): Sharp =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })

const exif = { IFD0: { Copyright: canary, Make: canary }, IFD3: { GPSLatitude: '26/1 4/1 0/1', GPSLatitudeRef: 'N' } }
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${canary}</a></x:xmpmeta>`
/** The size in px is that of a thumbnail's corner: thousands of them are decoded. */
const marked = () => grainy(48, 36).withExif(exif).withXmp(xmp).withIccProfile('p3')

export const kindsOfFormat = 2
export const originals: Readonly<Record<string, () => Promise<Buffer>>> = {
  jpeg: () => marked().jpeg({ quality: 70 }).toBuffer(),
  progressive: () => marked().jpeg({ quality: 70, progressive: true }).toBuffer(),
  png: () => marked().png({ compressionLevel: 1 }).toBuffer(),
  interlaced: () => marked().toColourspace('rgb16').png({ compressionLevel: 1, progressive: true }).toBuffer(),
  webp: () => marked().webp({ quality: 60 }).toBuffer(),
  lossless: () => marked().webp({ lossless: true, effort: 0 }).toBuffer(),
}
