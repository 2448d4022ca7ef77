/** The last chapter of the gallery: to the end of the way. */
import type { Page } from 'playwright-core'
import { tap } from '../test/journey/support/browser'
import { type } from '../test/journey/support/merchant'
import { open, primary, type Chapter } from './gallery-moves'

async function tickParts(page: Page): Promise<void> {
  const open = page.locator('.option:visible:not(.is-on)')
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await open.first().click()
    await page.waitForTimeout(200)
    const known = page.locator('.sheet:visible .button', { hasText: '知道了' })
    if (await known.count()) await known.last().click()
    await page.waitForTimeout(200)
  }
}

/** Ticks everything that is left, as a merchant does over weeks. */
export const finishing: Chapter = {
  name: 'finishing',
  async play(page, shoot, place) {
    await open(page, place, 'packages/guide/step/index?guide=finish-setup&step=app-id')
    await type(page, /AppID/, 'wx1a2b3c4d5e6f7081')
    await tap(page, '记下来')
    for (let i = 0; i < 60; i += 1) {
      await open(page, place, 'pages/home/index')
      const words = await page.locator('.dock:visible .button.primary').last().innerText()
      if (/全办好了/.test(words)) break
      await primary(page)
      await page.waitForTimeout(500)
      await tickParts(page)
      const done = page.locator('.dock:visible .button', { hasText: /做好了|接到电话了|通过了|收到了|好了/ }).last()
      if (await done.count()) await done.click()
      await page.waitForTimeout(300)
    }
    await open(page, place, 'packages/guide/finish/index')
    await shoot('finish')
  },
}
