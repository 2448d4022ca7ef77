/**
 * The operator's folder as it lies on the disk: which files there are, whether each is JSON of the right
 * shape. Faults of all files are collected before anybody hears of one.
 */
import { isUtf8 } from 'node:buffer'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { iconNames } from '../icons'
import type { Fault, Path } from './faults'
import { readJson, type Located } from './located-json'
import { materialsFile, sourcesFile, stepsFile } from './piece-schemas'
import { brandFile, feesFile, industriesFile, nudgesFile, permitsFile, textsFile } from './schemas'
import { findingsOf, type Finding } from './words'

const schemasOf = (root: string) => ({
  'brand.json': brandFile,
  'fees.json': feesFile,
  'texts.json': textsFile,
  'nudges.json': nudgesFile,
  'industries.json': industriesFile,
  'permits.json': permitsFile,
  'materials.json': materialsFile(iconNames(root)),
  'steps.json': stepsFile,
  'sources.json': sourcesFile,
})

type Schemas = ReturnType<typeof schemasOf>
export type FileName = keyof Schemas
/** What the files say; those that are absent or wrong are left out. */
export type Parsed = { readonly [Name in FileName]?: z.infer<Schemas[Name]> }

export const fileNames = [
  'brand.json',
  'fees.json',
  'texts.json',
  'nudges.json',
  'industries.json',
  'permits.json',
  'materials.json',
  'steps.json',
  'sources.json',
] as const satisfies readonly FileName[]

/** Adds a fault at a place in a file. */
export type Say = (file: FileName, path: Path, reason: string) => void

export interface Folder {
  readonly parsed: Parsed
  readonly say: Say
  /** Grows with `say`; in the order of files and lines. */
  readonly faults: () => readonly Fault[]
}

const screenshots = 'screenshots'
/** Other operators' folders may lie inside the default one. */
const isOperator = (dir: string) => existsSync(path.join(dir, 'brand.json'))

/** Names that mean nothing to us are likelier misspelt than meant. */
function strangers(dir: string): readonly Fault[] {
  const known: ReadonlySet<string> = new Set([...fileNames, screenshots])
  return readdirSync(dir).flatMap((name) => {
    const file = path.join(dir, name)
    if (known.has(name) || name.startsWith('.') || /^README/i.test(name)) return []
    if (statSync(file).isDirectory() && isOperator(file)) return []
    return [{ file, line: 0, reason: `不认识这个文件；能放的是 ${[...fileNames, `${screenshots}/`].join('、')}` }]
  })
}

/** The text, or why there is none. */
function textIn(file: string): { readonly text: string } | { readonly reason: string } {
  try {
    const bytes = readFileSync(file)
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { reason: '不是 UTF-8 编码的文字，另存为 UTF-8' }
  } catch (error) {
    return { reason: `读不出来：${String(error)}` }
  }
}

/** Of a wrong brand.json, the keys without a fault: faint colours are told beside a wrong name, not after it. */
function soundPart(value: unknown, findings: readonly Finding[]): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const wrong = new Set(findings.map(({ path: [key] }) => key))
  return Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)))
}

/** Whether there is anything to read at all. */
export const isEmptyFolder = (dir: string): boolean => !fileNames.some((name) => existsSync(path.join(dir, name)))

export function readFolder(dir: string, root: string): Folder {
  const faults: Fault[] = []
  const located = new Map<FileName, Located>()
  const parsed: Record<string, unknown> = {}
  const at = (name: FileName, line: number, reason: string) => faults.push({ file: path.join(dir, name), line, reason })
  const say: Say = (name, place, reason) => at(name, located.get(name)?.lineOf(place) ?? 0, reason)

  const schemas = schemasOf(root)
  for (const name of fileNames) {
    const file = path.join(dir, name)
    if (!existsSync(file)) continue
    const read = textIn(file)
    if ('reason' in read) {
      at(name, 0, read.reason)
      continue
    }
    const json = readJson(read.text)
    if (!json.ok) {
      at(name, json.line, json.reason)
      continue
    }
    located.set(name, json.located)
    for (const place of json.located.doubles) say(name, place, `「${String(place.at(-1))}」写了两次，只留一个`)
    const result = schemas[name].safeParse(json.located.value, { reportInput: true })
    if (result.success) {
      parsed[name] = result.data
      continue
    }
    const findings = result.error.issues.flatMap((issue) => findingsOf(issue))
    for (const finding of findings) say(name, finding.path, finding.reason)
    if (name === 'brand.json') parsed[name] = soundPart(json.located.value, findings)
  }
  faults.push(...strangers(dir))
  const rank = ({ file }: Fault) => (fileNames as readonly string[]).indexOf(path.basename(file))
  const inOrder = () => [...faults].sort((a, b) => rank(a) - rank(b) || a.line - b.line)
  return { parsed: parsed as Parsed, say, faults: inOrder }
}
