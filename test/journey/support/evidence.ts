/** What is really there, beside what the pages say. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { Phone } from './browser'
import type { RunningServer } from './server'

/** As the official form takes it: JPEG, large, without a word about the phone or the place. */
export async function seeCleanJpeg(link: string): Promise<void> {
  const answered = await fetch(link)
  expect([answered.status, answered.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  const bytes = Buffer.from(await answered.arrayBuffer())
  const { format, width, height, exif, xmp } = await sharp(bytes).metadata()
  expect({ format, width, exif, xmp }).toEqual({ format: 'jpeg', width: 2000, exif: undefined, xmp: undefined })
  expect(height).toBeGreaterThanOrEqual(1100)
  expect(bytes.length).toBeLessThan(2 * 1024 * 1024)
  expect(bytes.includes('TestCamera')).toBe(false)
}

/** All files that the server keeps in its file store. */
export function filesOf({ dataDir }: RunningServer): number {
  const root = path.join(dataDir, 'files')
  if (!existsSync(root)) return 0
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(root, name)).isFile(),
  ).length
}

/** Photos in the browser's own database. */
export const photosOn = (phone: Phone): Promise<number> =>
  phone.page().evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opened = indexedDB.open('kaitong-photos')
        opened.onerror = () => reject(opened.error)
        opened.onsuccess = () => {
          const count = opened.result.transaction('photos').objectStore('photos').count()
          count.onsuccess = () => resolve(count.result)
          count.onerror = () => reject(count.error)
        }
      }),
  )
