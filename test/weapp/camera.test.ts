/** The camera in the page, as compiled: the frame, the light, the level, and every way on when there is no camera. */
import { launch, type Running } from './support/launch'
import { createPhone, photo, type Phone } from './support/phone'
import { privacyAnswers } from './support/privacy-answers'
import { answerQuestions, both } from './support/stories'
import { png } from './support/wx/camera'

const shoot = 'packages/capture/shoot/index'
const licence = { material: 'business-licence', slot: 'business-licence' }
const camera = 'camera.finder-camera'
const answered = createPhone()

beforeAll(async () => {
  const app = await launch({ phone: answered })
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  app.kill()
})

/** A phone with the same answers; the page that shows how is left behind. */
async function opened(more: Partial<Phone> = {}, alter?: (wx: Record<string, unknown>) => void): Promise<Running> {
  const phone = { ...createPhone(), storage: new Map(answered.storage), ...more }
  const app = await launch({ phone, path: shoot, query: licence, ...(alter && { alter }) })
  await app.tap('拍照')
  return app
}

const refuse = (app: Running, why: string) => app.fire(camera, 'error', { errMsg: `insertCamera:fail ${why}` })

test('how it should look comes first; then the camera with its frame and light', async () => {
  const app = await launch({ phone: answered, path: shoot, query: licence })
  expect(app.has('.shoot-avoid')).toBe(true)
  expect(app.has(camera)).toBe(false)
  await app.tap('拍照')
  const set = (name: string) => app.attribute(camera, name)
  expect([set('device-position'), set('resolution'), set('flash')]).toEqual(['back', 'high', 'off'])
  await app.tap('补光')
  expect(set('flash')).toBe('torch')
  expect(app.attribute('补光', 'aria-checked')).toBe(true)
  expect(app.has('.finder-frame.portrait')).toBe(false)
  await app.tap('证件是竖的')
  expect(app.has('.finder-frame.portrait')).toBe(true)
  await app.tap('拍照要求')
  expect(app.has('.sheet .shoot-avoid')).toBe(true)
  expect(app.errors).toEqual([])
  app.kill()
})

test('a tilted phone is told to lie flat, a level one nothing; the sensor rests with the page', async () => {
  const app = await opened()
  const word = () => (app.has('.finder-level .word') ? app.find('.finder-level .word').textContent : '')
  expect(app.sensor.running).toBe(false)
  await app.fire(camera, 'initdone', { maxZoom: 8 })
  expect(app.sensor.running).toBe(true)
  const said: (string | null)[] = []
  for (const degrees of [3, 20, 7, 2, 75, 88]) {
    await app.hold(degrees)
    said.push(word())
  }
  expect(said).toEqual(['', '手机放平', '手机放平', '', '手机竖直', ''])
  await app.cover()
  expect(app.sensor.running).toBe(false)
  expect(app.sensor.listeners.size).toBe(0)
  await app.uncover()
  expect(app.has(camera)).toBe(true)
  expect(app.errors).toEqual([])
  app.kill()
})

test('without the sensor nothing is said, and the photo is taken all the same', async () => {
  const app = await opened({ sensor: false })
  await app.fire(camera, 'initdone', { maxZoom: 8 })
  app.phone.album.push(png(4032, 3024))
  await app.tap('拍照')
  expect(app.page().path).toBe('packages/capture/check/index')
  // An iPhone's PNG of 18 MB has become a JPEG.
  expect(app.text()).toMatch(/2000\u00a0×\u00a01500/)
  expect(app.errors).toEqual([])
  app.kill()
})

test('a camera that is refused: the settings, and when they are left, the camera again', async () => {
  const app = await opened()
  await refuse(app, 'auth deny')
  expect(app.text()).toContain('没开相机也行')
  expect(app.has(camera)).toBe(false)
  await app.tap('去设置')
  expect(app.phone.settingsOpened).toEqual(['openSetting'])
  expect(app.has(camera)).toBe(true)
  // Still refused: said again, and the album is as good.
  await refuse(app, 'auth deny')
  app.phone.album.push(photo(3000, 2121))
  await app.tap('从相册选')
  expect(app.page().path).toBe('packages/capture/check/index')
  expect(app.errors).toEqual([])
  app.kill()
})

test('what the phone withholds from WeChat is given in the phone’s own settings', async () => {
  const app = await opened({ cameraForWeChat: false })
  await refuse(app, 'system permission denied')
  await app.tap('去设置')
  expect(app.phone.settingsOpened).toEqual(['openAppAuthorizeSetting'])
  app.kill()
})

test('the privacy statement not agreed to: said, and asked again only at a tap', async () => {
  const privacy = privacyAnswers(['chooseMedia'])
  privacy.answers.set('chooseMedia', 'refused')
  const app = await opened({}, privacy.alter)
  await refuse(app, 'privacy permission is not authorized')
  expect(app.text()).toContain('还没同意隐私说明')
  await app.cover()
  await app.uncover()
  expect(app.has(camera)).toBe(false)
  await app.tap('从相册选')
  expect(app.text()).toContain('还没同意隐私说明')
  await app.tap('再试一次')
  expect(app.has(camera)).toBe(true)
  expect(app.errors).toEqual([])
  app.kill()
})

test('a camera that takes nothing: again, from the album, or the phone’s own', async () => {
  const app = await opened()
  await app.tap('拍照')
  expect(app.text()).toContain('没能处理好这张照片')
  await app.tap('在这里重拍')
  expect(app.has(camera)).toBe(true)
  await app.tap('拍照')
  app.phone.album.push(photo(3000, 2121))
  await app.tap('用手机自带的相机拍')
  expect(app.page().path).toBe('packages/capture/check/index')
  expect(app.errors).toEqual([])
  app.kill()
})
