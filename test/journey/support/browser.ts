/** A phone-sized page of the real Chromium, and what thumbs and eyes do with it. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launch as launchChromium } from '../../../tools/chromium'

/** The printed address is this machine's own: no proxy stands in between. */
export const launch = (): Promise<Browser> => launchChromium({ args: ['--no-proxy-server'] })

const here = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
const phone = { ...here, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const computer = { ...here, viewport: { width: 1280, height: 800 } }
/** ms for anything that is to be seen or tapped. */
const patience = 15_000

export interface Phone {
  readonly context: BrowserContext
  /** The open app. Throws before it is opened. */
  page(): Page
  /** Uncaught errors, and errors in the page's console that were not expected. */
  readonly errors: readonly string[]
  /** Opens the app; an open one is killed first. What it had stored is kept. */
  open(address: string): Promise<Page>
}

/** A fresh phone: its own storage, nothing remembered. `expected`: lines that the console may show. */
export const newPhone = (browser: Browser, expected?: RegExp): Promise<Phone> => newScreen(browser, phone, expected)

/** A browser on a computer, with a window of its own. */
export const newComputer = (browser: Browser, expected?: RegExp): Promise<Phone> =>
  newScreen(browser, computer, expected)

async function newScreen(browser: Browser, kind: BrowserContextOptions, expected?: RegExp): Promise<Phone> {
  const context = await browser.newContext(kind)
  context.setDefaultTimeout(patience)
  const errors: string[] = []
  const note = (text: string) => {
    if (expected?.test(text) !== true) errors.push(text)
  }
  let page: Page | null = null
  return {
    context,
    errors,
    page() {
      if (page === null) throw new Error('the app is not open')
      return page
    },
    async open(address) {
      await page?.close()
      page = await context.newPage()
      page.on('pageerror', (error) => note(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error') note(`${message.text()} ${message.location().url}`)
      })
      await page.goto(address)
      return page
    },
  }
}

/** Taro slides pages over one another: waits until only the one that the address names is left. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const [shown, ...others] = [...document.querySelectorAll('.taro_page')].filter(
      (one) => one.getClientRects().length > 0,
    )
    const named = location.hash.slice(1).split('?')[0] ?? ''
    return (
      others.length === 0 &&
      shown?.classList.contains('taro_page_stationed') === true &&
      shown.id.startsWith(`${named}?`)
    )
  })
}

/** Waits for the page of this path, `pages/home` or `packages/guide/step`. */
export async function arrive(page: Page, path: string): Promise<void> {
  await page.waitForFunction((named) => location.hash.startsWith(`#/${named}/index`), path)
  await settled(page)
}

/** Waits until the page of this path and query has been left. */
export async function leave(page: Page, path: string, query = ''): Promise<void> {
  await page.waitForFunction((named) => !location.hash.startsWith(named), `#/${path}/index${query}`)
  await settled(page)
}

/** Taps what carries these words on the page that is shown; the last of several. */
export async function tap(page: Page, words: string | RegExp): Promise<void> {
  await settled(page)
  await page.locator('.pressable:visible', { hasText: words }).last().tap()
}

/** Taps the page's one next action. */
export async function goOn(page: Page): Promise<void> {
  await settled(page)
  await page.locator('.dock:visible .button.primary').last().tap()
}

export async function see(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).locator('visible=true').first().waitFor()
}

export async function unsee(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).locator('visible=true').first().waitFor({ state: 'detached' })
}

/** The app comes back to the front, as after a look at another one. */
export async function comeBack(page: Page): Promise<void> {
  await page.bringToFront()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

/** What was copied, found out by pasting it: works on an address without https, too. */
export async function pasted(context: BrowserContext): Promise<string> {
  const page = await context.newPage()
  try {
    await page.setContent('<textarea></textarea>')
    await page.locator('textarea').focus()
    await page.keyboard.press('ControlOrMeta+V')
    return await page.locator('textarea').inputValue()
  } finally {
    await page.close()
  }
}
