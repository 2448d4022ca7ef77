/** The browser's own reader of QR codes, where it has one: Chrome on Android and macOS, others later. */
import type { PhotoReader } from '../../ports/reader'

interface Detector {
  detect(picture: HTMLImageElement): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector

export function createPhotoReader(): PhotoReader {
  const { BarcodeDetector } = globalThis as { readonly BarcodeDetector?: DetectorClass }
  if (BarcodeDetector === undefined) return { when: 'never', read: async () => null }
  async function read(path: string, detector: Detector) {
    const picture = new Image()
    picture.src = path
    await picture.decode()
    const found = await detector.detect(picture)
    return { codes: found.map(({ rawValue }) => rawValue), lines: [] }
  }
  return {
    when: 'always',
    // Some systems have the class, but not what it needs: making one throws then.
    read: async (path) => {
      try {
        return await read(path, new BarcodeDetector({ formats: ['qr_code'] }))
      } catch {
        return null
      }
    },
  }
}
