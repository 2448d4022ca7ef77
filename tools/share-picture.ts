/**
 * The picture of a shared card: WeChat shows it 5 : 4, in moments the square in its middle. A list being
 * ticked off under a shop's front, without words: no font is needed, and it is true of every page.
 * Run: node tools/run.mjs tools/share-picture.ts
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { readColours, type Colours, type Tokens } from './operator/colours'

const out = 'src/miniapp/assets/tabs'
export const shareSize = { width: 500, height: 400 } as const

const bar = (x: number, y: number, width: number, fill: string, height = 14) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${height / 2}" fill="${fill}"/>`

/** A line of the list: ticked, next or open. `y`: the top of its 44 px. */
function line(y: number, width: number, state: 'done' | 'next' | 'open', colours: Tokens): string {
  const at = `translate(132 ${y + 22})`
  const tick = `<path d="M-8 0l6 6 11-12" fill="none" stroke="${colours['on-accent']}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>`
  const mark = {
    done: `<circle r="17" fill="${colours.accent}"/>${tick}`,
    next: `<circle r="15" fill="none" stroke="${colours.accent}" stroke-width="4"/><circle r="6" fill="${colours.accent}"/>`,
    open: `<circle r="15.5" fill="none" stroke="${colours.line}" stroke-width="3"/>`,
  }[state]
  const ink = { done: colours.line, next: colours.ink, open: colours.line }[state]
  const ground =
    state === 'next'
      ? `<rect x="104" y="${y - 5}" width="292" height="54" rx="14" fill="${colours['accent-wash']}"/>`
      : ''
  return `${ground}<g transform="${at}">${mark}</g>${bar(168, y + 15, width, ink)}`
}

/** The shop's awning above the card: seven stripes with round ends. */
function awning(colours: Tokens): string {
  const stripes = Array.from({ length: 7 }, (_, i) => {
    const fill = i % 2 === 0 ? colours.accent : colours.card
    return `<path d="M${96 + i * 44} 62h44v34a22 22 0 0 1-44 0z" fill="${fill}"/>`
  })
  return `<rect x="96" y="44" width="308" height="22" rx="6" fill="${colours['accent-press']}"/>${stripes.join('')}`
}

function drawing(colours: Tokens): string {
  const { width, height } = shareSize
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    <rect width="${width}" height="${height}" fill="${colours['accent-wash']}"/>
    <rect y="352" width="${width}" height="48" fill="${colours.line}"/>
    <rect x="96" y="56" width="308" height="316" rx="10" fill="${colours.card}"/>
    ${awning(colours)}
    ${line(140, 150, 'done', colours)}${line(194, 190, 'done', colours)}${line(248, 128, 'next', colours)}${line(302, 170, 'open', colours)}
  </svg>`
}

/** Writes share.png into `out`, a folder, made when it is not there. */
export async function drawSharePicture(out: string, colours: Colours): Promise<void> {
  mkdirSync(out, { recursive: true })
  await sharp(Buffer.from(drawing(colours.light)), { density: 72 * 2 })
    .resize(shareSize.width, shareSize.height)
    .png({ palette: true, colours: 32, effort: 10 })
    .toFile(path.join(out, 'share.png'))
}

export async function main(): Promise<void> {
  await drawSharePicture(out, readColours())
  console.log(`${out}/share.png：${shareSize.width}×${shareSize.height}`)
}
