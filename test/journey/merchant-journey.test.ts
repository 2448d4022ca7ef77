/**
 * One merchant's whole way, on the server as `npm start` runs it and from the address that it prints:
 * the questions, every material of the standalone route, both guides, a kill, no network, a second
 * device, the AppID handed over, everything erased.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { shopNameKey } from '#domain/entries'
import { arrive, comeBack, goOn, pasted, see, tap, unsee, type Phone } from './support/browser'
import { answer, openMaterial, openTab, type, visit } from './support/merchant'
import { drawLicence, drawPermit } from './support/photos'
import { materialOf, prepare, takePhoto, type Papers } from './support/preparing'
import { startAsPrinted, type PrintedStart } from './support/printed-start'
import { openStage } from './support/stage'
import { doStep, guideOf, seeStep } from './support/walking'

const stage = openStage(startAsPrinted)
const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-papers-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Made up; the code passes the checks of GB 32100-2015. */
const licence = { name: '杭州市上城区小满面馆', code: '92330102MA2EXAMP5X' }
const appId = 'wx0123456789abcdef'
const answers = { subject: 'sole-trader', 'service-account': 'none', 'wants-service-account': 'no', industry: 'snacks' }
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

let first: Phone
let second: Phone

stage.chapter('scans the printed address, answers, and lets the rep see', async ({ server, newPhone }) => {
  first = await newPhone()
  const page = await first.open(server.printed)
  await see(page, '周敏')
  await answer(page, answers)
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
  await openHome(page)
  await first.context.setOffline(true)
  await see(page, '现在没有网')
  await openTab(page, '步骤')
  await tap(page, '页面报错了？搜那句话')
  await see(page, '现在没有网')
  await visit(page, 'packages/material/detail', '?id=shop')
  await type(page, materialOf('shop').title, '小满面馆（望江路店）')
  await tap(page, '保存')
  await visit(page, 'packages/guide/step', `?guide=${finish.id}&step=${firstOf(finish.steps).id}`)
  await doStep(page, finish.id, firstOf(finish.steps))
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

  second = await newPhone()
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
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.mat-slot img')].some((img) => img.naturalWidth > 1000))
  await seeCleanJpeg(new URL((await photo.getAttribute('src')) ?? '', server.url).href)
})

stage.chapter('what is changed on one device appears on the other', async () => {
  const there = second.page()
  await visit(there, 'packages/material/detail', '?id=shop')
  await type(there, materialOf('shop').title, '小满面馆总店')
  await tap(there, '保存')
  await visit(there, 'pages/me')
  await see(there, '已存好')

  const here = first.page()
  await comeBack(here)
  await see(here, '小满面馆总店')
})

stage.chapter('does the last guide and hands the AppID to the rep', async () => {
  const page = first.page()
  await visit(page, 'packages/guide/step', `?guide=${finish.id}&step=${finish.steps[1]?.id}`)
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

stage.chapter('erases everything, here and on the server', async ({ server }) => {
  const page = first.page()
  expect(filesOf(server)).toBeGreaterThan(0)
  await tap(page, '删除照片和资料')
  await arrive(page, 'packages/about/data')
  await tap(page, '全部删除')
  await see(page, '全部删除？')
  await page.locator('.sheet:visible .button', { hasText: '全部删除' }).tap()
  await see(page, '都删了')
  await arrive(page, 'pages/home')
  await see(page, '回答 4 个问题，开始')

  expect(filesOf(server)).toBe(0)
  const left = await page.evaluate(() => JSON.stringify(localStorage))
  for (const word of ['小满', licence.code, shopNameKey, appId, 'xiaoman']) expect(left).not.toContain(word)
  expect(await photosOn(first)).toBe(0)
  const again = await first.open(server.printed)
  await see(again, '回答 4 个问题，开始')
})

function firstOf<T>(list: readonly T[]): T {
  const [one] = list
  if (one === undefined) throw new Error('nothing in the list')
  return one
}

const openHome = async (page: Awaited<ReturnType<Phone['open']>>) => visit(page, 'pages/home')

/** As the official form takes it: JPEG, large, without a word about the phone or the place. */
async function seeCleanJpeg(link: string): Promise<void> {
  const answered = await fetch(link)
  expect([answered.status, answered.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  const bytes = Buffer.from(await answered.arrayBuffer())
  const { format, width, height, exif, xmp } = await sharp(bytes).metadata()
  expect({ format, width, exif, xmp }).toEqual({ format: 'jpeg', width: 2000, exif: undefined, xmp: undefined })
  expect(height).toBeGreaterThanOrEqual(1100)
  expect(bytes.length).toBeLessThan(2 * 1024 * 1024)
  expect(bytes.includes('TestCamera')).toBe(false)
}

/** Photo files that the server keeps. */
function filesOf({ dataDir }: PrintedStart): number {
  const root = path.join(dataDir, 'files')
  if (!existsSync(root)) return 0
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(root, name)).isFile()).length
}

/** Photos in the browser's own database. */
const photosOn = (phone: Phone): Promise<number> =>
  phone.page().evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opened = indexedDB.open('kaitong-photos')
        opened.onerror = () => reject(opened.error)
        opened.onsuccess = () => {
          const count = opened.result.transaction('photos').objectStore('photos').count()
          count.onsuccess = () => resolve(count.result)
          count.onerror = () => reject(count.error)
        }
      }),
  )
