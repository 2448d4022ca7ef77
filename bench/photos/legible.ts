/** What is left of a page after it was made small: structure, print and code. */
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** From the package's own file: nothing is fetched. */
const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) } })

const side = 8

/** Brightness of a picture in a size, px. */
async function lumaOf(picture: Buffer, width: number, height: number): Promise<Uint8Array> {
  return new Uint8Array(await sharp(picture).resize(width, height, { fit: 'fill' }).grayscale().raw().toBuffer())
}

/**
 * Structural similarity (Wang et al. 2004) of two pictures' brightness, in blocks of 8 px, both drawn
 * `width` px wide; `part` of the blocks with the most contrast: print, not paper.
 */
export async function similarity(original: Buffer, made: Buffer, width: number, part: number): Promise<number> {
  const { width: w = 1, height: h = 1 } = await sharp(original).metadata()
  const height = Math.round((width * h) / w)
  const [a, b] = await Promise.all([lumaOf(original, width, height), lumaOf(made, width, height)])
  const blocks: { readonly contrast: number; readonly alike: number }[] = []
  for (let y = 0; y + side <= height; y += side)
    for (let x = 0; x + side <= width; x += side) blocks.push(blockOf(a, b, y * width + x, width))
  const chosen = blocks.sort((p, q) => q.contrast - p.contrast).slice(0, Math.max(1, Math.round(blocks.length * part)))
  return chosen.reduce((sum, { alike }) => sum + alike, 0) / chosen.length
}

function blockOf(a: Uint8Array, b: Uint8Array, at: number, stride: number) {
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0]
  for (let y = 0; y < side; y++)
    for (let x = 0, i = at + y * stride; x < side; x++, i++) {
      const [p, q] = [a[i] ?? 0, b[i] ?? 0]
      sa += p
      sb += q
      saa += p * p
      sbb += q * q
      sab += p * q
    }
  const n = side * side
  const [ma, mb] = [sa / n, sb / n]
  const [va, vb, cov] = [saa / n - ma * ma, sbb / n - mb * mb, sab / n - ma * mb]
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]
  return { contrast: va, alike: ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma ** 2 + mb ** 2 + c1) * (va + vb + c2)) }
}

/** What its QR code says; null: no longer readable. */
export async function codeOf(picture: Buffer): Promise<string | null> {
  const [found] = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryHarder: true })
  return found?.text ?? null
}
