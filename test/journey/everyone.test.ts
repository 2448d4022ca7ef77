/**
 * Everybody can use every page: with a screen reader, in the dark, on the narrowest phone, with the largest
 * letters, with a thumb. A walk through all pages and states, each judged in eight settings: by all rules of
 * axe in the first, in the others by those that depend on what is drawn.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { launch, newPhone } from './support/browser'
import { barriers, clipped } from './support/everyone-checks'
import { equip, settings, show, usual } from './support/everyone-phone'
import { smallTargets } from './support/everyone-targets'
import { ways } from './support/everyone-walk'
import { startServer } from './support/server'

const longestMs = 240_000
/** A revoked code and a wrong claim are answered so. */
const expected = /404 .*api\/(invite|rep-claim)/

const found = { barriers: [] as string[], clipped: [] as string[], small: [] as string[] }
const seen: string[] = []

async function judge(page: Page, name: string): Promise<void> {
  seen.push(name)
  for (const setting of settings) {
    await show(page, setting)
    const { theme, width, font } = setting
    const note = (list: string[], faults: readonly string[]) =>
      list.push(...faults.map((fault) => `${name} (${theme} ${width} ${font}): ${fault}`))
    note(found.barriers, await barriers(page, setting === settings[0] ? 'all' : 'drawn'))
    if (theme === 'dark') continue // the same boxes
    note(found.clipped, await clipped(page))
    if (font === 1) note(found.small, await smallTargets(page))
  }
  await show(page, usual)
}

beforeAll(async () => {
  const [browser, server] = await Promise.all([launch(), startServer()])
  const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-everyone-'))
  try {
    await Promise.all(
      ways.map(async (chapters) => {
        const phone = await newPhone(browser, expected)
        await equip(phone, server.url)
        for (const chapter of chapters)
          await chapter({ phone, server, dir, look: (state) => judge(phone.page(), state) })
        expect(phone.errors).toEqual([])
      }),
    )
  } finally {
    await browser.close()
    await server.dispose()
    rmSync(dir, { recursive: true, force: true })
  }
}, longestMs)

test('no barrier of WCAG 2.2 A and AA, in any state, theme, width or font size', () => {
  expect(seen.length).toBeGreaterThan(60)
  expect(found.barriers).toEqual([])
})

test('no word is cut off or sticks out, at 390 and 320 px, with normal and with the largest letters', () => {
  expect(found.clipped).toEqual([])
})

test('everything to tap is at least 44 by 44 px to a thumb', () => {
  expect(found.small).toEqual([])
})
