/** The real Chromium: the same bytes each time, and no picture whose words do not fit. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { Browser } from 'playwright-core'
import { launch } from '../../tools/chromium'
import { chineseFontVersion } from '../../tools/fonts'
import { fileOf, readManifest } from '../../tools/screenshots/manifest'
import { pictures } from '../../tools/screenshots/pictures/index'
import { easel, render } from '../../tools/screenshots/render'
import type { Picture } from '../../tools/screenshots/types'
import { repository } from './support/screenshots'

jest.setTimeout(120_000)

let browser: Browser
beforeAll(async () => (browser = await launch()))
afterAll(() => browser.close())

const manifest = readManifest(repository)
const sample = ['reuse/menu-2', 'register-service-account/subject', 'certify-service-account/pay']

test.each(sample)('%s is the same byte for byte on two easels, and as committed', async (id) => {
  const picture = pictures.find((one) => one.id === id)
  const entry = manifest.pictures[id]
  if (!picture || !entry) throw new Error(`no ${id}`)
  const [first, second] = [await render(await easel(browser), picture), await render(await easel(browser), picture)]
  expect(first.data.equals(second.data)).toBe(true)
  const same =
    entry.chromium === browser.version() &&
    manifest.font === chineseFontVersion() &&
    manifest.encoder === `sharp ${sharp.versions.sharp}`
  if (same) expect(first.data.equals(readFileSync(path.join(repository, fileOf(id, entry))))).toBe(true)
})

describe('a picture is refused that', () => {
  const long = '这一行字实在太长了，无论如何也放不进这样窄的一个框里，所以要拒绝'
  const refused: readonly (readonly [string, Picture['body'], RegExp])[] = [
    ['has a text longer than its input', [{ kind: 'input', text: long }], /放不下：这一行字/],
    ['has a button wider than the page', [{ kind: 'buttons', items: [{ label: long + long }] }], /出了窗口：这一行字/],
    ['has a tab that does not fit', [{ kind: 'tabs', items: [{ label: long }, { label: long }] }], /放不下|出了窗口/],
    [
      'has a word on a frame that runs out of the window',
      [{ kind: 'buttons', align: 'left', items: [{ label: '好', hit: { no: 1, say: long } }] }],
      /标注出了窗口：这一行字/,
    ],
    ['is too high for a phone', Array.from({ length: 30 }, () => ({ kind: 'heading', text: '标题' })), /高不超过/],
  ]

  test.each(refused)('%s', async (_name, body, fault) => {
    const picture: Picture = { id: 'reuse/menu', page: '试验页', body }
    await expect(render(await easel(browser), picture)).rejects.toThrow(fault)
  })
})
