/** The chapter of the walk that a rep takes. */
import type { Page } from 'playwright-core'
import { arrive, see, tap } from './browser'
import type { Chapter } from './everyone-walk'
import { answersOf, makeMerchant, overHttp } from './made-merchants'
import { type, visit } from './merchant'
import { drawLicence } from './photos'
import { copyLink, openMerchants } from './representing'

const { both: full, alone } = answersOf

const closeSheet = async (page: Page) => {
  await page.keyboard.press('Escape')
  await page.locator('.sheet:visible').waitFor({ state: 'detached' })
}

/** The function's answers, as they are when a merchant shares two photos, of which one is to be taken again. */
async function sharePhotos(page: Page, picture: string): Promise<void> {
  const photo = { slot: 'business-licence', label: '营业执照', w: 2400, h: 1700 }
  const review = { verdict: 'retake', reason: '四个角没拍全' }
  const photos = [
    { ...photo, photoId: 'photo00000000000001', review },
    { ...photo, photoId: 'photo00000000000002', review: null },
  ]
  const context = page.context()
  await context.route('**/api/rep-merchant', async (route) => {
    const reply = (await (await route.fetch()).json()) as object
    await route.fulfill({ json: { ...reply, sharesPhotos: true, photos } })
  })
  await context.route('**/api/photo-link', (route) =>
    route.fulfill({ json: { ok: true, url: '/photo?link=test', expires: Date.now() + 300_000 } }),
  )
  await context.route('**/photo?link=test', (route) => route.fulfill({ path: picture }))
}

/** From the claim to the photos, with the sheets and what is shown when there is nothing. */
export const representing: Chapter = async ({ phone, server, dir, look }) => {
  const { claim } = await server.newRep('周敏', '云栈科技')
  const page = await phone.open(server.url)
  await see(page, /回答 4 个问题/)
  await visit(page, 'packages/rep/merchants')
  await look('rep, nobody')
  await visit(page, 'packages/rep/claim', `?code=${claim.slice(0, 11)}`)
  await tap(page, '绑定')
  await see(page, /已经用过、过期了/)
  await look('rep, wrong claim')
  await type(page, '绑定码', claim)
  await tap(page, '绑定')
  await arrive(page, 'packages/rep/merchants')
  await see(page, '还没有商户')
  await look('rep, no merchants')
  const scene = new URL(await copyLink(phone)).searchParams.get('scene') ?? ''
  await look('rep, codes')
  await tap(page, '再做一个码')
  await look('rep, new code')
  await type(page, '放在哪里用', '美食街')
  await tap(page, '做一个')
  await see(page, '停用')
  await look('rep, two codes')
  await tap(page, '换一个码')
  await look('rep, another code')
  await closeSheet(page)
  await makeMerchant(overHttp(server.url), scene, { shop: '小满面馆', answers: full, steps: 11, ago: 18 })
  await makeMerchant(overHttp(server.url), scene, { answers: alone, steps: 0, ago: 3 })
  await makeMerchant(overHttp(server.url), scene, { shop: '兴旺粮油', answers: alone, steps: 99, ago: 30 })
  await openMerchants(page)
  await see(page, '小满面馆')
  await look('rep, merchants')
  await page.locator('.rep-order:visible').tap()
  await look('rep, order')
  await closeSheet(page)
  await page.locator('.rep-dots:visible').tap()
  await look('rep, more')
  await closeSheet(page)
  await tap(page, /^待补拍/)
  await see(page, '没有要补拍的')
  await look('rep, nobody fits')
  await tap(page, '看全部商户')
  await tap(page, '小满面馆')
  await see(page, /商户没有打开照片/)
  await look('rep, merchant')
  await sharePhotos(page, await drawLicence(dir))
  await openMerchants(page)
  await tap(page, '小满面馆')
  await see(page, '商户已同意给你看')
  for (const row of ['服务号认证', '还有']) await tap(page, row)
  await look('rep, merchant with photos')
  await page.locator('.rep-pic:visible').first().tap()
  await page.locator('.rep-photo img:visible').waitFor()
  await look('rep, photo')
  await tap(page, '要重拍')
  await look('rep, why again')
  await closeSheet(page)
  await visit(page, 'packages/rep/overview')
  await see(page, '走到哪一步')
  await look('rep, overview')
}
