/**
 * The tab bar of WeChat takes PNG files of 81 px only: the four tab icons in the colours of the look's
 * --ink-3 and --accent, for the light and the dark theme (miniapp/theme.json names the files).
 * Run: node tools/run.mjs tools/tab-icons.ts
 */
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { iconFolder } from './icons'
import { readColours, type Colours } from './operator/colours'

const out = 'src/miniapp/assets/tabs'
const tabs = ['home', 'checklist', 'guide', 'me']
const size = 81

/** File suffix -> the token whose value colours it, and the theme that value belongs to. */
const looks = [
  { suffix: '', token: 'ink-3', theme: 'light' },
  { suffix: '-on', token: 'accent', theme: 'light' },
  { suffix: '-dark', token: 'ink-3', theme: 'dark' },
  { suffix: '-on-dark', token: 'accent', theme: 'dark' },
] as const

/** `out`: a folder, made when it is not there. */
export async function drawTabIcons(out: string, colours: Colours): Promise<void> {
  mkdirSync(out, { recursive: true })
  for (const tab of tabs) {
    const svg = readFileSync(path.join(iconFolder, `${tab}.svg`), 'utf8')
    for (const { suffix, token, theme } of looks) {
      const drawn = svg.replaceAll('currentColor', colours[theme][token])
      // 24 units at 72 dpi are 24 px: drawn much larger and then reduced, the strokes stay even
      await sharp(Buffer.from(drawn), { density: 72 * 16 })
        .resize(size, size)
        .png({ palette: true, colours: 64, effort: 10 })
        .toFile(path.join(out, `${tab}${suffix}.png`))
    }
  }
}

export async function main(): Promise<void> {
  await drawTabIcons(out, readColours())
  console.log(`${out}：${tabs.length * looks.length} 个图标，${size}×${size}`)
}
