/** What a merchant does with thumbs, in the app's own words. */
import type { Page } from 'playwright-core'
import { content } from '#domain/content/content'
import { labelOf } from '#domain/answers'
import type { Answers } from '#domain/content/types'
import { arrive, goOn, leave, see, tap, type Phone } from './browser'
import type { RunningServer } from './server'

const option = (page: Page, words: string) =>
  page
    .locator('.option:visible')
    .filter({ has: page.getByText(words, { exact: true }) })
    .last()
    .tap()

/** From the first page through all questions that are asked; ends on the page behind them. */
export async function answer(page: Page, answers: Answers): Promise<void> {
  await tap(page, /回答 4 个问题，开始|接着回答/)
  for (const { id, title } of content.questions) {
    const chosen = answers[id]
    if (chosen === undefined) continue
    await see(page, title)
    const label = labelOf(content, id, chosen)
    if (id === 'industry') await page.locator('.search:visible input').last().fill(label)
    await option(page, label)
    await goOn(page)
  }
}

const tabs = { home: '首页', checklist: '材料', guides: '步骤', me: '我的' } as const

export async function openTab(page: Page, name: (typeof tabs)[keyof typeof tabs]): Promise<void> {
  await page.locator('.weui-tabbar__item:visible', { hasText: name }).tap()
  const [path = ''] = Object.entries(tabs).find(([, words]) => words === name) ?? []
  await arrive(page, `pages/${path}`)
}

/** Types into the labelled entry of the visible page, and leaves it. */
export async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  const entry = page
    .locator('.entry:visible')
    .filter({ has: page.locator('.label', { hasText: label }) })
    .last()
    .locator('input, textarea')
  await entry.fill(text)
  await entry.blur()
}

/** Ticks or chooses an option of the visible page by its exact words. */
export const choose = option

/** The row of the checklist with exactly this title. */
export async function openMaterial(page: Page, title: string): Promise<void> {
  await arrive(page, 'pages/checklist')
  await page
    .locator('.item:visible')
    .filter({ has: page.getByText(title, { exact: true }) })
    .tap()
  await arrive(page, 'packages/material/detail')
}

/** Opens a page by its address, as from a link. */
export async function visit(page: Page, path: string, query = ''): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/${path}/index${query}`)
  await arrive(page, path)
}

/** The shortest route: a sole trader who wants the mini-program only. */
export const standalone: Answers = {
  subject: 'sole-trader',
  'service-account': 'none',
  'wants-service-account': 'no',
  industry: 'snacks',
}

/** Opens the app and answers the questions. `kept`: 「同意，存一份」. */
export async function begin(phone: Phone, { url }: RunningServer, kept: boolean, answers = standalone): Promise<Page> {
  const page = await phone.open(url)
  await answer(page, answers)
  await see(page, '把进度存一份到云端？')
  await tap(page, kept ? '同意，存一份' : '先不用，只留在这台手机里')
  await arrive(page, 'pages/guides')
  return page
}

/** On the page of a material that asks for one text: typed, kept, left. */
export async function writeDown(page: Page, material: string, label: string, text: string): Promise<void> {
  const place = ['packages/material/detail', `?id=${material}`] as const
  await visit(page, ...place)
  await type(page, label, text)
  await goOn(page)
  await leave(page, ...place)
}

export const nameShop = (page: Page, name: string): Promise<void> => writeDown(page, 'shop', '店名', name)

/** Everything has reached the cloud. */
export async function seeSaved(page: Page): Promise<void> {
  await visit(page, 'pages/me')
  await see(page, '已存好')
}
