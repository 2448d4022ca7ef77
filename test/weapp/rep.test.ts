/** The rep's pages as WeChat runs them, against the real function. */
import { makeMerchant } from '../journey/support/made-merchants'
import { createFunction } from './support/function'
import { launch, type Running } from './support/launch'
import { bytesOf, isFirst, unknownKeys } from './support/measuring'
import { privacyAnswers } from './support/privacy-answers'
import { speechless, targets } from './support/spoken'

/** As in measures.test.ts: what is sent to the view at once, and how large a page is. */
const most = { first: 12 * 1024, tap: 6_000, nodes: 500, children: 60, depth: 30 }
const full = {
  subject: 'company',
  'service-account': 'none',
  'wants-service-account': 'yes',
  industry: 'snacks',
} as const

function seeSizes(app: Running): void {
  const { nodes, widest, depth } = app.extent()
  expect(app.renders.map(({ bytes }) => bytes).filter((bytes) => bytes > most.first)).toEqual([])
  expect([nodes < most.nodes, widest <= most.children, depth < most.depth]).toEqual([true, true, true])
  expect(unknownKeys(app.renders)).toEqual([])
  expect(app.lost()).toEqual([])
  expect(speechless(app.page().element)).toEqual([])
  expect(app.errors).toEqual([])
}

/** Patient: the function draws codes at its own pace. */
async function until(app: Running, isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isSo(); tries++) await app.wait(100)
  if (!isSo()) throw new Error(`waited in vain on ${app.page().path}:\n${app.text()}`)
}

/** Claims the role on a phone that has never been used. */
async function rep(merchants: number) {
  const fn = createFunction()
  const { scene, claim } = await fn.rep('周敏', '云栈科技')
  const ask = fn.http().call
  if (ask === undefined) throw new Error('no function')
  for (let n = 0; n < merchants; n++) {
    const made = { shop: `第${n}家`, answers: full, steps: n % 20, ago: n }
    await makeMerchant(async (...call) => ask(...call), scene, made, { provider: 'wechat', code: `o-${n}` })
  }
  const privacy = privacyAnswers(['saveImageToPhotosAlbum'])
  const q = encodeURIComponent(`https://k.example.com/?claim=${claim}`)
  const app = await launch({ server: fn.phone('o-rep'), alter: privacy.alter, query: { q } })
  await until(app, () => app.page().path === 'packages/rep/claim/index')
  await app.tap('绑定')
  await until(app, () => app.page().path === 'packages/rep/merchants/index')
  await until(app, () => app.has('.rep-line') || app.text().includes('还没有商户'))
  return { fn, app, scene, privacy }
}

test('a plain link’s code leads to the claim; the list begins small, each line named by its words', async () => {
  const { app, fn } = await rep(40)
  expect(app.text()).toContain('全部\u00a040')
  seeSizes(app)
  expect(targets(app.page().element).filter((one) => /^button .*第\d+家/.test(one)).length).toBeGreaterThan(4)
  expect(app.findAll('.rep-line').length).toBeLessThan(40)
  await app.tab('pages/me/index')
  expect(app.text()).toContain('业务员工作台')
  expect(fn.errors).toEqual([])
  app.kill()
})

test('one merchant, a note, and a card that opens the merchant’s page without saying whose it is', async () => {
  const { app } = await rep(3)
  await app.tap('.rep-line')
  await until(app, () => app.has('.rep-hero'))
  await app.wait(50)
  expect(app.text()).toContain('商户没有打开照片')
  seeSizes(app)
  const { instance } = app.page() as unknown as {
    instance: { onShareAppMessage: (from: object) => { title: string; path: string } }
  }
  const card = instance.onShareAppMessage({ from: 'menu' })
  expect(card.title).toMatch(/^您好/)
  expect(card.path).toMatch(/^\/(pages|packages)\/[\w/-]+(\?(guide|id)=[\w-]+(&step=[\w-]+)?)?$/)
  const before = app.find('.rep-say').textContent
  const renders = await app.tap('换一句')
  expect(app.find('.rep-say').textContent).not.toBe(before)
  expect(bytesOf(renders)).toBeLessThan(most.tap)
  await app.tap('复制这段话')
  expect(app.phone.clipboard).toMatch(/^您好/)
  await app.type('.lines', '老板下午有空')
  await app.tap('存备注')
  await until(app, () => app.shown.toasts.includes('备注存好了'))
  await app.back()
  await app.tap('.rep-line')
  await until(app, () => app.has('.rep-hero'))
  await app.wait(50)
  expect(app.valueOf('.lines')).toBe('老板下午有空')
  app.kill()
})

test('the poster is drawn and saved; refused, the next tap leads to the settings', async () => {
  const { app, scene, privacy } = await rep(0)
  await app.tap('给商户看我的码')
  await until(app, () => app.has('image.photo'))
  seeSizes(app)
  await app.tap('存成图片')
  await until(app, () => app.phone.saved.length === 1)
  const { instance } = app.page() as unknown as { instance: { onShareAppMessage: (from: object) => { path: string } } }
  expect(instance.onShareAppMessage({ from: 'menu' }).path).toBe(`/pages/home/index?scene=${scene}`)
  privacy.answers.set('saveImageToPhotosAlbum', 'refused')
  await app.tap('存成图片')
  await until(app, () => app.text().includes('没有存相册的权限'))
  app.kill()
})

test('the overview, and the sheet of the list', async () => {
  const { app } = await rep(6)
  await app.tap('更多')
  expect(speechless(app.page().element)).toEqual([])
  await app.tap('导出成表格')
  await until(app, () => app.shown.shared.length > 0)
  expect(app.shown.shared[0]).toMatch(/我的商户-\d{4}-\d\d-\d\d\.csv$/)
  await app.tap('概况')
  await until(app, () => app.has('.rep-funnel'))
  expect(app.text()).toContain('走到哪一步')
  seeSizes(app)
  expect(app.renders.some(isFirst)).toBe(true)
  app.kill()
})
