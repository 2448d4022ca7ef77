/**
 * Values as long as a field takes, 500 characters in a row without a blank: rows, chips, cards and questions
 * grow, nothing is cut off or pushed off the screen of the narrowest phone with the largest letters.
 */
import type { Page } from 'playwright-core'
import { content } from '#domain/content/content'
import { arrive, see, tap } from './support/browser'
import { barriers, clipped } from './support/everyone-checks'
import { equip, narrowest, settings, show } from './support/everyone-phone'
import { smallTargets } from './support/everyone-targets'
import { begin, visit } from './support/merchant'
import { startServer } from './support/server'
import { openStage } from './support/stage'

const stage = openStage(() => startServer())
const fullWay = { subject: 'company', 'service-account': 'none', 'wants-service-account': 'yes', industry: 'snacks' }

const most = 500
const fill = (piece: string, end = '') => piece.repeat(most).slice(0, most - end.length) + end
/** As somebody pastes them: Chinese, one Latin word, a mail address, figures. */
const longest = {
  text: fill('小满面馆'),
  lines: fill('Handmadenoodles'),
  email: fill('xiaoman', '@example.com'),
  phone: fill('13800138000'),
  code: fill('92330102MA2EXAMP5X'),
  digits: fill('6222'),
} as const

async function fitting(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const setting of settings.filter(({ theme }) => theme === 'light')) {
    await show(page, setting)
    for (const one of await clipped(page)) found.push(`${page.url()} ${setting.width} ${setting.font}: ${one}`)
  }
  await show(page, narrowest)
  for (const one of await barriers(page, 'drawn')) found.push(`${page.url()}: ${one}`)
  return found
}

stage.journey('every field of every material takes 500 characters, and says what is wrong with them', async (scene) => {
  const phone = await scene.newPhone()
  await equip(phone, scene.server.url)
  const page = await begin(phone, scene.server, false, fullWay)
  const found: string[] = []
  for (const { id } of content.materials.filter(({ stage: when }) => when !== 'result')) {
    await visit(page, 'packages/material/detail', `?id=${id}`)
    const fields = page.locator('.entry:visible')
    for (let i = 0; i < (await fields.count()); i++) {
      const field = fields.nth(i).locator('input, textarea')
      const label = (await field.getAttribute('aria-label')) ?? ''
      const known = content.materials.find((one) => one.id === id)?.fields?.find((one) => label.startsWith(one.label))
      const kind = known?.input ?? 'text'
      if (kind === 'date') continue
      await field.fill(kind === 'choice' ? longest.text : longest[kind])
      expect((await field.inputValue()).length).toBe(most)
      await field.blur()
    }
    if ((await fields.count()) > 0) found.push(...(await fitting(page)))
  }
  expect(found).toEqual([])
})

/** Kept as they are: no check refuses a long shop name, bank or contact. */
const kept = [
  ['shop', '店名', longest.text],
  ['company-bank-account', '开户银行', longest.lines],
  ['contact', '联系人姓名', longest.lines],
] as const

stage.journey('a kept value of 500 characters wherever it is shown', async (scene) => {
  const phone = await scene.newPhone()
  await equip(phone, scene.server.url)
  const page = await begin(phone, scene.server, false, fullWay)
  for (const [material, label, value] of kept) {
    await visit(page, 'packages/material/detail', `?id=${material}`)
    const field = page.locator(`input[aria-label="${label}"]:visible`)
    await field.fill(value)
    await field.blur()
  }
  const found: string[] = []
  for (const tab of ['home', 'checklist', 'guides', 'me']) {
    await visit(page, `pages/${tab}`)
    found.push(...(await fitting(page)))
  }
  await visit(page, 'packages/guide/step', '?guide=certify-service-account&step=bank-account')
  await see(page, /Handmadenoodles/)
  found.push(...(await fitting(page)))
  await visit(page, 'packages/guide/step', '?guide=certify-service-account&step=contact')
  found.push(...(await fitting(page)))
  await visit(page, 'packages/guide/errors')
  await page.locator('.search:visible input').fill(fill('error'))
  await tap(page, '没解决？复制报错，找人问问')
  await arrive(page, 'packages/guide/errors')
  found.push(...(await fitting(page)))
  expect(found).toEqual([])
})

stage.journey('the checks themselves find what they are for', async ({ server, newPhone }) => {
  const phone = await newPhone()
  await equip(phone, server.url)
  const page = await begin(phone, server, false, fullWay)
  await visit(page, 'packages/about/data')
  expect([...(await barriers(page, 'all')), ...(await clipped(page)), ...(await smallTargets(page))]).toEqual([])
  await page.evaluate(() => {
    const first = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility())
    first('.switch')?.removeAttribute('aria-label')
    first('.row .sub')?.style.setProperty('color', '#aaaaaa')
    first('.row .title')?.style.setProperty('white-space', 'nowrap')
    const [title] = [first('.row .title')]
    if (title) title.textContent = '很长的名字'.repeat(20)
    first('.row.pressable')?.style.setProperty('min-height', '20px')
    first('.row.pressable')?.style.setProperty('padding', '0')
  })
  const faults = await barriers(page, 'all')
  expect(faults.some((one) => one.startsWith('aria-toggle-field-name'))).toBe(true)
  expect(faults.some((one) => one.startsWith('color-contrast'))).toBe(true)
  expect(await clipped(page)).toEqual([expect.stringContaining('很长的名字')])
  expect(await smallTargets(page)).toEqual([expect.stringMatching(/^\d+×\d+ \.pressable\.row/)])
})
