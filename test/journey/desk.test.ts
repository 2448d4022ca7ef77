/**
 * A computer of 1280 px and a phone side by side: the code is read off the screen and opened on the phone, both
 * show the same digits, the computer has a file and a text in hand; then every way in which that ends.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { checkDigits } from '#domain/desk-check'
import { deskIn } from '#domain/desk-code'
import { arrive, goOn, see, tap, unsee, type Phone } from './support/browser'
import { barriers, clipped } from './support/everyone-checks'
import { equip, show, type Setting } from './support/everyone-phone'
import { smallTargets } from './support/everyone-targets'
import { begin, nameShop, seeSaved, visit } from './support/merchant'
import { drawLicence } from './support/photos'
import { takePhoto } from './support/preparing'
import { startServer } from './support/server'
import { openStage } from './support/stage'

const stage = openStage(() => startServer())
const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-desk-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const shop = '小满面馆'
/** A code that is over is answered so. */
const expected = /ERR_INTERNET_DISCONNECTED|404 .*api\/desk-info/
const approve = 'packages/desk/approve'
let phone: Phone
let computer: Phone

/** What a camera reads off the screen. */
async function readCode(page: Page): Promise<string> {
  const { buffer, byteOffset, byteLength } = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer } })
  const screen = await page.getByAltText('给手机扫的二维码').screenshot()
  const { data, info } = await sharp(screen).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const picture = { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: 'srgb' }
  const [found] = await readBarcodes(picture as ImageData, { formats: ['QRCode'] })
  return found?.text ?? ''
}

/** The code that the page shows now, by what it remembers for a reload. */
const deskOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const kept = JSON.parse(sessionStorage.getItem('kaitong.desk') ?? '{}') as { code?: { desk: string } | null }
    return kept.code?.desk ?? ''
  })

async function agree(page: Page, desk: string): Promise<void> {
  await visit(page, approve, `?desk=${desk}`)
  await see(page, /条文字/)
  await goOn(page)
  await see(page, '电脑上能看到了')
}

async function judged(page: Page, wide: readonly number[]): Promise<void> {
  for (const width of wide)
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 800 })
      expect([width, theme, await barriers(page, 'all')]).toEqual([width, theme, []])
      expect([width, await clipped(page)]).toEqual([width, []])
      expect([width, await smallTargets(page)]).toEqual([width, []])
    }
  await page.setViewportSize({ width: 1280, height: 800 })
}

const settings: readonly Setting[] = [
  { theme: 'light', width: 390, font: 1 },
  { theme: 'dark', width: 320, font: 1.5 },
]

/** The phone's page, in two settings. */
async function judgedPhone(page: Page): Promise<void> {
  for (const setting of settings) {
    await show(page, setting)
    expect([setting, await barriers(page, 'all')]).toEqual([setting, []])
    expect([setting, await clipped(page)]).toEqual([setting, []])
    if (setting.font === 1) expect(await smallTargets(page)).toEqual([])
  }
  await show(page, { theme: 'light', width: 390, font: 1 })
}

stage.chapter('the computer shows a code, which leads a phone to the page that asks', async (scene) => {
  const { server } = scene
  phone = await scene.newPhone(expected)
  computer = await scene.newComputer(expected)
  await Promise.all([equip(phone, server.url), equip(computer, server.url)])
  const page = await begin(phone, server, true)
  await nameShop(page, shop)
  await visit(page, 'packages/material/detail', '?id=business-licence')
  await goOn(page)
  await takePhoto(page, await drawLicence(dir), 'asks')
  await arrive(page, 'packages/material/detail')
  await see(page, '已传好')
  await seeSaved(page)

  const screen = await computer.open(`${server.url}/desk`)
  await see(screen, '把手机里的照片和文字，')
  await judged(screen, [1280, 960, 390])
  const text = await readCode(screen)
  expect(text).toMatch(new RegExp(`^${server.url}/\\?desk=[A-Za-z0-9]{22}$`))
  await see(screen, checkDigits(deskIn(text) ?? ''))

  await phone.open(text)
  await arrive(phone.page(), approve)
  await see(phone.page(), /1.张照片，1.条文字/)
  await see(phone.page(), /Chrome 浏览器/)
  await see(phone.page(), checkDigits(deskIn(text) ?? ''))
  await judgedPhone(phone.page())
})

