/** A step's page in the hand: values to copy, what is missing, the pictures large and broken, small phones, the dark. */
import type { Page } from 'playwright-core'
import { until } from '../support/until'
import { arrive, goOn, pasted, see, tap } from './support/browser'
import { begin, type, visit } from './support/merchant'
import { startServer, type RunningServer } from './support/server'
import { openStage, type Scene } from './support/stage'

const stage = openStage(() => startServer())
const fullWay = { subject: 'company', 'service-account': 'none', 'wants-service-account': 'yes', industry: 'snacks' }

const step = 'packages/guide/step'
const openStep = (page: Page, guide: string, id: string) => visit(page, step, `?guide=${guide}&step=${id}`)
const chip = (page: Page, label: string) =>
  page.locator('.chip:visible').filter({ has: page.getByText(label, { exact: true }) })

async function start({ server, newPhone }: Scene<RunningServer>, expected?: RegExp) {
  const phone = await newPhone(expected)
  return { phone, page: await begin(phone, server, false, fullWay) }
}

stage.journey('missing, filled in at the list, back, copied', async (scene) => {
  const { phone, page } = await start(scene)
  await openStep(page, 'certify-service-account', 'bank-account')
  const bank = chip(page, '开户银行')
  await bank.getByText('到清单填写').tap()
  await arrive(page, 'packages/material/detail')
  await type(page, '开户银行', '中国工商银行')
  await page.goBack()
  await arrive(page, step)
  await bank.getByText('中国工商银行').waitFor()
  await bank.tap()
  await see(page, '已复制，到电脑上粘贴')
  await bank.getByText('已复制').waitFor()
  expect(await pasted(phone.context)).toBe('中国工商银行')
})

stage.journey('on the page, from the photo: each row says what to do', async (scene) => {
  const { page } = await start(scene)
  await openStep(page, 'register-service-account', 'administrator')
  await chip(page, '管理员身份证号码').getByText('到页面上照身份证填，我们不存').waitFor()
  await openStep(page, 'certify-service-account', 'licence')
  await chip(page, '工商营业执照').getByText('去拍').tap()
  await arrive(page, 'packages/material/detail')
  await see(page, '营业执照')
})

const spot = { x: 195, y: 400 }
const scaleOf = (page: Page) =>
  page.locator('.viewer-slide[aria-hidden=false] img').evaluate(async (image) => {
    await Promise.all(image.getAnimations().map(({ finished }) => finished))
    return new DOMMatrix(getComputedStyle(image).transform).a
  })
/** The picture's scale once it is another one than before, and at rest. */
async function nextScale(page: Page, from: number): Promise<number> {
  await until(`the picture is no longer ${from} times as large`, async () => (await scaleOf(page)) !== from)
  return scaleOf(page)
}

/** Both on their way before the first is answered: however slow the page is, they are a double tap. */
const tapTwice = (page: Page) =>
  Promise.all([page.touchscreen.tap(spot.x, spot.y), page.touchscreen.tap(spot.x, spot.y)])

/** One finger, in steps, as a hand does it. */
async function swipe(page: Page, from: number, to: number): Promise<void> {
  await page.mouse.move(from, spot.y)
  await page.mouse.down()
  for (let i = 1; i <= 6; i++) await page.mouse.move(from + ((to - from) * i) / 6, spot.y)
  await page.mouse.up()
}

stage.journey('a picture large: swiped, zoomed, turned; back closes it and nothing else', async (scene) => {
  const { page } = await start(scene)
  await openStep(page, 'register-service-account', 'account-kind')
  const address = page.url()
  const viewer = page.locator('.viewer')
  const count = async () => (await page.locator('.viewer-count').innerText()).split(' / ').map(Number)

  await page.locator('.shot-box:visible').first().tap()
  await viewer.waitFor()
  const [at = 0, all = 0] = await count()
  expect([at > 1, all > at]).toEqual([true, true]) // of the whole guide, beginning with the tapped one
  await swipe(page, 320, 60)
  expect((await count())[0]).toBe(at + 1)
  await swipe(page, 60, 320)
  expect((await count())[0]).toBe(at)

  await tapTwice(page)
  expect(await nextScale(page, 1)).toBeCloseTo(2.5)
  await swipe(page, 320, 60) // pans, and stays on the picture
  expect((await count())[0]).toBe(at)
  await tapTwice(page)
  expect(await nextScale(page, 2.5)).toBeCloseTo(1)

  await page.getByRole('button', { name: '把图转过来' }).tap()
  const box = await page.locator('.viewer-slide[aria-hidden=false] img').boundingBox()
  expect(box && box.height > box.width).toBe(true)

  await page.goBack()
  await viewer.waitFor({ state: 'detached' })
  expect(page.url()).toBe(address)
  await see(page, '第 2 步，共 7 步')
})

