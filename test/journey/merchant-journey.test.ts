/**
 * One merchant's whole way, on the server as `npm start` runs it and from the address that it prints:
 * the questions, every material of the standalone route, both guides, a kill, no network, a second
 * device, the AppID handed over, everything erased.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { shopNameKey } from '#domain/entries'
import { arrive, comeBack, goOn, pasted, see, tap, unsee, type Phone } from './support/browser'
import { filesOf, photosOn, seeCleanJpeg } from './support/evidence'
import { answer, nameShop, openMaterial, openTab, seeSaved, standalone, type, visit } from './support/merchant'
import { drawLicence, drawPermit } from './support/photos'
import { prepare, takePhoto, type Papers } from './support/preparing'
import { startAsPrinted } from './support/printed-start'
import { openStage } from './support/stage'
import { doStep, guideOf, seeStep } from './support/walking'

const stage = openStage(startAsPrinted)
const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-papers-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Made up; the code passes the checks of GB 32100-2015. */
const licence = { name: '杭州市上城区小满面馆', code: '92330102MA2EXAMP5X' }
const appId = 'wx0123456789abcdef'
const papers: Papers = {
  shop: { name: '小满面馆' },
  'email-mini-program': { address: 'xiaoman_shop@qq.com' },
  'account-names': { first: '小满面馆上城店', second: '小满手工面' },
  'account-introduction': { text: '现煮手工面，可到店，可外送，每天早上六点开门。' },
  contact: { name: '张小满', phone: '13800001234' },
  'company-bank-account': { has: 'no' },
  invoice: { kind: 'none' },
  administrator: { name: '张小满' },
  'legal-representative': {},
  'certification-fee': {},
  filing: { region: 'zhejiang' },
}

const register = guideOf('register-standalone')
const finish = guideOf('finish-setup')
const steps = register.steps.length + finish.steps.length

/** What the server keeps besides photos. */
let filesAtFirst: number
let first: Phone
let second: Phone

stage.chapter('scans the printed address, answers, and lets the rep see', async ({ server, newPhone }) => {
  filesAtFirst = filesOf(server)
  first = await newPhone(/ERR_INTERNET_DISCONNECTED/)
  const page = await first.open(server.printed)
  await see(page, '周敏')
  await answer(page, standalone)
  await see(page, '让周敏看到你的进度？')
  await tap(page, '同意，让周敏看到进度')
  await arrive(page, 'pages/guides')
  await openTab(page, '我的')
  await see(page, '已存好')
  await see(page, '不再让周敏跟进')
})

stage.chapter('photographs the licence, whose code fills in the name and the number', async () => {
  const page = first.page()
  await openTab(page, '材料')
  await openMaterial(page, '营业执照')
  await goOn(page)
  await takePhoto(page, await drawLicence(dir, `统一社会信用代码：${licence.code}；名称：${licence.name}`), 'asks')
  await arrive(page, 'packages/material/detail')
  await see(page, '已传好')
  await see(page, licence.name)
  await tap(page, '核对无误')
  await tap(page, '备好了')
  await arrive(page, 'pages/checklist')

  await openMaterial(page, '行业许可证')
  await page.locator('.mat-slot:visible', { hasText: '食品经营许可证' }).first().locator('.face').tap()
  await takePhoto(page, await drawPermit(dir), 'has asked')
  await arrive(page, 'packages/material/detail')
  await see(page, '已传好')
  await tap(page, '备好了')
})

stage.chapter('fills in the rest of the checklist, which then says that everything is there', async () => {
  const page = first.page()
  for (const id of Object.keys(papers)) await prepare(page, id, papers)
  await see(page, /^\d+ 样都备好了$/)
  await tap(page, '都备好了，开始注册')
  await arrive(page, 'packages/guide/step')
})

stage.chapter('walks the guide, is killed in the middle, and goes on at the same step', async ({ server }) => {
  const [landing, account, activate, ...rest] = register.steps
  if (landing === undefined || account === undefined || activate === undefined) throw new Error('the guide is shorter')
  const before = first.page()
  await doStep(before, register.id, landing)
  await seeStep(before, register.id, account)
  await tap(before, 'xiaoman_shop@qq.com')
  await see(before, '已复制')
  expect(await pasted(first.context)).toBe('xiaoman_shop@qq.com')
  await goOn(before)

  const page = await first.open(server.printed)
  await see(page, `办好 2 步，还有 ${steps - 2} 步`)
  await tap(page, `继续：${activate.title}`)
  for (const step of [activate, ...rest]) await doStep(page, register.id, step)
  await seeStep(page, finish.id, firstOf(finish.steps))
})

