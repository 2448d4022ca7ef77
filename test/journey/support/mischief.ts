/** What time, other programs and bad luck do to a phone and a server. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import type { Page } from 'playwright-core'
import type { RunningServer } from './server'

/** Makes the stored texts under these keys unreadable. */
export const spoil = (page: Page, keys: RegExp): Promise<void> =>
  page.evaluate((source) => {
    for (const key of Object.keys(localStorage)) {
      if (new RegExp(source).test(key)) localStorage.setItem(key, '{"data":"7.broken{{{"}')
    }
  }, keys.source)

/** Leaves no room for a single letter more. */
export const fillStorage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const fits = (key: string, size: number) => {
      try {
        localStorage.setItem(key, 'x'.repeat(size))
        return true
      } catch {
        return false // no room for another one of this size
      }
    }
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      for (let i = 0; fits(`photos-of-another-app-${size}-${i}`, size);) i++
    }
  })

/** As after months: every token was used last when the epoch began. */
export function expireTokens({ dataDir }: RunningServer): void {
  const db = new Database(path.join(dataDir, 'companion.db'))
  const { changes } = db
    .prepare("UPDATE tokens SET version = version + 1, value = json_set(value, '$.used', 0, '$.created', 0)")
    .run()
  db.close()
  expect(changes).toBe(1)
}

/** As if whoever was erased had been erased because the time for keeping was over. */
export function erasedByRetention({ dataDir }: RunningServer): void {
  const db = new Database(path.join(dataDir, 'companion.db'))
  const { changes } = db
    .prepare("UPDATE erased SET version = version + 1, value = json_set(value, '$.by', 'retention')")
    .run()
  db.close()
  expect(changes).toBeGreaterThan(0)
}

/** Everything that the server keeps of all merchants, as one text. */
export function merchantsIn({ dataDir }: RunningServer): string {
  const db = new Database(path.join(dataDir, 'companion.db'))
  const rows = db.prepare('SELECT value FROM merchants').all()
  db.close()
  return JSON.stringify(rows)
}

/** The app fetches the code of its pages ahead: whoever has looked at the first one for a moment has them all. */
export async function everyPageFetched(page: Page): Promise<void> {
  await page.waitForFunction((names) => {
    const fetched = new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
    return names.every((name) => fetched.has(name))
  }, codeOfPages())
}

function codeOfPages(): readonly string[] {
  const web = process.env.WEB_DIR ?? 'dist/h5'
  const names = ['js', 'css'].flatMap((folder) =>
    readdirSync(path.join(web, folder)).map((name) => `/${folder}/${name}`),
  )
  // Taro's shim for browsers without shadow DOM, which none of ours asks for; the computer's own page, for no phone
  const others = /-shadowcsshost|pc-waiting/
  return names.filter((name) => /\.(js|css)$/.test(name) && !others.test(readFileSync(path.join(web, name), 'utf8')))
}
