/** Bad luck: a full disk, no server, missing code, a spoilt memory, an old token. Nothing entered is lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page, Route } from 'playwright-core'
import { arrive, leave, see, tap, unsee, type Phone } from './support/browser'
import { everyPageFetched, expireTokens, fillStorage, spoil } from './support/mischief'
import { answer, begin, nameShop, seeSaved, standalone, visit } from './support/merchant'
import { drawLicence } from './support/photos'
import { takePhoto } from './support/preparing'
import { startServer } from './support/server'
import { openStage } from './support/stage'

const stage = openStage(() => startServer())
const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-files-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

stage.journey(
  'the disk of the server is full: said so, kept on the phone, uploaded later',
  async ({ newPhone, newServer }) => {
    const full = path.join(dir, 'disk-full')
    const server = await newServer({ DISK_FULL_WHILE: full }, 'test/journey/support/full-disk.mjs')
    const phone = await newPhone(/507/)
    const page = await begin(phone, server, true)
    writeFileSync(full, '')
    await visit(page, 'packages/capture/shoot', '?material=business-licence&slot=business-licence')
    const refused = page.waitForResponse((response) => response.status() === 507)
    await takePhoto(page, await drawLicence(dir), 'asks')
    expect(await (await refused).json()).toMatchObject({ ok: false, error: 'storage-full' })
    await leave(page, 'packages/capture/check')
    await visit(page, 'packages/material/detail', '?id=business-licence')
    await see(page, '服务器存储已满，什么都没有改动，请联系服务商。')

    const later = await phone.open(`${server.url}/#/packages/material/detail/index?id=business-licence`)
    await later.locator('.mat-slot:visible img[src^="blob:"]').waitFor()
    await see(later, '服务器存储已满，什么都没有改动，请联系服务商。')
    rmSync(full)
    await see(later, '已传好')
  },
)

stage.journey('the server is down: all goes on, and is synced when it is back', async ({ newPhone, newServer }) => {
  const server = await newServer()
  const phone = await newPhone(/ERR_CONNECTION_REFUSED/)
  const page = await phone.open(server.url)
  await everyPageFetched(page)
  await server.kill('SIGKILL')

  await answer(page, standalone)
  await tap(page, '同意，存一份')
  await arrive(page, 'pages/guides')
  await nameShop(page, '小满面馆')
  await visit(page, 'pages/me')
  await see(page, /项未同步/)
  await server.restart()
  await see(page, '已存好')
})

describe('the code of a page cannot be fetched', () => {
  /** The first page is there; then nothing of the app comes any more, until `mended`. */
  async function cutOff(
    phone: Phone,
    address: string,
    how: (route: Route) => Promise<void>,
  ): Promise<{ readonly page: Page; readonly mend: () => void }> {
    let cut = false
    await phone.context.route(`${address}/**`, (route) => (cut ? how(route) : route.continue()))
    const page = await phone.open(`${address}/`)
    await see(page, '回答 4 个问题，开始')
    cut = true
    return { page, mend: () => void (cut = false) }
  }

  stage.journey('without a network: said so, and it opens at the next tap', async ({ server, newPhone }) => {
    const { page, mend } = await cutOff(await newPhone(/ERR_FAILED/), server.url, (route) => route.abort())
    await tap(page, '回答 4 个问题，开始')
    await see(page, '现在连不上网，等一会儿再点')
    mend()
    await answer(page, standalone)
    await see(page, '把进度存一份到云端？')
  })

  stage.journey(
    'because a new version was put up: the app is loaded anew, on the page that was asked for',
    async ({ server, newPhone }) => {
      const gone = (route: Route) =>
        /\.(js|css)$/.test(route.request().url()) ? route.fulfill({ status: 404 }) : route.continue()
      const { page, mend } = await cutOff(await newPhone(/404/), server.url, gone)
      page.on('request', (request) => {
        if (request.isNavigationRequest()) mend()
      })
      await page.evaluate(() => Object.assign(window, { version: 'old' }))
      await tap(page, '回答 4 个问题，开始')
      await see(page, '第 1 题，共 4 题')
      expect(await page.evaluate(() => 'version' in window)).toBe(false)
    },
  )
})

describe('a corrupt local state', () => {
  const allButSession = /^kt\.(?!session)/

  stage.journey(
    'of somebody who keeps all on the phone: said so, and the app begins anew',
    async ({ server, newPhone }) => {
      const phone = await newPhone()
      const page = await begin(phone, server, false)
      await spoil(page, allButSession)
      const again = await phone.open(server.url)
      await see(again, '手机里存的坏了一部分')
      await answer(again, standalone)
      await see(again, '把进度存一份到云端？')
    },
  )

  stage.journey('of somebody who syncs: what the cloud has comes back', async ({ server, newPhone }) => {
    const phone = await newPhone()
    const page = await begin(phone, server, true)
    await nameShop(page, '小满面馆')
    await seeSaved(page)
    await spoil(page, allButSession)
    const again = await phone.open(server.url)
    await see(again, '手机里存的坏了一部分')
    await see(again, '小满面馆')
    await tap(again, '手机里存的坏了一部分')
    await unsee(again, '手机里存的坏了一部分')
  })

  stage.journey('of every single thing that is stored: the first page, and it works', async ({ server, newPhone }) => {
    const phone = await newPhone()
    const page = await begin(phone, server, true)
    await seeSaved(page)
    await spoil(page, /./)
    await begin(phone, server, true)
    await seeSaved(phone.page())
  })
})

stage.journey('the storage of the phone is full: said so, and everything still works', async ({ server, newPhone }) => {
  const phone = await newPhone()
  const page = await begin(phone, server, true)
  await seeSaved(page)
  await fillStorage(page)
  await nameShop(page, '小满面馆')
  await see(page, '手机存不下了')
  await seeSaved(page)
  await see(page, '小满面馆')
})

stage.journey('an expired token: logged in again without a word', async ({ newPhone, newServer }) => {
  const server = await newServer()
  const phone = await newPhone(/401/)
  const page = await begin(phone, server, true)
  await seeSaved(page)
  expireTokens(server)
  const refused = page.waitForResponse((response) => response.status() === 401)
  await nameShop(page, '小满面馆')
  await refused
  await seeSaved(page)
  await see(page, '小满面馆')
})