stage.journey('a tap, the cross and Escape close it too; forward does not bring an empty one back', async (scene) => {
  const { page } = await start(scene)
  await openStep(page, 'register-service-account', 'profile')
  const viewer = page.locator('.viewer')
  const ways = [
    () => page.touchscreen.tap(spot.x, spot.y),
    () => page.getByRole('button', { name: '关掉' }).tap(),
    () => page.keyboard.press('Escape'),
  ]
  for (const close of ways) {
    await page.locator('.shot-box:visible').first().tap()
    await viewer.waitFor()
    await close()
    await viewer.waitFor({ state: 'detached' })
    await see(page, '第 7 步，共 7 步')
  }
  await page.goForward().catch(() => null)
  await page.waitForTimeout(300)
  expect(await viewer.count()).toBe(0)
  await see(page, '第 7 步，共 7 步')
  await page.locator('.dock:visible .button.secondary').tap()
  await see(page, '第 6 步，共 7 步')
})

stage.journey('two fingers zoom', async (scene) => {
  const { phone, page } = await start(scene)
  await openStep(page, 'register-service-account', 'profile')
  await page.locator('.shot-box:visible').first().tap()
  await page.locator('.viewer').waitFor()
  const fingers = await phone.context.newCDPSession(page)
  const touch = (kind: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    fingers.send('Input.dispatchTouchEvent', {
      type: kind,
      touchPoints:
        kind === 'touchEnd'
          ? []
          : [
              { x: spot.x - apart, y: spot.y, id: 1 },
              { x: spot.x + apart, y: spot.y, id: 2 },
            ],
    })
  await touch('touchStart', 30)
  for (const apart of [40, 55, 70, 90]) await touch('touchMove', apart)
  await touch('touchEnd', 0)
  expect(await nextScale(page, 1)).toBeCloseTo(3, 0)
  expect(await page.locator('.viewer').count()).toBe(1)
})

stage.journey('a picture that does not come: words in its place, the step goes on', async (scene) => {
  const { phone, page } = await start(scene, /ERR_FAILED/)
  await phone.context.route('**/packages/guide/pictures/**', (route) => route.abort())
  await openStep(page, 'register-service-account', 'open-site')
  await page.locator('.step-card:visible', { hasText: '打开官方网站' }).waitFor()
  await goOn(page)
  await see(page, '第 2 步，共 7 步')
})

stage.journey('the next step’s picture is there before the step', async (scene) => {
  const { page } = await start(scene)
  const asked = page.waitForRequest(/register-service-account\/account-kind\.png/)
  await openStep(page, 'register-service-account', 'open-site')
  await asked
})

stage.journey('the screen’s light is the person’s choice, and remembered', async (scene) => {
  const { page } = await start(scene)
  await openStep(page, 'register-service-account', 'profile')
  const light = page.getByRole('switch', { name: '看步骤时屏幕常亮' }).locator('visible=true')
  expect(await light.getAttribute('aria-checked')).toBe('true')
  await light.tap()
  await page.reload()
  await arrive(page, step)
  expect(await light.getAttribute('aria-checked')).toBe('false')
})

stage.journey(
  '320 px, letters half as large again, a value of 500 characters, dark: nothing sticks out',
  async (scene) => {
    const { server, newPhone } = scene
    const phone = await newPhone()
    const page = await begin(phone, { ...server, url: `${server.url}/?font=1.5` }, false, fullWay)
    await visit(page, 'packages/material/detail', '?id=administrator')
    await type(page, '姓名', '李小满'.repeat(166))
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 320, height: 640 })
    await openStep(page, 'register-service-account', 'administrator')
    await page.locator('.chip:visible', { hasText: '李小满' }).waitFor()
    const out = await page.evaluate(() =>
      [...document.querySelectorAll('.taro_page:not([style*="none"]) .page *')]
        .filter((one) => !one.closest('.shots') && one.getBoundingClientRect().right > innerWidth + 0.5)
        .map((one) => one.className),
    )
    expect(out).toEqual([])
    const box = page.locator('.shot-box:visible').first()
    expect(await box.evaluate((one) => getComputedStyle(one).filter)).toBe('brightness(0.86)')
    await tap(page, '管理员身份证姓名')
    await see(page, '已复制，到电脑上粘贴')
  },
)
