/**
 * The tab bar of WeChat takes PNG files of 81 px only: the four tab icons in the colours of the look's
 * --ink-3 and --accent, for the light and the dark theme (miniapp/theme.json names the files).
 * Run: node tools/run.mjs tools/tab-icons.ts
 */
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { iconFolder } from './icons'

const out = 'src/miniapp/assets/tabs'
const tabs = ['home', 'checklist', 'guide', 'me']
const size = 81

/** File suffix -> the token whose value colours it, and the theme that value belongs to. */
const looks = [
  { suffix: '', token: '--ink-3', dark: false },
  { suffix: '-on', token: '--accent', dark: false },
  { suffix: '-dark', token: '--ink-3', dark: true },
  { suffix: '-on-dark', token: '--accent', dark: true },
] as const

/** The value of a token in ui/styles/tokens.scss: the first one is the light theme's, the last the dark one's. */
function colourOf(tokens: string, token: string, dark: boolean): string {
  const values = [...tokens.matchAll(new RegExp(`${token}:\\s*(#[0-9A-Fa-f]{6})`, 'g'))].map((match) => match[1])
  const value = dark ? values.at(-1) : values[0]
  if (!value || values.length < 2) throw new Error(`tokens.scss 里没有找到 ${token} 的亮色和暗色值`)
  return value
}

export async function main(): Promise<void> {
  mkdirSync(out, { recursive: true })
  const tokens = readFileSync('src/miniapp/ui/styles/tokens.scss', 'utf8')
  for (const tab of tabs) {
    const svg = readFileSync(path.join(iconFolder, `${tab}.svg`), 'utf8')
    for (const { suffix, token, dark } of looks) {
      const drawn = svg.replaceAll('currentColor', colourOf(tokens, token, dark))
      // 24 units at 72 dpi are 24 px: drawn much larger and then reduced, the strokes stay even
      await sharp(Buffer.from(drawn), { density: 72 * 16 })
        .resize(size, size)
        .png({ palette: true, colours: 64, effort: 10 })
        .toFile(path.join(out, `${tab}${suffix}.png`))
    }
  }
  console.log(`${out}：${tabs.length * looks.length} 个图标，${size}×${size}`)
}
