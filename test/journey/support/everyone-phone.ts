/** A phone for looking at pages as everyone may see them: light and dark, narrow, large letters. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { chineseFontCss } from '../../../tools/fonts'
import type { Phone } from './browser'

export interface Setting {
  readonly theme: 'light' | 'dark'
  /** CSS px */
  readonly width: 390 | 320
  /** The person's own font setting. */
  readonly font: 1 | 1.5
}

const themes = ['light', 'dark'] as const
const widths = [390, 320] as const
const fonts = [1, 1.5] as const

/** The usual one first: it is also the one that each page is left in. */
export const settings: readonly Setting[] = fonts.flatMap((font) =>
  widths.flatMap((width) => themes.map((theme) => ({ theme, width, font }))),
)
export const usual: Setting = { theme: 'light', width: 390, font: 1 }
export const narrowest: Setting = { theme: 'light', width: 320, font: 1.5 }

const height = 844
const fontFolder = '/fonts-of-the-test'
const axe = 'node_modules/axe-core/axe.min.js'

/**
 * Chinese letters have their real widths on every machine, and axe is in every page. The font comes from the
 * app's own address, as its Content-Security-Policy asks.
 */
export async function equip(phone: Phone, url: string): Promise<void> {
  const css = chineseFontCss(['PingFang SC', 'Noto Sans CJK SC'], `${url}${fontFolder}`)
  await phone.context.route(`${url}${fontFolder}/**`, async (route) => {
    const name = path.posix.basename(new URL(route.request().url()).pathname)
    if (name === 'font.css') return route.fulfill({ contentType: 'text/css', body: css })
    const body = readFileSync(path.join('node_modules/@fontsource/noto-sans-sc/files', name))
    return route.fulfill({ contentType: 'font/woff2', body })
  })
  await phone.context.addInitScript({ path: axe })
  await phone.context.addInitScript((href) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
    document.addEventListener('DOMContentLoaded', () => document.head.append(link))
  }, `${url}${fontFolder}/font.css`)
}

/** Turns the open page into this setting, as the system's own settings would. */
export async function show(page: Page, { theme, width, font }: Setting): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height })
  await page.evaluate(async (scale) => {
    for (const one of document.querySelectorAll<HTMLElement>('.page, html'))
      one.style.setProperty('--font-scale', String(scale))
    await document.fonts.ready
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  }, font)
}
