/** What every implementation of the images port must do, in this process or in another. */
import sharp from 'sharp'
import type { Images, Log } from '../../../src/server/core/ports'
import { watermarkText } from '../../../src/server/core/photo-link'
import { jpegPhoto, licencePhoto, noisyPhoto } from '../support/photos'

export interface ImagesUnderTest {
  readonly images: Images
  readonly tearDown: () => void
}

export function describeImages(name: string, setUp: (log: Log) => Promise<ImagesUnderTest>): void {
  describe(`${name}: the images' contract`, () => {
    const problems: string[] = []
    let images: Images
    let tearDown: () => void
    beforeAll(async () => {
      ;({ images, tearDown } = await setUp({ info: () => undefined, error: (event) => problems.push(event) }))
    })
    afterAll(() => tearDown())

    async function normalised(bytes: Uint8Array) {
      const outcome = await images.normalise(bytes)
      if (!outcome.ok) throw new Error(outcome.error)
      return outcome
    }

    describe('what comes out', () => {
      test('is JPEG, upright, without metadata and without what was hidden behind it', async () => {
        const sideways = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#abc' } })
          .withExif({ IFD0: { Copyright: 'CANARY' }, IFD3: { GPSLatitude: '26/1 4/1 0/1' } })
          .withMetadata({ orientation: 6 })
          .jpeg()
          .toBuffer()
        const polyglot = Buffer.concat([sideways, Buffer.from('<script>CANARY</script>PK\x03\x04CANARY')])
        const { full, thumb, width, height } = await normalised(polyglot)
        expect([width, height]).toEqual([300, 400])
        for (const jpeg of [full, thumb]) {
          const about = await sharp(jpeg).metadata()
          expect([about.format, about.exif, about.icc, about.xmp, about.orientation]).toEqual([
            'jpeg',
            undefined,
            undefined,
            undefined,
            undefined,
          ])
          expect(Buffer.from(jpeg).includes('CANARY')).toBe(false)
          expect(Buffer.from(jpeg).subarray(-2).toString('hex')).toBe('ffd9')
        }
      })

      test('PNG with transparency and WebP too; a small picture stays its size', async () => {
        const clear = sharp({ create: { width: 200, height: 144, channels: 4, background: '#0000' } })
        for (const bytes of [await clear.clone().png().toBuffer(), await clear.clone().webp().toBuffer()]) {
          const { full, width, height } = await normalised(bytes)
          expect([width, height]).toEqual([200, 144])
          const { data } = await sharp(full).raw().toBuffer({ resolveWithObject: true })
          expect(data[0]).toBeGreaterThan(250)
        }
      })

      test('is never over 2 MB nor larger than 4096 px; the thumb is 320', async () => {
        const { full, width } = await normalised(await noisyPhoto(4300, 1200, 70))
        expect(full.length).toBeLessThanOrEqual(2 * 1024 * 1024)
        expect(width).toBeLessThanOrEqual(4096)
        const { thumb } = await normalised(await jpegPhoto(5000, 1000))
        expect((await sharp(thumb).metadata()).width).toBe(320)
      })
    })

    describe('what is refused', () => {
      const png = async (width: number, height: number) =>
        sharp({ create: { width, height, channels: 3, background: '#fff' }, limitInputPixels: false })
          .png()
          .toBuffer()

      test('too many pixels: 40 million and one, and a side over 12,000', async () => {
        expect(await images.normalise(await png(8001, 5000))).toEqual({ ok: false, error: 'too-large' })
        expect(await images.normalise(await png(12_001, 10))).toEqual({ ok: false, error: 'too-large' })
        expect(await images.normalise(await png(8000, 5000))).toMatchObject({ ok: true })
      })

      test('a header that lies about the size costs no memory', async () => {
        const bomb = await png(100, 100)
        bomb.writeUInt32BE(65_500, 16)
        bomb.writeUInt32BE(65_500, 20)
        expect(await images.normalise(bomb)).toMatchObject({ ok: false })
      })

      test('cut off, or damaged inside', async () => {
        const jpeg = await noisyPhoto(600, 400)
        expect(await images.normalise(jpeg.subarray(0, jpeg.length / 2))).toEqual({ ok: false, error: 'unprocessable' })
        expect(await images.normalise(jpeg.subarray(0, 20))).toEqual({ ok: false, error: 'unprocessable' })
      })

      test('everything that does not begin like JPEG, PNG or WebP', async () => {
        const tiff = await sharp(await jpegPhoto(20, 20))
          .tiff()
          .toBuffer()
        for (const bytes of [
          new Uint8Array(0),
          Buffer.from('GIF89a'),
          Buffer.from('<?xml version="1.0"?><svg/>'),
          tiff,
        ]) {
          expect(await images.normalise(bytes)).toEqual({ ok: false, error: 'unsupported-media' })
        }
      })
    })

    describe('the watermark', () => {
      test('covers the copy, leaves the size, and names the day in China', async () => {
        expect(watermarkText(Date.UTC(2026, 10, 21, 15, 59))).toBe('仅供小程序注册认证使用 2026-11-21')
        expect(watermarkText(Date.UTC(2026, 10, 21, 16))).toBe('仅供小程序注册认证使用 2026-11-22')
        const photo = await jpegPhoto(1600, 1130)
        const marked = await images.watermark(photo, watermarkText(Date.now()))
        const { data, info } = await sharp(marked).greyscale().raw().toBuffer({ resolveWithObject: true })
        expect([info.width, info.height]).toEqual([1600, 1130])
        // Every ninth of the picture has ink.
        for (let row = 0; row < 3; row++) {
          for (let column = 0; column < 3; column++) {
            let dark = 0
            for (let y = Math.floor((row * 1130) / 3); y < Math.floor(((row + 1) * 1130) / 3); y += 3) {
              for (let x = Math.floor((column * 1600) / 3); x < Math.floor(((column + 1) * 1600) / 3); x += 3) {
                if ((data[y * 1600 + x] ?? 255) < 200) dark++
              }
            }
            expect(dark).toBeGreaterThan(30)
          }
        }
      })

      test('fits a tiny picture, and refuses what it cannot draw', async () => {
        const tiny = await jpegPhoto(50, 40)
        expect((await sharp(await images.watermark(tiny, watermarkText(0))).metadata()).width).toBe(50)
        await expect(images.watermark(tiny, '任意文字')).rejects.toThrow('cannot draw')
      })
    })

    describe('the code on a licence', () => {
      const address =
        'http://www.gsxt.gov.cn/index.html?uniscid=92330102MA2EXAMP5X&entname=%E9%9D%92%E7%A6%BE%E7%83%98%E7%84%99'
      const licence = { code: '92330102MA2EXAMP5X', name: '青禾烘焙' }

      test.each([0, -12])('is read when the photo is turned by %d degrees', async (turn) => {
        const { full } = await normalised(await licencePhoto(address, turn))
        expect(await images.readLicence(full)).toEqual(licence)
      })

      test('is read from a small photo', async () => {
        const small = await sharp(await licencePhoto(address))
          .resize(1100)
          .jpeg()
          .toBuffer()
        expect(await images.readLicence((await normalised(small)).full)).toEqual(licence)
      })

      test('no code, another code, no picture: null, never an error', async () => {
        expect(await images.readLicence(await jpegPhoto())).toBeNull()
        expect(
          await images.readLicence(await licencePhoto('https://example.com/?uniscid=92330102MA2EXAMP5X')),
        ).toBeNull()
        expect(problems).toEqual([])
        expect(await images.readLicence(Buffer.from('no picture'))).toBeNull()
        expect(problems).toEqual(['licence code not read'])
      })
    })
  })
}
