/** The web version without a pointer: everything is reached, worked and left by keys, and the focus is never lost. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { arrive, leave, see, tap } from './support/browser'
import { begin, visit } from './support/merchant'
import { drawLicence } from './support/photos'
import { takePhoto } from './support/preparing'
import { startServer } from './support/server'
import { openStage } from './support/stage'

const stage = openStage(() => startServer())

/** What a screen reader would say has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return 'nothing'
    const words = at.getAttribute('aria-label') ?? at.textContent ?? ''
    return `${at.getAttribute('role') ?? at.tagName.toLowerCase()} ${words.trim()}`
  })

/** Goes on by Tab until this has the focus. Answers everything passed on the way. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<readonly string[]> {
  const passed: string[] = []
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    if (typeof wanted === 'string' ? here === wanted : wanted.test(here)) return passed
    passed.push(here)
  }
  throw new Error(`Tab never comes to ${String(wanted)}, only to: ${passed.join(' | ')}`)
}

stage.journey(
  'a question is answered by keys; the focus goes with the pages and comes back',
  async ({ server, newPhone }) => {
    const phone = await newPhone()
    const page = await phone.open(server.url)
    await see(page, '先看看都有哪些步骤')
    await tabTo(page, 'button 回答 4 个问题，开始')
    await page.keyboard.press('Enter')
    await arrive(page, 'packages/start/questions')
    expect(await focused(page)).toMatch(/^main/)
    await tabTo(page, /^radio 个体工商户/)
    await page.keyboard.press('Space')
    await page.locator('[role=radio][aria-checked=true]', { hasText: '个体工商户' }).waitFor()
    expect(await focused(page)).toMatch(/^radio 个体工商户/)
    expect(await tabTo(page, 'button 下一题')).toEqual([
      expect.stringMatching(/^radio 还没有营业执照/),
      'button 不确定？教你怎么查',
      'button 返回',
    ])
    await page.keyboard.press('Enter')
    await see(page, /第 2 题/)
    await page.locator('#taro-navigation-bar [role=button]:visible').focus()
    await page.keyboard.press('Enter')
    await arrive(page, 'pages/home')
    expect(await focused(page)).toBe('button 接着回答，看我的路线') // the same button; a question is answered by now
  },
)

stage.journey('a sheet takes the focus, keeps it, closes by Escape and gives it back', async ({ server, newPhone }) => {
  const page = await (await newPhone()).open(`${server.url}/#/packages/start/questions/index`)
  await see(page, /第 1 题/)
  await tabTo(page, 'button 不确定？教你怎么查')
  await page.keyboard.press('Enter')
  await page.locator('.sheet').waitFor()
  expect(await focused(page)).toMatch(/^dialog /)
  const around: string[] = []
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Tab')
    around.push(await focused(page))
  }
  // between the sheet's own two and the browser
  expect(new Set(around)).toEqual(new Set(['button 知道了', 'button 关上', 'nothing']))
  await page.keyboard.press('Escape')
  await page.locator('.sheet').waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('button 不确定？教你怎么查')
})

stage.journey('a question of yes and no: the harmless answer first, Escape means no', async ({ server, newPhone }) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-keys-'))
  try {
    const page = await begin(await newPhone(), server, false)
    await visit(page, 'packages/capture/shoot', '?material=business-licence&slot=business-licence')
    await takePhoto(page, await drawLicence(dir), 'has asked')
    await tap(page, '先不传，只留在手机里')
    await leave(page, 'packages/capture/check')
    await visit(page, 'packages/material/detail', '?id=business-licence')
    const photos = page.locator('.mat-photo:visible')
    await photos.waitFor()
    await tabTo(page, 'button 删掉')
    await page.keyboard.press('Enter')
    await page.locator('[role=alertdialog]').waitFor()
    const before = await focused(page)
    await page.keyboard.press('Escape')
    await page.locator('[role=alertdialog]').waitFor({ state: 'detached' })
    expect(await photos.count()).toBe(1)
    expect(await focused(page)).toBe('button 删掉')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe(before)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await photos.waitFor({ state: 'detached' })
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
})

stage.journey(
  'the tabs say which one is open; a notice is heard in a place that was there before',
  async ({ server, newPhone }) => {
    const phone = await newPhone()
    const page = await begin(phone, server, false)
    await visit(page, 'pages/checklist')
    expect(await page.locator('[role=navigation] [aria-current=page]').innerText()).toBe('材料')
    await page.locator('.weui-tabbar__item', { hasText: '我的' }).focus()
    await page.keyboard.press('Enter')
    await arrive(page, 'pages/me')
    expect(await page.locator('[role=navigation] [aria-current=page]').innerText()).toBe('我的')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await page.title()).toBe('我的')
    expect(await page.locator('[role=heading][aria-level="1"]').innerText()).toBe('我的')
    const status = page.locator('[role=status]')
    expect(await status.count()).toBe(1)
    await visit(page, 'packages/guide/errors')
    await tap(page, '没解决？复制报错，找人问问')
    await see(page, '已复制，发给他就行')
    expect(await status.innerText()).toBe('已复制，发给他就行')
  },
)

const keyboards: readonly (readonly [string, string, string, Readonly<Record<string, string>>])[] = [
  ['contact', '联系人手机', 'tel', { autocomplete: 'tel' }],
  ['email-mini-program', '邮箱', 'email', { autocapitalize: 'off', spellcheck: 'false' }],
  ['company-bank-account', '账号', 'numeric', {}],
  ['business-licence', '统一社会信用代码', '', { autocapitalize: 'characters' }],
]

stage.journey('each field brings its keyboard', async ({ server, newPhone }) => {
  const company = { subject: 'company', 'service-account': 'none', 'wants-service-account': 'yes', industry: 'snacks' }
  const page = await begin(await newPhone(), server, false, company)
  for (const [material, label, mode, others] of keyboards) {
    await visit(page, 'packages/material/detail', `?id=${material}`)
    const field = page.locator(`input[aria-label*="${label}"]:visible`).first()
    await field.waitFor()
    expect([material, await field.getAttribute('type'), (await field.getAttribute('inputmode')) ?? '']).toEqual([
      material,
      'text',
      mode,
    ])
    for (const [name, value] of Object.entries(others)) expect(await field.getAttribute(name)).toBe(value)
  }
})
