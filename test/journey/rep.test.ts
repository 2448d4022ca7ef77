/**
 * A rep and a merchant against the real function: the role is claimed, the code is scanned, the merchant is seen
 * as far as they agreed and no further, a photo is asked for again, and who withdraws is gone.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { arrive, pasted, see, tap, unsee, type Phone } from './support/browser'
import { answer, nameShop, openMaterial, openTab, seeSaved, standalone, visit } from './support/merchant'
import { drawLicence } from './support/photos'
import { takePhoto } from './support/preparing'
import { becomeRep, copyLink, openMerchants } from './support/representing'
import { startServer } from './support/server'
import { openStage } from './support/stage'

const stage = openStage(() => startServer())
const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-rep-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

let rep: Phone
let merchant: Phone
let link: string
const reason = '四个角没拍全'

stage.chapter('claims the role by the operator’s link; the code works once', async ({ server, newPhone }) => {
  rep = await newPhone()
  const { claim } = await server.newRep('周敏', '云栈科技')
  const page = await rep.open(`${server.url}/?claim=${claim}`)
  await tap(page, '绑定')
  await arrive(page, 'packages/rep/merchants')
  await see(page, '还没有商户')
  link = await copyLink(rep)
  expect(link).toMatch(new RegExp(`^${server.url}/\\?scene=[\\w-]{22}$`))

  const late = await newPhone(/404 .*api\/rep-claim/)
  const other = await late.open(`${server.url}/?claim=${claim}`)
  await tap(other, '绑定')
  await see(other, /已经用过、过期了/)
})

stage.chapter('a merchant scans the code, agrees, and appears in the list', async ({ newPhone }) => {
  merchant = await newPhone()
  const page = await merchant.open(link)
  await see(page, '云栈科技，你的业务员')
  await answer(page, standalone)
  await see(page, '让周敏看到你的进度？')
  await tap(page, '同意，让周敏看到进度')
  await arrive(page, 'pages/guides')
  await nameShop(page, '小满面馆')
  await seeSaved(page)

  await openMerchants(rep.page())
  await see(rep.page(), '小满面馆')
  await see(rep.page(), /^全部\s1$/)
  await tap(rep.page(), '小满面馆')
  await see(rep.page(), /商户没有打开照片/)
  await tap(rep.page(), '复制这段话')
  expect(await pasted(rep.context)).toMatch(/^您好，[^]+\/#\/(pages|packages)\//)
})

stage.chapter('photos are seen once the merchant shares them; one is asked for again', async () => {
  const page = merchant.page()
  await openTab(page, '材料')
  await openMaterial(page, '营业执照')
  await tap(page, '拍照')
  await takePhoto(page, await drawLicence(dir), 'asks')
  await arrive(page, 'packages/material/detail')
  await see(page, '已传好')
  await visit(page, 'pages/me')
  await page.locator('.switch:visible').last().tap()
  await page.locator('.switch.is-on:visible').nth(1).waitFor()

  await openMerchants(rep.page())
  await tap(rep.page(), '小满面馆')
  await see(rep.page(), '商户已同意给你看')
  await tap(rep.page(), /^营业执照$/)
  await arrive(rep.page(), 'packages/rep/photo')
  await rep.page().locator('.rep-photo img:visible').waitFor()
  await tap(rep.page(), '要重拍')
  await tap(rep.page(), reason)
  await tap(rep.page(), '告诉他重拍')
  await arrive(rep.page(), 'packages/rep/merchant')
  await see(rep.page(), reason)
})

stage.chapter('the merchant sees it with the reason, and takes another', async () => {
  const page = await merchant.open(link)
  await visit(page, 'pages/checklist')
  await see(page, `需重拍：${reason}`)
  await tap(page, '重拍营业执照')
  await takePhoto(page, await drawLicence(dir, '统一社会信用代码：92330102MA2EXAMP5X'), 'has asked')
  await arrive(page, 'pages/checklist')
  await unsee(page, /需重拍/)
  await seeSaved(page)

  await openMerchants(rep.page())
  await tap(rep.page(), /^待补拍\s0$/)
  await see(rep.page(), '没有要补拍的')
})

stage.chapter('another rep’s code asks whether to move, and no is no', async ({ server, newPhone }) => {
  const second = await newPhone()
  await becomeRep(second, server, '李强', '好邻居')
  const page = await merchant.open(await copyLink(second))
  await tap(page, '改由李强跟进？')
  await see(page, /现在跟进你的是云栈科技的周敏/)
  await tap(page, '不换，还是周敏')
  await openTab(page, '我的')
  await see(page, '不再让周敏跟进')
})

stage.chapter('withdraws, and is gone', async () => {
  await tap(merchant.page(), '不再让周敏跟进')
  await unsee(merchant.page(), '给业务员看什么')
  await openMerchants(rep.page())
  await see(rep.page(), '还没有商户')
})

const counts = { all: 5_000, stuck: 1_200, deadline: 300, retake: 40, finished: 900 }
/** More than the function's, to be done sooner. */
const pageSize = 250

/** 5,000 merchants, as the function would say them, a page at a time. */
function pageAt(cursor: unknown): object {
  const from = Number(cursor ?? 0)
  const items = Array.from({ length: Math.min(pageSize, counts.all - from) }, (_, i) => ({
    ...{ id: `merchant${String(from + i).padStart(10, '0')}`, shop: `第 ${from + i + 1} 家`, route: 'standalone' },
    ...{ done: (from + i) % 20, total: 20, kind: 'step', title: '找到入口', guide: 'register-standalone' },
    ...{ step: 'landing', material: null, lastActive: Date.now(), missing: [], retakes: [] },
    ...{ deadline: null, stuck: (from + i) % 3 === 0 ? { from: 1, reason: '停得太久' } : null, finished: null },
  }))
  const next = from + pageSize < counts.all ? String(from + pageSize) : null
  return { ok: true, items, next, total: counts.all, counts }
}

stage.journey('scrolls through 5,000 merchants with no more of them in the page', async ({ server, newPhone }) => {
  const phone = await newPhone()
  const page = await becomeRep(phone, server, '王芳', '云栈科技')
  await phone.context.route('**/api/rep-merchants', async (route) => {
    const { cursor } = JSON.parse(route.request().postData() ?? '{}') as { readonly cursor?: string }
    await route.fulfill({ json: pageAt(cursor) })
  })
  await openMerchants(page)
  await see(page, '第 1 家')
  const most = await page.evaluate(async () => {
    const scroller = [...document.querySelectorAll('.taro_page')].at(-1)
    if (scroller === undefined) throw new Error('no page')
    let largest = 0
    for (let still = 0, before = 0; still < 200; still = scroller.scrollHeight === before ? still + 1 : 0) {
      before = scroller.scrollHeight
      scroller.scrollTop = before
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)))
      largest = Math.max(largest, scroller.querySelectorAll('.rep-line').length)
    }
    return largest
  })
  expect(most).toBeLessThanOrEqual(48)
  await see(page, '第 5000 家')
  await see(page, /就这\s5000\s家/)
  await page.evaluate(() => [...document.querySelectorAll('.taro_page')].at(-1)?.scrollTo(0, 0))
  await see(page, /^第 1 家$/)
})
