/**
 * Chinese glyphs for pages drawn in Chromium on a machine without a Chinese font: Noto Sans SC from
 * the npm package @fontsource/noto-sans-sc, weights 400 and 500 (the only two the look uses). The
 * package cuts each weight into about a hundred files by character range; the browser fetches only
 * what a page needs. The files are served to the page by a Playwright route, so it works for http://,
 * file:// and about:blank alike and touches no network.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

const pack = 'node_modules/@fontsource/noto-sans-sc'
const weights = [400, 500]
/** A reserved name (RFC 6761): it can never be a real host. */
const host = 'https://chinese-font.test'

export const chineseFont = 'Noto Sans SC'

/** Package version: pictures drawn with another one are drawn again. */
export function chineseFontVersion(root = process.cwd()): string {
  const { version } = JSON.parse(readFileSync(path.join(root, pack, 'package.json'), 'utf8')) as { version: string }
  return `@fontsource/noto-sans-sc ${version}`
}

/**
 * The @font-face rules. `families` are the names a page asks for: naming 'PingFang SC' gives the
 * product's own pages the same glyphs everywhere. `base` is the address of the folder of the files.
 */
export function chineseFontCss(
  families: readonly string[] = [chineseFont],
  base = `${host}/files`,
  root = process.cwd(),
): string {
  const faces = weights.map((weight) => readFileSync(path.join(root, pack, `${weight}.css`), 'utf8')).join('\n')
  const css = faces
    .replace(/\/\*.*?\*\//g, '')
    .replace(/src: url\(\.\/files\/([^)]+\.woff2)\)[^;]*;/g, `src: url(${base}/$1) format('woff2');`)
    .replace(/font-display: swap/g, 'font-display: block')
  return families.map((family) => css.replaceAll(`'${chineseFont}'`, `'${family}'`)).join('\n')
}

/**
 * Serves the stylesheet and the files to every page of `target`, and returns the stylesheet's address
 * for a <link> or `page.addStyleTag({ url })`.
 */
export async function serveChineseFont(
  target: Page | BrowserContext,
  families?: readonly string[],
  root = process.cwd(),
): Promise<string> {
  const css = chineseFontCss(families, undefined, root)
  const headers = { 'access-control-allow-origin': '*' }
  await target.route(`${host}/**`, async (route) => {
    const name = path.posix.basename(new URL(route.request().url()).pathname)
    if (name === 'font.css') await route.fulfill({ headers, contentType: 'text/css', body: css })
    else
      await route.fulfill({
        headers,
        contentType: 'font/woff2',
        body: readFileSync(path.join(root, pack, 'files', name)),
      })
  })
  return `${host}/font.css`
}

/** Waits until the glyphs of the words now on the page are there; call it before a screenshot. */
export async function chineseFontReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
      if (!link.sheet)
        await new Promise((done) =>
          ['load', 'error'].forEach((event) => link.addEventListener(event, done, { once: true })),
        )
    }
    await document.fonts.ready
  })
}
