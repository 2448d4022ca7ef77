/**
 * Draws the schematic pictures of the steps that changed, and the index the step page reads.
 * Run: node tools/run.mjs tools/screenshots/main.ts [--all | <guide> | <guide>/<step> …]
 */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { launch } from '../chromium'
import { writeIndex } from './index-file'
import { command, folder, readManifest, staleness, writeManifest, type Entry } from './manifest'
import { pictures } from './pictures/index'
import { easel, render } from './render'
import type { Picture } from './types'

function wantedOf(args: readonly string[]): readonly Picture[] {
  const manifest = readManifest()
  if (args.includes('--all')) return pictures
  const named = args.filter((arg) => !arg.startsWith('--'))
  const unknown = named.filter((name) => !pictures.some(({ id }) => id === name || id.startsWith(`${name}/`)))
  if (unknown.length > 0)
    throw new Error(`没有这样的图：${unknown.join('，')}。用法：${command} [--all | <guide> | <guide>/<step>]`)
  return pictures.filter((picture) =>
    named.length > 0
      ? named.some((name) => picture.id === name || picture.id.startsWith(`${name}/`))
      : staleness(picture, manifest),
  )
}

/** Files of pictures that no longer exist. */
function removeOrphans(): void {
  if (!existsSync(folder)) return
  const kept = new Set(pictures.map(({ id }) => `${id}.png`))
  for (const guide of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const name of readdirSync(path.join(folder, guide.name))) {
      const id = `${guide.name}/${name}`
      if (name.endsWith('.png') && !kept.has(id)) rmSync(path.join(folder, id))
    }
  }
}

async function drawAll(wanted: readonly Picture[], entries: Record<string, Entry>): Promise<readonly string[]> {
  const browser = await launch()
  const failures: string[] = []
  try {
    const { page, fontCss } = await easel(browser)
    for (const [index, picture] of wanted.entries()) {
      try {
        const entry = await render(page, picture, fontCss, browser.version())
        entries[picture.id] = entry
        console.log(
          `[${index + 1}/${wanted.length}] ${picture.id}  ${entry.width}×${entry.height}  ${(entry.bytes / 1024).toFixed(0)} KB`,
        )
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error))
        console.log(`[${index + 1}/${wanted.length}] ${picture.id}  没画成`)
      }
    }
  } finally {
    await browser.close()
  }
  return failures
}

export async function main(args: readonly string[] = []): Promise<void> {
  const wanted = wantedOf(args)
  const known = readManifest().pictures
  const entries: Record<string, Entry> = Object.fromEntries(
    pictures.flatMap(({ id }) => (known[id] ? [[id, known[id]]] : [])),
  )
  const failures = wanted.length > 0 ? await drawAll(wanted, entries) : []
  removeOrphans()
  writeManifest(entries)
  writeIndex(pictures, entries)
  const bytes = Object.values(entries).reduce((sum, entry) => sum + entry.bytes, 0)
  console.log(
    `画了 ${wanted.length - failures.length} 张，共 ${pictures.length} 张，${(bytes / 1024).toFixed(0)} KB，在 ${folder}`,
  )
  if (failures.length > 0) throw new Error(failures.join('\n'))
}
