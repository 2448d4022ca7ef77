/**
 * Which pictures are up to date. A picture's source is the page it is photographed from, so its hash
 * covers the description, the templates, the style and the date at the foot; with the font's version it
 * says whether the file in the repository still shows it. Chromium's version is noted, not compared: a
 * newer one draws the same picture with a few other bytes.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { asOf } from '#domain/content/sources'
import { chineseFontVersion } from '../fonts'
import { altOf } from './alt'
import { captureOf } from './captures'
import { pictureHtml } from './html'
import type { Picture } from './types'

export const command = 'node tools/run.mjs tools/screenshots/main.ts'
export const folder = 'src/miniapp/packages/guide/pictures'
export const manifestFile = 'tools/screenshots/manifest.json'

export interface Entry {
  /** sha256 of the source, hex. */
  readonly source: string
  /** sha256 of the file, hex. */
  readonly file: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** The version that drew it; 'capture' when it is the operator's. */
  readonly chromium: string
}

export interface Manifest {
  readonly font: string
  readonly pictures: Readonly<Record<string, Entry>>
}

export const fileOf = (picture: Picture) => path.posix.join(folder, `${picture.id}.png`)
export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')

/** Hash of everything that decides how a picture looks (the font's address does not), or of the capture that replaces it. */
export function sourceHash(picture: Picture, root = process.cwd()): string {
  const capture = captureOf(picture, root)
  if (capture) return sha256(readFileSync(capture))
  return sha256(JSON.stringify([pictureHtml(picture, asOf, ''), altOf(picture), chineseFontVersion(root)]))
}

export function readManifest(root = process.cwd()): Manifest {
  const file = path.join(root, manifestFile)
  if (!existsSync(file)) return { font: '', pictures: {} }
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}

/** `pictures` in any order: they are written sorted, so that a change shows as a change. */
export function writeManifest(pictures: Readonly<Record<string, Entry>>, root = process.cwd()): void {
  const sorted = Object.fromEntries(Object.entries(pictures).sort(([one], [other]) => (one < other ? -1 : 1)))
  writeFileSync(
    path.join(root, manifestFile),
    `${JSON.stringify({ font: chineseFontVersion(root), pictures: sorted }, null, 2)}\n`,
  )
}

/** Why a picture has to be drawn, or null when its file is as its source says. */
export function staleness(
  picture: Picture,
  manifest: Manifest,
  root = process.cwd(),
): 'new' | 'changed' | 'file' | null {
  const entry = manifest.pictures[picture.id]
  if (!entry) return 'new'
  if (entry.source !== sourceHash(picture, root)) return 'changed'
  const file = path.join(root, fileOf(picture))
  if (!existsSync(file) || sha256(readFileSync(file)) !== entry.file) return 'file'
  return null
}
