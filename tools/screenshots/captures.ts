/**
 * An operator's own captures: a file content/pictures/<guide>/<step>.png (or .jpg, .jpeg, .webp) takes
 * the place of the drawing of the same name. `import` fills the folder from a list of addresses.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Picture } from './types'

export const captureFolder = 'content/pictures'
/** px: more than a drawing, because a capture's letters are smaller and it is zoomed into. */
export const captureWidth = 1080
export const captureTypes: readonly string[] = ['png', 'jpg', 'jpeg', 'webp']

/** The capture that replaces a drawing, or null. */
export function captureOf(picture: Picture, root = process.cwd()): string | null {
  const files = captureTypes.map((type) => path.join(root, captureFolder, `${picture.id}.${type}`))
  return files.find((file) => existsSync(file)) ?? null
}
