/** What the gallery's chapters share. */
import type { Page } from 'playwright-core'

export interface Place {
  /** The address on the rep's code. */
  readonly home: string
  /** A one-time code that makes somebody a rep; each is good once. */
  readonly claim: () => Promise<string>
  /** The server's own address. */
  readonly url: string
  /** For files to choose. */
  readonly dir: string
  /** A computer's browser, in the same theme. */
  readonly computer: () => Promise<Page>
}

export type Shoot = (name: string, of?: Page) => Promise<void>

export interface Chapter {
  readonly name: string
  /** `shoot` takes the phone's page unless it is given another. */
  readonly play: (page: Page, shoot: Shoot, place: Place) => Promise<void>
}

export const open = async (page: Page, { home }: Place, route: string): Promise<void> => {
  await page.goto(`${home}#/${route}`)
  await page.waitForTimeout(600)
}
export const option = (page: Page, words: string | RegExp) =>
  page.locator('.option:visible', { hasText: words }).first().click()
export const primary = (page: Page) => page.locator('.dock:visible .button.primary').last().click()
