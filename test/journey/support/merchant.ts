/** What a merchant does with thumbs, in the page's own words. */
import type { Page } from 'playwright-core'
import { see, tap } from './browser'

export interface Answers {
  readonly subject: '企业' | '个体工商户' | '还没有营业执照'
  readonly account?: RegExp
  readonly wants?: RegExp
  /** What is searched, and the industry chosen. */
  readonly industry?: readonly [search: string, name: string]
}

const option = (page: Page, words: string | RegExp) => page.locator('.option:visible', { hasText: words }).first().click()

const next = async (page: Page) => {
  await page.locator('.dock:visible .button.primary').last().click()
}

/** From the first page through the questions to the route. */
export async function answer(page: Page, answers: Answers): Promise<void> {
  await tap(page, /回答 4 个问题，开始|接着回答/)
  await see(page, /第 1 题/)
  await option(page, answers.subject)
  await next(page)
  if (answers.account === undefined) return
  await see(page, /第 2 题/)
  await option(page, answers.account)
  await next(page)
  if (answers.wants !== undefined) {
    await see(page, /第 3 题/)
    await option(page, answers.wants)
    await next(page)
  }
  const [search, name] = answers.industry ?? ['面馆', '小吃']
  await page.locator('.search:visible input').last().fill(search)
  await option(page, name)
  await see(page, '看我的路线')
  await next(page)
}

export async function openTab(page: Page, name: '首页' | '材料' | '步骤' | '我的'): Promise<void> {
  await page.locator('.weui-tabbar__item', { hasText: name }).click()
  await page.waitForTimeout(300)
}

/** Types into the labelled entry of the visible page. */
export async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  const entry = page.locator('.entry:visible', { hasText: label }).last().locator('input, textarea')
  await entry.fill(text)
  await entry.blur()
}
