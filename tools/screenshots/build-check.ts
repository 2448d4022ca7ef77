/** The step pictures inside a WeChat build: all there, as drawn, within their budgets, none in another package. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { overBudget } from './budgets'
import { isCapture, readManifest, sha256 } from './manifest'
import type { Manifest } from './manifest-shape'

const home = 'packages/guide/pictures/'

interface Image {
  readonly file: string
  readonly bytes: number
  readonly hash: string
}

function imagesIn(dir: string): readonly Image[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.(png|jpe?g|webp)$/.test(file))
    .map((file) => {
      const data = readFileSync(path.join(dir, file))
      return { file, bytes: data.length, hash: sha256(data) }
    })
}

/** One sentence a fault; `dir` holds the build. */
export function pictureFaults(dir: string, manifest: Manifest = readManifest()): readonly string[] {
  const images = imagesIn(dir)
  const shipped = images.filter(({ file }) => file.startsWith(home))
  const hashes = new Set(shipped.map(({ hash }) => hash))
  const entries = Object.entries(manifest.pictures)
  const strays = images.filter(({ file, hash }) => !file.startsWith(home) && hashes.has(hash))
  const missing = entries.filter(([, { file }]) => !hashes.has(file)).map(([id]) => id)
  const weighed = shipped.map(({ file, bytes }) => {
    const id = file.slice(home.length).replace(/\.\w+$/, '')
    const entry = manifest.pictures[id]
    return { id, bytes, capture: entry !== undefined && isCapture(entry) }
  })
  return [
    ...(missing.length > 0 ? [`${home} 里没有这些图，或者不是画好的那张：${missing.join('，')}`] : []),
    ...overBudget(weighed),
    ...strays.map(({ file }) => `步骤图要放在 ${home}，${file} 在别的包里`),
  ]
}
