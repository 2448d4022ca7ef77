/** The browser's own reader of QR codes, as the Shape Detection draft describes it. */
import { createPhotoReader } from '../../src/miniapp/packages/material/reader.h5'
import type { Printed } from '../../src/miniapp/ports/reader'
import { readerContract, type ReaderWorld } from './contracts/reader.contract'
import { createReaderTwin } from './support/reader-twin'

const browser = globalThis as { Image?: unknown; BarcodeDetector?: unknown }
afterEach(() => {
  delete browser.Image
  delete browser.BarcodeDetector
})

function inBrowser(): ReaderWorld {
  let printed: Printed = { codes: [], lines: [] }
  let failing = false
  const without = createPhotoReader()
  browser.Image = class {
    src = ''
    async decode() {
      const failed = failing
      failing = false
      if (failed) throw new Error('not a picture')
    }
  }
  browser.BarcodeDetector = class {
    async detect() {
      return printed.codes.map((rawValue) => ({ rawValue }))
    }
  }
  return {
    reader: createPhotoReader(),
    without,
    shows: (next) => void (printed = next),
    fails: () => void (failing = true),
    sees: ({ codes }) => ({ codes, lines: [] }),
  }
}

readerContract('in a browser', inBrowser)
readerContract('in memory', createReaderTwin)

test('a browser that has the class and not the means: null', async () => {
  browser.BarcodeDetector = class {
    constructor() {
      throw new TypeError('no barcode service')
    }
  }
  expect(await createPhotoReader().read('a.jpg')).toBeNull()
})
