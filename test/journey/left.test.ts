/**
 * One merchant on two devices: the one erases everything, or the time for keeping is over, and the other
 * still has its copy. It is told, and chooses: go on with it, which asks for consent anew, or delete it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { arrive, comeBack, goOn, pasted, see, tap, unsee, type Phone } from './support/browser'
import { filesOf, photosOn } from './support/evidence'
import { begin, nameShop, openMaterial, openTab, seeSaved, visit } from './support/merchant'
import { erasedByRetention, merchantsIn } from './support/mischief'
import { drawLicence } from './support/photos'
import { takePhoto } from './support/preparing'
import { startServer, type RunningServer } from './support/server'
import { openStage, type Scene } from './support/stage'

const stage = openStage(() => startServer())
const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-left-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const shop = '小满面馆（西湖店）'
const erased = '云端的资料已在另一台设备上删掉'
const expired = '办完满了期限，云端的资料已按约定删掉'
/** The token of whoever was erased is refused once. */
const refusedOnce = /401 .*\/api\//

interface Pair {
  /** Theirs alone. */
  readonly server: RunningServer
  /** How many files it keeps without any photo. */
  readonly empty: number
  readonly first: Phone
  readonly second: Phone
}

/** The shop's name comes from the first device, the licence's photo from the second; both are in the cloud. */
async function twoDevices({ newServer, newPhone }: Scene<RunningServer>): Promise<Pair> {
  const server = await newServer()
  const empty = filesOf(server)
  const first = await newPhone()
  const here = await begin(first, server, true)
  await nameShop(here, shop)
  await seeSaved(here)
  await tap(here, '在另一台设备接着办')

  const second = await newPhone(refusedOnce)
  const there = await second.open(await pasted(first.context))
  await tap(there, '在这台设备接着办')
  await arrive(there, 'pages/home')
  await see(there, shop)
  await openTab(there, '材料')
  await openMaterial(there, '营业执照')
  await goOn(there)
  await takePhoto(there, await drawLicence(dir), 'asks')
  await arrive(there, 'packages/material/detail')
  await see(there, '已传好')
  await visit(there, 'pages/home')
  return { server, empty, first, second }
}

async function eraseAll(page: Page): Promise<void> {
  await visit(page, 'packages/about/data')
  await tap(page, '全部删除')
  await see(page, '全部删除？')
  await page.locator('.sheet:visible .button', { hasText: '全部删除' }).tap()
  await see(page, '都删了')
}

/** The button of the question that is open. */
const say = (page: Page, words: string) => page.locator('.ask-box .button', { hasText: words }).tap()

/** What the page has sent to the function since: names of actions, and everything in them. */
function listen(page: Page): { readonly actions: () => readonly string[]; readonly words: () => string } {
  const sent: { readonly action: string; readonly words: string }[] = []
  page.on('request', (request) => {
    const [, action] = /\/api\/([\w-]+)/.exec(request.url()) ?? []
    if (action !== undefined) sent.push({ action, words: request.postData() ?? '' })
  })
  return { actions: () => sent.map(({ action }) => action), words: () => sent.map(({ words }) => words).join('\n') }
}

/** Longer than the app waits with an edit before it is sent. */
const aWhile = (page: Page) => page.waitForTimeout(3_000)

stage.journey('goes on with the copy: nothing goes up before the fresh consent', async (scene) => {
  const { server, empty, first, second } = await twoDevices(scene)
  expect(filesOf(server)).toBeGreaterThan(empty)
  await eraseAll(first.page())
  expect(filesOf(server)).toBe(empty)

  const page = second.page()
  await comeBack(page)
  await see(page, erased)
  const sent = listen(page)
  await tap(page, '接着用')
  await unsee(page, erased)
  await see(page, shop)
  await nameShop(page, `${shop}二楼`)
  await visit(page, 'pages/me')
  await see(page, '只在这台手机')
  await comeBack(page)
  await aWhile(page)
  expect(sent.words()).not.toContain('小满')
  expect(sent.actions().filter((action) => action !== 'login')).toEqual([])
  expect([merchantsIn(server).includes('小满'), filesOf(server)]).toEqual([false, empty])

  await tap(page, '云端备份')
  await see(page, '把进度存一份到云端？')
  await tap(page, '同意，存一份')
  await seeSaved(page)
  expect(merchantsIn(server)).toContain(`${shop}二楼`)
  await aWhile(page)
  expect(filesOf(server)).toBe(empty) // photos have a consent of their own

  await visit(page, 'packages/about/data')
  await page.getByRole('switch', { name: '上传证照照片' }).tap()
  await visit(page, 'packages/material/detail', '?id=business-licence')
  await see(page, '已传好')
  expect(filesOf(server)).toBeGreaterThan(empty)
})

stage.journey('deletes the copy: asked twice, and not a word is left', async (scene) => {
  const { server, first, second } = await twoDevices(scene)
  await eraseAll(first.page())
  const page = second.page()
  await comeBack(page)
  await tap(page, '不要了，删掉')
  await see(page, '把这台手机里的也删掉？')
  await say(page, '再想想')
  await see(page, erased)
  expect(await photosOn(second)).toBeGreaterThan(0)

  const again = await second.open(server.url)
  await tap(again, '不要了，删掉')
  await say(again, '删掉')
  await unsee(again, erased)
  await see(again, '回答 4 个问题，开始')
  expect(await again.evaluate(() => JSON.stringify(localStorage))).not.toContain('小满')
  expect(await photosOn(second)).toBe(0)
  expect(merchantsIn(server)).not.toContain('小满')
})

stage.journey('the time for keeping is over: said as that', async (scene) => {
  const { server, first, second } = await twoDevices(scene)
  await eraseAll(first.page())
  erasedByRetention(server)
  const page = second.page()
  await comeBack(page)
  await see(page, expired)
  await tap(page, '接着用')
  await see(page, shop)
  await visit(page, 'pages/me')
  await see(page, '只在这台手机')
})
