/** Finds a QR code on a photographed licence: the whole picture at several sizes, then its parts. */
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader'
import { licenceInCode } from '#domain/licence/code-text'
import type { Licence } from '#domain/licence/licence'

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  maxNumberOfSymbols: 4,
}
/** No new attempt starts after this (ms): the merchant is waiting, and can type the number. */
const budgetMs = 4000

let prepared = false
/** The decoder would fetch its WebAssembly from a public host: give it the package's own file. */
function prepare(): void {
  if (prepared) return
  const { buffer, byteOffset, byteLength } = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer } })
  prepared = true
}

interface Part {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** px of the longer side while decoding. */
  readonly side: number
}

/** Throws when the picture cannot be decoded at all. */
export async function readLicenceCode(jpeg: Uint8Array): Promise<Licence | null> {
  prepare()
  const { width, height } = await sharp(jpeg).metadata()
  const started = Date.now()
  for (const part of partsOf(width, height)) {
    if (Date.now() - started > budgetMs) return null
    for (const text of await textsIn(jpeg, part)) {
      const licence = licenceInCode(text)
      if (licence !== null) return licence
    }
  }
  return null
}

function partsOf(width: number, height: number): readonly Part[] {
  const whole = { left: 0, top: 0, width, height }
  const [w, h] = [Math.ceil(width * 0.6), Math.ceil(height * 0.6)]
  const quarters = [0, width - w].flatMap((left) => [0, height - h].map((top) => ({ left, top, width: w, height: h })))
  return [
    ...[1600, 1000, 2600].map((side) => ({ ...whole, side })),
    ...quarters.map((quarter) => ({ ...quarter, side: 1600 })),
  ]
}

async function textsIn(jpeg: Uint8Array, { side, ...area }: Part): Promise<readonly string[]> {
  const { data, info } = await sharp(jpeg)
    .extract(area)
    .resize({ width: side, height: side, fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength)
  const found = await readBarcodes(
    { data: pixels, width: info.width, height: info.height, colorSpace: 'srgb' },
    options,
  )
  return found.map(textOf)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const chinese = new TextDecoder('gb18030')

/** Old codes hold GBK without saying so, and the decoder's guess is often Latin or Japanese. */
function textOf({ bytes, text, hasECI }: Pick<ReadResult, 'bytes' | 'text' | 'hasECI'>): string {
  if (hasECI) return text
  try {
    return utf8.decode(bytes)
  } catch {
    return chinese.decode(bytes)
  }
}
