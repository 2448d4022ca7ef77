/** The version and its description, from package.json and the first section of CHANGELOG.md. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

export interface Release {
  readonly version: string
  /** One line, as WeChat's back end shows it beside the version. */
  readonly description: string
}

const heading = /^## (\S+) \((\d{4}-\d{2}-\d{2})\)$/
const versionPattern = /^\d+\.\d+\.\d+$/
/** Characters; WeChat's list of versions shows no more. */
const longest = 200

const isDay = (text: string) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** The first section. Throws, in one sentence with the line, when the file does not read as agreed. */
export function newestSection(changelog: string): { version: string; day: string; points: readonly string[] } {
  const lines = changelog.split('\n')
  const at = lines.findIndex((line) => line.startsWith('## '))
  const found = heading.exec(lines[at] ?? '')
  if (at < 0 || found === null)
    throw new Error(
      `CHANGELOG.md 第 ${Math.max(0, at) + 1} 行：最新一节的标题要写成「## 1.2.3 (2026-11-21)」，现在是「${lines[at] ?? '没有'}」。`,
    )
  const [, version = '', day = ''] = found
  if (!versionPattern.test(version) || !isDay(day))
    throw new Error(`CHANGELOG.md 第 ${at + 1} 行：版本号要是三段数字，日期要真实，现在是「${lines[at] ?? ''}」。`)
  const end = lines.findIndex((line, i) => i > at && line.startsWith('## '))
  const own = lines.slice(at + 1, end < 0 ? undefined : end)
  const points = own.flatMap((line) => /^- (.+)$/.exec(line)?.[1]?.trim() ?? [])
  if (points.length === 0) throw new Error(`CHANGELOG.md 第 ${at + 1} 行：${version} 一节里没有「- 」开头的说明。`)
  return { version, day, points }
}

/** Throws when package.json names another version than the newest section. */
export function releaseOf(packageVersion: string, changelog: string): Release {
  const { version, points } = newestSection(changelog)
  if (version !== packageVersion)
    throw new Error(
      `package.json 的版本是 ${packageVersion}，CHANGELOG.md 最新一节是 ${version}：两处要一样，改好再运行。`,
    )
  const all = points.join('；')
  return { version, description: all.length > longest ? `${all.slice(0, longest - 1)}…` : all }
}

/** `root`: the repository. */
export function readRelease(root: string): Release {
  const file = (name: string) => readFileSync(path.join(root, name), 'utf8')
  const { version } = JSON.parse(file('package.json')) as { version: string }
  return releaseOf(version, file('CHANGELOG.md'))
}