stage.chapter('without a network everything still opens and is kept, and is synced afterwards', async () => {
  const page = first.page()
  await seeSaved(page)
  await first.context.setOffline(true)
  await see(page, '现在没有网')
  await openTab(page, '步骤')
  await tap(page, '页面报错了？搜那句话')
  await see(page, '现在没有网')
  await nameShop(page, '小满面馆（望江路店）')
  await visit(page, 'packages/guide/step', `?guide=${finish.id}&step=${firstOf(finish.steps).id}`)
  await doStep(page, finish.id, firstOf(finish.steps))
  await seeStep(page, finish.id, secondOf(finish.steps))
  // Its picture may have been fetched ahead; a card takes the place of one that was not.
  await page.locator('.step-card:visible, .shot:visible').first().waitFor()
  await visit(page, 'pages/me')
  await see(page, '2 项未同步')

  await first.context.setOffline(false)
  await see(page, '已存好')
  await unsee(page, '现在没有网')
})

stage.chapter('goes on on a second device, which shows the same', async ({ server, newPhone }) => {
  await tap(first.page(), '在另一台设备接着办')
  await see(first.page(), '链接已复制，只发给自己')
  const link = await pasted(first.context)
  expect(new URL(link).origin).toBe(new URL(server.printed).origin)

  // erased in the end: the token is refused once
  second = await newPhone(/401 .*\/api\/sync/)
  const page = await second.open(link)
  await tap(page, '在这台设备接着办')
  await arrive(page, 'pages/home')
  await see(page, '小满面馆（望江路店）')
  await see(page, `办好 ${register.steps.length + 1} 步，还有 ${finish.steps.length - 1} 步`)
  await openTab(page, '材料')
  await see(page, /^\d+ 样都备好了$/)
  await openMaterial(page, '营业执照')
  await see(page, '已传好')
  const photo = page.locator('.mat-slot:visible img[src*="/photo?"]')
  await photo.waitFor()
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.mat-slot img')].some((img) => img.naturalWidth > 1000),
  )
  await seeCleanJpeg(new URL((await photo.getAttribute('src')) ?? '', server.url).href)
})

stage.chapter('what is changed on one device appears on the other', async () => {
  const there = second.page()
  await nameShop(there, '小满面馆总店')
  await seeSaved(there)

  const here = first.page()
  await comeBack(here)
  await see(here, '小满面馆总店')
})

stage.chapter('does the last guide and hands the AppID to the rep', async () => {
  const page = first.page()
  await visit(page, 'packages/guide/step', `?guide=${finish.id}&step=${secondOf(finish.steps).id}`)
  for (const step of finish.steps.slice(1)) {
    if (step.asks !== undefined) {
      await seeStep(page, finish.id, step)
      await type(page, 'AppID', appId)
      await tap(page, '记下来')
      await see(page, '记下了')
    }
    await doStep(page, finish.id, step)
  }
  await arrive(page, 'packages/guide/finish')
  await see(page, `${steps} 步，全办好了`)
  await tap(page, '复制 AppID，发给周敏')
  await see(page, /已复制/)
  expect(await pasted(first.context)).toBe(appId)
})

stage.chapter('erases everything, here, on the server, and with it on the second device', async ({ server }) => {
  const page = first.page()
  expect(filesOf(server)).toBeGreaterThan(filesAtFirst)
  await tap(page, '删除照片和资料')
  await arrive(page, 'packages/about/data')
  await tap(page, '全部删除')
  await see(page, '全部删除？')
  await page.locator('.sheet:visible .button', { hasText: '全部删除' }).tap()
  await see(page, '都删了')
  await arrive(page, 'pages/home')
  await see(page, '回答 4 个问题，开始')

  expect(filesOf(server)).toBe(filesAtFirst)
  const left = await page.evaluate(() => JSON.stringify(localStorage))
  for (const word of ['小满', licence.code, shopNameKey, appId, 'xiaoman']) expect(left).not.toContain(word)
  expect(await photosOn(first)).toBe(0)
  const again = await first.open(server.printed)
  await see(again, '回答 4 个问题，开始')

  const there = second.page()
  await comeBack(there)
  await see(there, '还没写店名')
  await openTab(there, '首页')
  await see(there, '回答 4 个问题，开始')
})

function nth<T>(list: readonly T[], place: number): T {
  const one = list[place]
  if (one === undefined) throw new Error(`the list has only ${list.length}`)
  return one
}
const firstOf = <T>(list: readonly T[]): T => nth(list, 0)
const secondOf = <T>(list: readonly T[]): T => nth(list, 1)
