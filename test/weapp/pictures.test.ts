/** Photos as phones make them: turned, huge, in formats that not every phone reads. */
import { launch } from './support/launch'
import { createPhone, photo, turnedPhoto, type Phone, type PhoneFile } from './support/phone'
import { answerQuestions, both } from './support/stories'

const answered = createPhone()

beforeAll(async () => {
  const app = await launch({ phone: answered })
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  app.kill()
})

/** What the page says when this photo was chosen. */
async function chosen(file: PhoneFile, more: Partial<Phone> = {}): Promise<string> {
  const phone = { ...createPhone(), storage: new Map(answered.storage), ...more, album: [file] }
  const query = { material: 'business-licence', slot: 'business-licence' }
  const app = await launch({ phone, path: 'packages/capture/shoot/index', query })
  await app.tap('从相册选')
  const text = app.text()
  expect(app.errors).toEqual([])
  app.kill()
  return text
}

const upright = /1500\u00a0×\u00a02000/
const lying = /2000\u00a0×\u00a01500/

test.each([true, false])(
  'a turned photo stands upright, whether the canvas turns it itself (%s) or not',
  async (turnsPictures) => {
    expect(await chosen(turnedPhoto(4000, 3000, 1), { turnsPictures })).toMatch(upright)
    expect(await chosen(turnedPhoto(4000, 3000, 3), { turnsPictures })).toMatch(upright)
    expect(await chosen(turnedPhoto(4000, 3000, 2), { turnsPictures })).toMatch(lying)
  },
)

test('a photo of 108 megapixels is made smaller before it is decoded', async () => {
  expect(await chosen(photo(12_000, 9000, 32_000_000))).toMatch(lying)
})

test('a file beyond all measure, and a format this phone cannot decode, are refused in words', async () => {
  expect(await chosen(photo(4000, 3000, 51 * 1024 * 1024))).toContain('照片文件太大')
  const heic = new Uint8Array(4000)
  heic.set([0, 0, 0, 24, ...Buffer.from('ftypheic')])
  expect(await chosen({ bytes: heic })).toContain('这张的格式，手机转不了')
  expect(await chosen({ bytes: new Uint8Array(4000) })).toContain('这不是照片，或者文件坏了')
  // Where the phone decodes it, it is a photo like any other.
  expect(await chosen({ bytes: heic, picture: { width: 4000, height: 3000 } })).toMatch(lying)
})
