/**
 * The pictures of the steps: draws those that changed, puts an operator's captures in their place, and
 * writes the index the step page reads. `--help` says the rest.
 * Run: npm run screenshots [-- --all | <guide> | <guide>/<step> … | --sheet | --import <list> | --help]
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { chineseFontVersion } from '../fonts'
import { overBudget } from './budgets'
import { draw } from './draw'
import { importCaptures } from './import'
import { writeIndex } from './index-file'
import { fileOf, folder, isCapture, manifestFile, readManifest, staleness } from './manifest'
import { manifestText, type Entry, type Manifest } from './manifest-shape'
import { help, readOptions, type Asked } from './options'
import { drawSheets } from './sheet'
import { slotsOf, type Slot } from './slots'

type Draw = Extract<Asked, { kind: 'draw' }>

function wantedOf(slots: readonly Slot[], { all, names }: Draw, manifest: Manifest, root: string): readonly Slot[] {
  if (all) return slots
  const named = (slot: Slot) => names.some((name) => slot.id === name || slot.id.startsWith(`${name}/`))
  const unknown = names.filter((name) => !slots.some(({ id }) => id === name || id.startsWith(`${name}/`)))
  if (unknown.length > 0) throw new Error(`没有这样的图：${unknown.join('，')}\n\n${help}`)
  return slots.filter((slot) => (names.length > 0 ? named(slot) : staleness(slot, manifest, root)))
}

/** To draw everything again no old entry is needed: a manifest that cannot be read does not stop it. */
function fresh(root: string): Manifest {
  try {
    return { ...readManifest(root), pictures: {} }
  } catch (error) {
    console.log(`${error instanceof Error ? error.message : String(error)}\n现在就全部重画。`)
    return { font: '', pictures: {} }
  }
}

/** In one step, so that a killed run leaves the old file or the new one. */
function writeWhole(file: string, data: string | Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, data)
  renameSync(`${file}.part`, file)
}

/** Files of pictures that no longer exist, or exist under another type. */
function removeOrphans(entries: Readonly<Record<string, Entry>>, root: string): void {
  const home = path.join(root, folder)
  if (!existsSync(home)) return
  const kept = new Set(Object.entries(entries).map(([id, entry]) => path.join(root, fileOf(id, entry))))
  for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(home, name)
    if (/\.(png|jpg|part)$/.test(name) && !kept.has(file)) rmSync(file)
  }
}

async function drawChanged(asked: Draw, root: string): Promise<void> {
  const slots = await slotsOf(root)
  const manifest = asked.all ? fresh(root) : readManifest(root)
  const known = Object.fromEntries(
    slots.flatMap(({ id }) => (manifest.pictures[id] ? [[id, manifest.pictures[id]]] : [])),
  )
  const wanted = wantedOf(slots, asked, manifest, root)
  const { entries, files, failures } = await draw({ slots, wanted, known, root })
  for (const [id, encoded] of files) writeWhole(path.join(root, fileOf(id, encoded)), encoded.data)
  removeOrphans(entries, root)
  const now = { ...manifest, font: chineseFontVersion(), encoder: `sharp ${sharp.versions.sharp}`, pictures: entries }
  writeWhole(path.join(root, manifestFile), manifestText(now))
  writeIndex(slots, entries, root)
  report(entries, files.size, failures)
}

function report(entries: Readonly<Record<string, Entry>>, drawn: number, failures: readonly string[]): void {
  const all = Object.entries(entries)
  const bytes = all.reduce((sum, [, entry]) => sum + entry.bytes, 0)
  const captures = all.filter(([, entry]) => isCapture(entry)).length
  const which = captures > 0 ? `，其中实拍 ${captures} 张` : ''
  console.log(`画了 ${drawn} 张，共 ${all.length} 张${which}，${(bytes / 1024).toFixed(0)} KB，在 ${folder}`)
  const over = overBudget(all.map(([id, entry]) => ({ id, bytes: entry.bytes, capture: isCapture(entry) })))
  const faults = [...failures, ...over]
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

export async function main(args: readonly string[] = []): Promise<void> {
  const { asked, root } = readOptions(args)
  if (asked.kind === 'help') console.log(help)
  else if (asked.kind === 'import') await importCaptures(asked, root)
  else if (asked.kind === 'draw') await drawChanged(asked, root)
  else {
    await drawChanged({ kind: 'draw', all: false, names: [] }, root)
    await drawSheets(root)
  }
}
