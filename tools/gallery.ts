/**
 * The README's pictures of our own pages: a real merchant's way through the real app in Chromium, on a
 * phone-sized page, in light and dark. `npm run gallery` writes docs/gallery; `--out <folder>`,
 * `--width 320`, `--font 1.5` and `--theme dark` are for looking at other phones.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { buildServer } from './bundles'
import { buildWeb } from './build-web'
import { launch } from './chromium'
import { serveChineseFont } from './fonts'
import { chapters } from './gallery-chapters'
import type { Chapter, Shoot } from './gallery-moves'
import { startServer } from '../test/journey/support/server'

interface Wanted {
  readonly out: string
  readonly width: number
  readonly height: number
  readonly font: string
  readonly themes: readonly ('light' | 'dark')[]
}

function wantedFrom(args: readonly string[]): Wanted {
  const options = {
    out: { type: 'string' },
    width: { type: 'string' },
    font: { type: 'string' },
    theme: { type: 'string' },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  const themes: Wanted['themes'] =
    values.theme === 'light' || values.theme === 'dark' ? [values.theme] : ['light', 'dark']
  return {
    out: values.out ?? 'docs/gallery',
    width: Number(values.width ?? 390),
    height: 844,
    font: values.font ?? '1',
    themes,
  }
}

async function save(page: Page, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(350)
  const png = await page.screenshot({ animations: 'disabled' })
  await sharp(png)
    .resize({ width: (page.viewportSize()?.width ?? 0) > 600 ? 1280 : 390 * 2, withoutEnlargement: true })
    .png({ palette: true, colours: 128, effort: 8 })
    .toFile(file)
}

type Kind = Pick<BrowserContextOptions, 'viewport' | 'deviceScaleFactor' | 'isMobile' | 'hasTouch'>

const computer: Kind = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 }
const phoneOf = ({ width, height }: Wanted): Kind => ({
  viewport: { width, height },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
})

async function contextFor(browser: Browser, kind: Kind, theme: 'light' | 'dark'): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...kind,
    colorScheme: theme,
    bypassCSP: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const css = await serveChineseFont(context, ['PingFang SC', 'Noto Sans CJK SC'])
  await context.addInitScript((href) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
    document.addEventListener('DOMContentLoaded', () => document.head.append(link))
  }, css)
  return context
}

async function run(chapter: Chapter, page: Page, shoot: Shoot, place: Parameters<Chapter['play']>[2]): Promise<void> {
  try {
    await chapter.play(page, shoot, place)
  } catch (error) {
    await page.screenshot({ path: `.cache/gallery-${chapter.name}-failed.png` })
    throw new Error(`「${chapter.name}」没能走完：${error instanceof Error ? error.message : String(error)}`)
  }
}

export async function main(args: readonly string[]): Promise<void> {
  const wanted = wantedFrom(args)
  await buildWeb()
  await buildServer()
  mkdirSync(wanted.out, { recursive: true })
  const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-gallery-'))
  const [browser, server] = await Promise.all([launch(), startServer()])
  try {
    const { scene } = await server.newScene('周敏', '云栈科技')
    for (const theme of wanted.themes) {
      const context = await contextFor(browser, phoneOf(wanted), theme)
      const other = await contextFor(browser, computer, theme)
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      const shoot: Shoot = async (name, of = page) => {
        await save(of, path.join(wanted.out, `${name}${theme === 'dark' ? '.dark' : ''}.png`))
        process.stdout.write('·')
      }
      const home = `${server.url}/?font=${wanted.font}&scene=${scene}`
      const claim = async () => (await server.newRep('周敏', '云栈科技')).claim
      const place = { home, dir, claim, url: server.url, computer: () => other.newPage() }
      for (const chapter of chapters) await run(chapter, page, shoot, place)
      await context.close()
      await other.close()
    }
    console.log(`\n图在 ${wanted.out}`)
  } finally {
    await browser.close()
    await server.dispose()
    rmSync(dir, { recursive: true, force: true })
  }
}
