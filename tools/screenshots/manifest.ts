/**
 * Which pictures are up to date. A drawing's source is the page it is photographed from, so its hash
 * covers the description, the templates, the style and the date at the foot; a capture's is the file, its
 * sidecar and the page around it. With the font's version the hash says whether the file in the repository
 * still shows its source. Chromium's version is noted, not compared: a newer one draws the same picture
 * with a few other bytes.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { asOf } from '#domain/content/sources'
import { chineseFontVersion } from '../fonts'
import { captureHtml } from './capture-page'
import { pictureHtml } from './html'
import { checkedManifest, type Entry, type Manifest } from './manifest-shape'
import type { Slot } from './slots'

export const command = 'npm run screenshots'
export const folder = 'src/miniapp/packages/guide/pictures'
export const manifestFile = 'tools/screenshots/manifest.json'

/** The file of a picture, in the repository. A capture may be a JPEG. */
export const fileOf = (id: string, { type = 'png' }: { readonly type?: 'png' | 'jpg' | undefined } = {}) =>
  path.posix.join(folder, `${id}.${type}`)
export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')

const noImage = { address: '', width: 0, height: 0 }

/** Hash of everything that decides how a picture looks; the font's address does not. */
export function sourceHash({ picture, capture }: Slot): string {
  const font = chineseFontVersion()
  if (capture) {
    const { crop, highlights } = capture.sidecar
    return sha256(JSON.stringify([capture.sha256, crop, highlights, captureHtml(capture, noImage, ''), font]))
  }
  return sha256(JSON.stringify([picture && pictureHtml(picture, asOf, ''), font]))
}

export function readManifest(root = process.cwd()): Manifest {
  const file = path.join(root, manifestFile)
  return existsSync(file) ? checkedManifest(readFileSync(file, 'utf8'), manifestFile) : { font: '', pictures: {} }
}

/** Why a picture has to be drawn, or null when its file is as its source says. */
export function staleness(slot: Slot, manifest: Manifest, root = process.cwd()): 'new' | 'changed' | 'file' | null {
  const entry = manifest.pictures[slot.id]
  if (!entry) return 'new'
  if (entry.source !== sourceHash(slot)) return 'changed'
  const file = path.join(root, fileOf(slot.id, entry))
  if (!existsSync(file) || sha256(readFileSync(file)) !== entry.file) return 'file'
  return null
}

/** What the manifest says of a picture, for the index and the budgets. */
export const isCapture = (entry: Entry): boolean => entry.taken !== undefined
