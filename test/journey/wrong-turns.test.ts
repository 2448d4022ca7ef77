/** Wrong inputs and bad luck: each is answered in the person's words, and nothing entered is lost. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launch, newPhone, newTab, see, tap } from './support/browser'
import { answer, openTab, type } from './support/merchant'
import { hugePhoto, notAPhoto } from './support/photos'
import { startServer, type RunningServer } from './support/server'

let browser: Browser
let server: RunningServer
const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-files-'))

beforeAll(async () => {
  browser = await launch()
  server = await startServer()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.dispose()
  rmSync(dir, { recursive: true, force: true })
})

const standalone = { subject: '个体工商户', account: /^没有/, wants: /不/ } as const

async function choosePhoto(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await tap(page, /相册/)
  await (await chooser).setFiles(file)
}

test('an unknown code: the app works without a rep', async () => {
  const { context, page, errors } = await newPhone(browser)
  await page.goto(`${server.url}/?scene=AAAAAAAAAAAAAAAAAAAAAA`)
  await see(page, /邀请码已失效/)
  await see(page, /回答 4 个问题，开始/)
  expect(errors).toEqual([])
  await context.close()
}, 60_000)

test('a text file named .jpg and a 20 MB photo are refused with the reason', async () => {
  const { context, page, errors } = await newPhone(browser)
  await page.goto(server.url)
  await answer(page, standalone)
  await tap(page, /先不用/)
  await page.goto(`${server.url}/#/packages/capture/shoot/index?material=business-licence&slot=business-licence`)
  await choosePhoto(page, notAPhoto(dir))
  await see(page, /这不是照片/)
  await choosePhoto(page, await hugePhoto(dir))
  await see(page, /20.MB/)
  expect(errors).toEqual([])
  await context.close()
}, 60_000)

test('the same mailbox twice is refused with the reason, and stays typed', async () => {
  const { context, page } = await newPhone(browser)
  await page.goto(server.url)
  await answer(page, { subject: '企业', account: /^没有/, wants: /要|需要/ })
  await tap(page, /先不用/)
  for (const [material, wanted] of [
    ['email-service-account', /./],
    ['email-mini-program', /两个账号要用不同的邮箱/],
  ] as const) {
    await page.goto(`${server.url}/#/packages/material/detail/index?id=${material}`)
    await see(page, /邮箱/)
    await type(page, /邮箱/, 'xiaoman_test@qq.com')
    await tap(page, /^保存/)
    await see(page, wanted)
  }
  await expect(page.locator('.entry:visible input').last().inputValue()).resolves.toBe('xiaoman_test@qq.com')
  await context.close()
}, 60_000)

test('the server is down: everything still works, and what was entered is synced when it is back', async () => {
  const { context, page, errors } = await newPhone(browser)
  await page.goto(server.url)
  await server.kill('SIGKILL')
  await answer(page, standalone)
  await tap(page, /同意，存一份/)
  await see(page, /注册小程序/)
  await openTab(page, '我的')
  await see(page, /项未同步/)
  await server.restart()
  await see(page, /已存好/)
  expect(errors).toEqual([])
  await context.close()
}, 120_000)

test('a corrupt local state is set aside, never a blank page', async () => {
  const { context, page } = await newPhone(browser)
  await page.goto(server.url)
  await answer(page, standalone)
  await tap(page, /先不用/)
  await see(page, /注册小程序/)
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (/^kt\.(?!session)/.test(key)) localStorage.setItem(key, '{"data":"7.broken{{{"}')
  })
  await page.close()
  const again = await newTab(context)
  await again.page.goto(server.url)
  await see(again.page, /坏了一部分/)
  await see(again.page, /回答 4 个问题，开始/)
  expect(again.errors).toEqual([])
  await context.close()
}, 60_000)

test('an expired token: logged in again without a word', async () => {
  const { context, page, errors } = await newPhone(browser)
  await page.goto(server.url)
  await answer(page, standalone)
  await tap(page, /同意，存一份/)
  await openTab(page, '我的')
  await see(page, /已存好/)
  await page.route('**/api/sync', async (route) => {
    const headers = { ...route.request().headers() }
    if (headers.authorization && !headers.authorization.includes('expired')) {
      await page.unroute('**/api/sync')
      return route.continue({ headers: { ...headers, authorization: 'Bearer expired' } })
    }
    return route.continue()
  })
  await page.goto(`${server.url}/#/packages/material/detail/index?id=shop`)
  await type(page, /店名/, '小满面馆')
  await tap(page, /^保存/)
  await page.goto(`${server.url}/#/pages/me/index`)
  await see(page, '小满面馆')
  await see(page, /已存好/)
  expect(errors).toEqual([])
  await context.close()
}, 60_000)
