/** The gallery's chapter of the rep: the same person takes the role, and has merchants. */
import type { Page } from 'playwright-core'
import { see, tap } from '../test/journey/support/browser'
import { answersOf, makeMerchant, overHttp, type Made } from '../test/journey/support/made-merchants'
import { open, primary, type Chapter } from './gallery-moves'

const { both, alone } = answersOf

/** Made-up shops. */
const shops: readonly Made[] = [
  { shop: '兴旺粮油', answers: alone, steps: 99, ago: 20 },
  { answers: alone, steps: 0, ago: 3 },
  { shop: '阿芳美甲', answers: alone, steps: 3, ago: 2 },
  { shop: '老陈五金', answers: alone, steps: 0, ago: 6 },
  { shop: '青禾鲜果', answers: alone, steps: 8, ago: 1 },
  { shop: '小满面馆', answers: both, steps: 11, ago: 18 },
]

/** The scene of the code on the page: its link, as it is copied. */
async function sceneOn(page: Page): Promise<string> {
  const asked = page.waitForRequest((request) => request.url().endsWith('/api/rep-code-image'))
  await page.reload()
  return (JSON.parse((await asked).postData() ?? '{}') as { readonly scene: string }).scene
}

export const representing: Chapter = {
  name: 'representing',
  async play(page, shoot, place) {
    await open(page, place, `packages/rep/claim/index?code=${await place.claim()}`)
    await shoot('rep-claim')
    await primary(page)
    await see(page, '给商户看我的码')
    await shoot('rep-empty')
    await open(page, place, 'packages/rep/codes/index')
    await see(page, '复制链接')
    await shoot('rep-code')
    const scene = await sceneOn(page)
    for (const shop of shops) await makeMerchant(overHttp(place.url), scene, shop)
    await open(page, place, 'packages/rep/merchants/index')
    await see(page, '小满面馆')
    await shoot('rep-merchants')
    await tap(page, '小满面馆')
    await see(page, '可以这样提醒')
    await shoot('rep-merchant')
    await open(page, place, 'packages/rep/overview/index')
    await see(page, '走到哪一步')
    await shoot('rep-overview')
  },
}
