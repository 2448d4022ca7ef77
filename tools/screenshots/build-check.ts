/** The step pictures inside a WeChat build: all there, as drawn, within their budgets, none in another package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { overBudget } from './budgets'
import { operatorBuild } from '../operator-module.cjs'
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

const idOf = (file: string) => file.replace(/\.\w+$/, '')

/** By the id of the picture: the hash of the file that has to be in the build, and whether it is a capture. */
type Wanted = ReadonlyMap<string, { readonly hash: string; readonly capture: boolean }>

function wantedOf({ pictures }: Manifest, own: readonly Image[]): Wanted {
  const ours = Object.entries(pictures).map(
    ([id, entry]) => [id, { hash: entry.file, capture: isCapture(entry) }] as const,
  )
  return new Map([...ours, ...own.map(({ file, hash }) => [idOf(file), { hash, capture: true }] as const)])
}

/** The operator's own captures, as this process's builds take them in. */
function operatorImages(folder: string | null): readonly Image[] {
  const home = folder === null ? '' : path.join(folder, 'pictures')
  return existsSync(home) ? imagesIn(home) : []
}

/** One sentence a fault; `dir` holds the build, `operator` is what the operator's folder was prepared into. */
export function pictureFaults(
  dir: string,
  manifest: Manifest = readManifest(),
  operator: string | null = operatorBuild(),
): readonly string[] {
  const images = imagesIn(dir)
  const shipped = images.filter(({ file }) => file.startsWith(home))
  const hashes = new Set(shipped.map(({ hash }) => hash))
  const wanted = wantedOf(manifest, operatorImages(operator))
  const strays = images.filter(({ file, hash }) => !file.startsWith(home) && hashes.has(hash))
  const missing = [...wanted].filter(([, { hash }]) => !hashes.has(hash)).map(([id]) => id)
  const weighed = shipped.map(({ file, bytes }) => {
    const id = idOf(file.slice(home.length))
    return { id, bytes, capture: wanted.get(id)?.capture === true }
  })
  return [
    ...(missing.length > 0 ? [`${home} 里没有这些图，或者不是画好的那张：${missing.join('，')}`] : []),
    ...overBudget(weighed),
    ...strays.map(({ file }) => `步骤图要放在 ${home}，${file} 在别的包里`),
  ]
}
