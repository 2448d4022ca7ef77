/** A phone-sized page of the real Chromium. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launch as launchChromium } from '../../../tools/chromium'

export const phone = { width: 390, height: 844 }

export const launch = (): Promise<Browser> => launchChromium()

export interface Phone {
  readonly context: BrowserContext
  readonly page: Page
  /** Uncaught errors and console errors of the page; a journey ends with none. */
  readonly errors: readonly string[]
}

/** A fresh phone: its own storage, nothing remembered. */
export async function newPhone(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Phone> {
  const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
  return { context, ...(await newTab(context)) }
}

/** A page of the same phone: as after the app was killed and opened again. */
export async function newTab(context: BrowserContext): Promise<{ page: Page; errors: string[] }> {
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/net::ERR_|Failed to load resource/.test(message.text())) errors.push(message.text())
  })
  page.setDefaultTimeout(10_000)
  return { page, errors }
}

/** The visible page of Taro's stack: hidden pages stay in the document. */
export const shown = (page: Page) => page.locator('.taro_page:visible, .taro_page_show:visible').last()

/** Taps what carries these words on the visible page, wherever it is. */
export async function tap(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('.pressable:visible', { hasText: words }).last().click()
}

/** Taro needs a moment between routes (page transition and mounting). */
export async function see(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).locator('visible=true').first().waitFor()
}