stage.chapter(
  'agreed: the file arrives with its name, its format and its size, and the text in the clipboard',
  async () => {
    const screen = computer.page()
    await tap(phone.page(), '同意')
    await see(phone.page(), '电脑上能看到了')
    await judgedPhone(phone.page())
    await see(screen, `${shop}已连接`)
    await judged(screen, [1280, 960, 390])

    const said = await screen.locator('.pc-photo .small').innerText()
    const [, width, height, kilobytes] = /JPG，(\d+)\s×\s(\d+)，(\d+)\sKB/.exec(said) ?? []
    const coming = screen.waitForEvent('download')
    await screen.getByRole('button', { name: '下载营业执照' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe('营业执照.jpg')
    const bytes = readFileSync(await download.path())
    const meta = await sharp(bytes).metadata()
    expect([meta.format, meta.width, meta.height]).toEqual(['jpeg', Number(width), Number(height)])
    expect(Math.ceil(bytes.length / 1024)).toBe(Number(kilobytes))
    await see(screen, '已下载')

    await computer.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await screen.getByRole('button', { name: '复制店名' }).click()
    await see(screen, '已复制')
    expect(await screen.evaluate(() => navigator.clipboard.readText())).toBe(shop)
  },
)

stage.chapter(
  'a reload and a moment without a network change nothing; another tab knows nothing of it',
  async ({ server }) => {
    const screen = computer.page()
    await screen.reload()
    await see(screen, `${shop}已连接`)
    await computer.context.setOffline(true)
    await see(screen, '网断了，正在重连')
    await see(screen, shop)
    await computer.context.setOffline(false)
    await unsee(screen, '网断了，正在重连')
    const tab = await computer.context.newPage()
    await tab.goto(`${server.url}/desk`)
    await tab.getByAltText('给手机扫的二维码').waitFor()
    expect(await tab.locator('body').innerText()).not.toContain(shop)
    await tab.close()
  },
)

stage.chapter('closed on the phone: everything is gone from the page, and there is a new code', async () => {
  const screen = computer.page()
  await tap(phone.page(), '断开')
  await see(phone.page(), '已断开')
  await see(screen, '手机上断开的')
  await screen.getByAltText('给手机扫的二维码').waitFor()
  expect(await screen.content()).not.toContain(shop)
  expect(await screen.content()).not.toContain('link=')
})

stage.chapter('not agreed: the computer says so; closed at the computer: the phone’s code is over', async () => {
  const screen = computer.page()
  const desk = await deskOf(screen)
  await visit(phone.page(), approve, `?desk=${desk}`)
  await tap(phone.page(), '不同意')
  await see(screen, '手机上没有同意')
  await screen.waitForFunction((old) => {
    const kept = JSON.parse(sessionStorage.getItem('kaitong.desk') ?? '{}') as { code?: { desk: string } | null }
    return kept.code && kept.code.desk !== old
  }, desk)
  const next = await deskOf(screen)
  await agree(phone.page(), next)
  await see(screen, `${shop}已连接`)
  await screen.getByRole('button', { name: '断开' }).click()
  await see(screen, '公用电脑记得删')
  await visit(phone.page(), 'pages/me')
  await visit(phone.page(), approve, `?desk=${desk}`)
  await see(phone.page(), '码过期了，电脑上会换新的')
  await judgedPhone(phone.page())
})

stage.chapter('in the last minute it can be gone on with; at its end the page is empty', async ({ server }) => {
  const screen = await computer.context.newPage()
  await screen.clock.install()
  await screen.goto(`${server.url}/desk`)
  await screen.getByAltText('给手机扫的二维码').waitFor()
  await agree(phone.page(), await deskOf(screen))
  await screen.clock.runFor(3_000)
  await see(screen, `${shop}已连接`)
  await screen.clock.fastForward('09:05')
  await see(screen, '手机上再扫一次可续')
  expect(await screen.locator('.pc-left.red').count()).toBe(1)
  await screen.getByAltText('给手机扫的二维码').waitFor()
  await agree(phone.page(), await deskOf(screen))
  await screen.clock.runFor(3_000)
  await unsee(screen, '手机上再扫一次可续')
  await see(screen, `${shop}已连接`)
  await screen.clock.fastForward('10:01')
  await see(screen, /10.分钟到了/)
  expect(await screen.content()).not.toContain(shop)
})

stage.journey(
  'who has nothing in the cloud is told where to go; the link of the computer can be pasted',
  async (scene) => {
    const stranger = await scene.newPhone()
    const other = await scene.newComputer()
    const screen = await other.open(`${scene.server.url}/desk`)
    await screen.getByAltText('给手机扫的二维码').waitFor()
    const link = `${scene.server.url}/?desk=${await deskOf(screen)}`
    const page = await stranger.open(link)
    await see(page, '先把进度存一份到云端')
    await visit(page, 'pages/me')
    await tap(page, '扫电脑上的码，取照片')
    await arrive(page, approve)
    await see(page, `${scene.server.url.replace('http://', '')}/desk`)
    await page.locator('.entry:visible input').fill('https://somewhere.example/')
    await tap(page, '下一步')
    await see(page, '这不是电脑页上的链接')
    await page.locator('.entry:visible input').fill(link)
    await tap(page, '下一步')
    await see(page, '先把进度存一份到云端')
  },
)
