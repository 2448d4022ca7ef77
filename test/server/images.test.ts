import sharp from 'sharp'
import { createImages } from '../../src/server/adapters/images'
import { createImagePool } from '../../src/server/adapters/image-pool'
import { describeImages } from './contracts/images.contract'
import { imageProcess } from './support/helpers'
import { licencePhoto } from './support/photos'

jest.setTimeout(60_000)

describeImages('in this process', async (log) => ({ images: createImages(log), tearDown: () => undefined }))
describeImages('in processes of their own', async (log) => {
  const images = createImagePool(await imageProcess(), log)
  return { images, tearDown: () => images.close() }
})

test('no other decoder can be reached in this process', async () => {
  await expect(
    sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')).png().toBuffer(),
  ).rejects.toThrow()
})

describe('the code on a licence', () => {
  const images = createImages({ info: () => undefined, error: () => undefined })
  const address =
    'http://www.gsxt.gov.cn/index.html?uniscid=92330102MA2EXAMP5X&entname=%E9%9D%92%E7%A6%BE%E7%83%98%E7%84%99'
  const licence = { code: '92330102MA2EXAMP5X', name: '青禾烘焙' }

  test.each([7, 90, 180])('is read when the photo is turned by %d degrees', async (turn) => {
    expect(await images.readLicence(await licencePhoto(address, turn))).toEqual(licence)
  })

  test('of an old licence, whose text is GBK without saying so', async () => {
    const text = gbk('统一社会信用代码：92330102MA2EXAMP5X；名称：青禾烘焙')
    expect(await images.readLicence(await licencePhoto(text))).toEqual(licence)
  })
})

/** Two bytes a Chinese character, one an ASCII one. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++)
      bytes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
  return Buffer.from([...text].flatMap((char) => bytes.get(char) ?? [char.charCodeAt(0)]))
}
