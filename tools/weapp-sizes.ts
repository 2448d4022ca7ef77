/** The sizes of the WeChat build's packages, and whether they keep within what WeChat and we allow. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pictureFaults } from './screenshots/build-check'

/** KB. A package may have 2 MB, all together 30 MB; we keep the main one small, because it is what everybody waits for. */
const budget = { main: 430, package: 2048, all: 30 * 1024 }

/** Of the main package, times an empty Taro + React app (weapp-twin.ts). */
export const mainShare = 1.5

/** What WeChat uploads; other files in the folder (licences, project settings of ours) are left behind. */
const uploaded = /\.(js|json|wxml|wxss|wxs|png|jpe?g|gif|svg|mp3|m4a|aac|mp4|wav|ogg|silk|cer|wasm|br)$/

export interface PackageSize {
  readonly name: string
  readonly files: number
  /** KB of 1,024 bytes. */
  readonly size: number
  readonly limit: number
}

interface AppJson {
  readonly subPackages?: readonly { readonly root: string }[]
}

/** Main package first. Throws when `dir` holds no WeChat build. */
export function weappSizes(dir: string): PackageSize[] {
  const appJson = path.join(dir, 'app.json')
  if (!existsSync(appJson)) throw new Error(`${dir} 里没有小程序，先运行 npm run build:weapp`)
  const roots = ((JSON.parse(readFileSync(appJson, 'utf8')) as AppJson).subPackages ?? []).map(({ root }) =>
    root.replace(/\/$/, ''),
  )
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => uploaded.test(file) && file !== 'project.config.json')
  const home = (file: string) => roots.find((root) => file.startsWith(`${root}/`)) ?? ''
  return ['', ...roots].map((root) => {
    const own = files.filter((file) => home(file) === root)
    const bytes = own.reduce((sum, file) => sum + statSync(path.join(dir, file)).size, 0)
    return {
      name: root === '' ? '主包' : root,
      files: own.length,
      size: bytes / 1024,
      limit: root === '' ? budget.main : budget.package,
    }
  })
}

/** Prints the table. Throws, in one sentence, when a package is at its budget or over it, or a picture is. */
export function checkWeappSizes(dir: string): void {
  const packages = weappSizes(dir)
  const all = { name: '合计', files: 0, size: 0, limit: budget.all }
  for (const { files, size } of packages) {
    all.files += files
    all.size += size
  }
  const kb = (n: number) => `${n.toFixed(1).padStart(8)} KB`
  for (const { name, files, size, limit } of [...packages, all]) {
    console.log(`${kb(size)}  ${String(files).padStart(3)} 个文件  ${name}${size >= limit ? `  超过 ${limit} KB` : ''}`)
  }
  const over = [...packages, all].filter(({ size, limit }) => size >= limit)
  if (over.length > 0)
    throw new Error(
      `小程序太大：${over.map(({ name, size, limit }) => `${name} ${size.toFixed(0)} KB（限 ${limit} KB）`).join('，')}`,
    )
  const faults = pictureFaults(dir)
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** `twin`: KB of an empty app's main package (weapp-twin.ts). Throws when ours is more than `mainShare` times that. */
export function checkMainShare(dir: string, twin: number): void {
  const share = (weappSizes(dir)[0]?.size ?? Infinity) / twin
  if (share > mainShare)
    throw new Error(
      `主包是空 Taro + React 小程序（${twin.toFixed(1)} KB）的 ${share.toFixed(2)} 倍，限 ${mainShare} 倍`,
    )
}

export function main([dir = 'dist/weapp']: readonly string[]): void {
  checkWeappSizes(dir)
}
