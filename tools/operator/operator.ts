/** Reads and checks an operator's folder as a whole. */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { ownContent } from '#domain/content/content'
import { ownBrand } from '#domain/content/own-brand'
import type { Brand, OperatorSources, Overrides } from '#domain/content/operator-types'
import { withOverrides } from '#domain/content/with-overrides'
import { findCaptures, type Capture } from '../screenshots/captures'
import { stepsIn } from '../screenshots/steps'
import { faintPairs, readColours, withOwn, type Colours, type Theme, type Tokens } from './colours'
import { checkDeadEnds } from './dead-ends'
import { OperatorFaults, type Fault } from './faults'
import { isEmptyFolder, readFolder, type Folder, type Parsed } from './folder'
import { brandOf, overridesOf } from './overrides'
import { checkMaterials, checkSteps } from './piece-check'
import { captureFaults, capturesFolder } from './pictures'
import { checkReferences } from './references'
import { checkTexts } from './text-check'

/** Where the operator's own files lie; `OPERATOR_DIR` names another folder for another brand. */
export const defaultDir = 'content'
export const operatorDir = (env: NodeJS.ProcessEnv = process.env): string => env.OPERATOR_DIR || defaultDir

export interface Operator {
  readonly dir: string
  readonly brand: Brand
  readonly overrides: Overrides
  readonly sources: OperatorSources
  /** All colours as they will be; `own`: those that are not ours, null when all are. */
  readonly colours: Colours
  readonly own: Readonly<Record<Theme, Partial<Tokens>>> | null
  readonly captures: readonly Capture[]
}

export type OperatorRead =
  | { readonly ok: true; readonly operator: Operator }
  /** `captures`: those without a fault so far. */
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly captures: readonly Capture[] }

/** zod's optional keys are never undefined in JSON; this says so to the compiler. */
type Own = Readonly<Record<Theme, Partial<Tokens>>>

function checkColours(parsed: Parsed, colours: Colours, { say }: Folder): void {
  const own = parsed['brand.json']?.colours
  if (!own) return
  for (const theme of ['light', 'dark'] as const) {
    const faint = faintPairs(colours[theme]).map((pair) => ({
      ...pair,
      token: own[theme][pair.on] ? pair.on : pair.ground,
    }))
    for (const token of new Set(faint.map((pair) => pair.token))) {
      const [worst] = faint.filter((pair) => pair.token === token).sort((a, b) => a.is / a.least - b.is / b.least)
      if (!worst) continue
      const { on, ground, is, least } = worst
      const values = `${colours[theme][on]} 和 ${colours[theme][ground]}`
      const reason = `${on} 放在 ${ground} 上看不清：对比度 ${is.toFixed(2)}，至少要 ${least}（${values}）`
      say('brand.json', ['colours', theme, token], reason)
    }
  }
}

/** A source that has not been read yet says nothing. `now`: ms since 1970. */
function checkDays(parsed: Parsed, { say }: Folder, now: number): void {
  const late = (day: string) => Date.parse(`${day}T00:00:00+08:00`) > now
  const fees = parsed['fees.json']?.checked
  if (fees !== undefined && late(fees)) say('fees.json', ['checked'], '这一天还没到')
  for (const [id, { checked }] of Object.entries(parsed['sources.json'] ?? {}))
    if (late(checked)) say('sources.json', [id, 'checked'], '这一天还没到')
}

/** A fee is what WeChat's back end says; no text may promise less (design, Routes). */
const promise = /(?<!不等于)免费|省下|省掉|省钱|省了|节省|零费用|不用(再)?(交|付)/
function checkPromises(parsed: Parsed, { say }: Folder): void {
  const fees = parsed['fees.json']
  for (const [table, key] of [
    ['fees', 'note'],
    ['fees', 'label'],
    ['notes', 'title'],
    ['notes', 'text'],
  ] as const) {
    for (const list of ['add', 'change'] as const) {
      for (const [at, piece] of (fees?.[table]?.[list] ?? []).entries()) {
        const said: unknown = (piece as Readonly<Record<string, unknown>>)[key]
        if (typeof said === 'string' && promise.test(said))
          say('fees.json', [table, list, at, key], '不能承诺省钱：收多少以微信后台显示为准')
      }
    }
  }
}

const isFolder = (dir: string) => existsSync(dir) && statSync(dir).isDirectory()

const isDefault = (dir: string, root: string) => path.resolve(dir) === path.resolve(root, defaultDir)
const nothing = { captures: new Map<string, Capture>(), faults: [] }

/** null: there is nothing in the default folder, all is our own. `now`: ms since 1970. */
export async function readOperator(dir: string, root = process.cwd(), now = Date.now()): Promise<OperatorRead | null> {
  if (!isFolder(dir) || isEmptyFolder(dir)) {
    if (isDefault(dir, root)) return null
    const reason = isFolder(dir) ? '这个文件夹里没有要用的文件，至少要有 brand.json' : '没有这个文件夹（OPERATOR_DIR）'
    return { ok: false, faults: [{ file: dir, line: 0, reason }], captures: [] }
  }
  const folder = readFolder(dir, root)
  const { parsed, say } = folder
  const overrides = overridesOf(parsed)
  const { texts: _texts, ...pieces } = overrides
  const merged = withOverrides(ownContent, pieces)
  const ours = readColours(root)
  const own = (parsed['brand.json']?.colours ?? null) as Own | null
  const colours = own ? withOwn(ours, own) : ours

  checkReferences(parsed, ownContent, merged, say)
  checkMaterials(parsed, ownContent, say)
  checkSteps(parsed, ownContent, merged, say)
  checkTexts(parsed, merged, say)
  checkColours(parsed, colours, folder)
  checkPromises(parsed, folder)
  checkDays(parsed, folder, now)
  // The default folder's captures are drawn into the repository's own pictures (tools/screenshots).
  const place = { root, folder: path.join(dir, capturesFolder), steps: stepsIn(merged) }
  const found = isDefault(dir, root) ? nothing : await findCaptures(place)
  const captures = [...found.captures.values()]
  // Only what is otherwise sound can be walked through to its end.
  if (folder.faults().length === 0) checkDeadEnds(parsed, merged, say)
  const faults = [...folder.faults(), ...found.faults]
  if (faults.length > 0) return { ok: false, faults, captures }
  const file = parsed['brand.json']
  const brand = file ? brandOf(file) : ownBrand // a folder may also change texts only
  return {
    ok: true,
    operator: { dir, brand, overrides, sources: parsed['sources.json'] ?? {}, colours, own, captures },
  }
}

/** Throws OperatorFaults when anything is wrong; what shows only when captures are made is told by `prepare`. */
export async function needOperator(dir: string, root?: string): Promise<Operator | null> {
  const read = await readOperator(dir, root)
  if (read === null) return null
  if (!read.ok) throw new OperatorFaults([...read.faults, ...(await captureFaults(read.captures, root))])
  return read.operator
}
