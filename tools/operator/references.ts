/** What the files name must be there: ids, sources, conditions, permits. Faults say where the name is written. */
import { holds } from '#domain/condition'
import { sources } from '#domain/content/sources'
import type { Condition, Content } from '#domain/content/types'
import type { FileName, Parsed, Say } from './folder'
import type { Path } from './faults'
import { situations } from './situations'

interface Named {
  readonly id: string
}
interface ChangesIn {
  readonly add?: readonly (Named & { readonly sources: readonly string[] })[]
  readonly change?: readonly (Named & { readonly sources?: readonly string[] })[]
  readonly remove?: readonly string[]
}

/** One table with its changes: where they are written, and what was there before. */
interface Table {
  readonly file: FileName
  readonly base: Path
  readonly changes: ChangesIn | undefined
  readonly ours: readonly Named[]
}

const tablesOf = (parsed: Parsed, ours: Content): readonly Table[] => [
  { file: 'fees.json', base: ['fees'], changes: parsed['fees.json']?.fees, ours: ours.fees },
  { file: 'fees.json', base: ['notes'], changes: parsed['fees.json']?.notes, ours: ours.feeNotes },
  { file: 'industries.json', base: [], changes: parsed['industries.json'], ours: ours.industries },
  { file: 'permits.json', base: [], changes: parsed['permits.json'], ours: ours.permits },
  { file: 'materials.json', base: [], changes: parsed['materials.json'], ours: [] },
  { file: 'steps.json', base: [], changes: parsed['steps.json'], ours: [] },
]

/** The second of two equal ids, and each later one. */
export function checkUnique(
  ids: readonly { readonly id: string; readonly path: Path }[],
  file: FileName,
  say: Say,
): void {
  const seen = new Set<string>()
  for (const { id, path } of ids) {
    if (seen.has(id)) say(file, path, `编号「${id}」用过了，换一个`)
    seen.add(id)
  }
}

function checkIds({ file, base, changes = {}, ours }: Table, say: Say): void {
  const { add = [], change = [], remove = [] } = changes
  const known = new Set(ours.map(({ id }) => id))
  const missing = (id: string, place: Path) => {
    if (!known.has(id)) say(file, place, `没有编号是「${id}」的`)
  }
  checkUnique(
    add.map(({ id }, at) => ({ id, path: [...base, 'add', at, 'id'] })),
    file,
    say,
  )
  checkUnique(
    [
      ...change.map(({ id }, at) => ({ id, path: [...base, 'change', at, 'id'] })),
      ...remove.map((id, at) => ({ id, path: [...base, 'remove', at] })),
    ],
    file,
    say,
  )
  change.forEach(({ id }, at) => missing(id, [...base, 'change', at, 'id']))
  remove.forEach((id, at) => missing(id, [...base, 'remove', at]))
}

function checkSources({ file, base, changes = {} }: Table, own: object, say: Say): void {
  for (const list of ['add', 'change'] as const) {
    for (const [at, piece] of (changes[list] ?? []).entries()) {
      for (const [index, id] of (piece.sources ?? []).entries()) {
        if (!(id in sources) && !Object.hasOwn(own, id))
          say(file, [...base, list, at, 'sources', index], `没有出处「${id}」；自己的出处要写在 sources.json 里`)
      }
    }
  }
}

/** Walks a file's value; `visit` sees every key of every object. */
function walk(value: unknown, path: Path, visit: (key: string, value: unknown, path: Path) => void): void {
  if (Array.isArray(value)) return value.forEach((one, at) => walk(one, [...path, at], visit))
  if (typeof value !== 'object' || value === null) return
  for (const [key, one] of Object.entries(value)) {
    visit(key, one, [...path, key])
    walk(one, [...path, key], visit)
  }
}

function optionsIn(content: Content): Readonly<Record<string, ReadonlySet<string>>> {
  const options = content.questions.map(
    ({ id, options: list }) => [id, new Set(list.map((option) => option.id))] as const,
  )
  return { ...Object.fromEntries(options), industry: new Set(content.industries.map(({ id }) => id)) }
}

const files = ['fees.json', 'industries.json', 'permits.json', 'materials.json', 'steps.json'] as const

/** Answers that no question offers, and pieces that nobody will ever see. */
function checkConditions(parsed: Parsed, content: Content, say: Say): void {
  const options = optionsIn(content)
  const all = situations(content)
  for (const file of files) {
    walk(parsed[file], [], (key, value, path) => {
      if (key === 'in' && Array.isArray(value)) {
        const question = valueAt(parsed[file], [...path.slice(0, -1), 'answer'])
        for (const [at, option] of (value as readonly string[]).entries()) {
          if (!options[String(question)]?.has(option))
            say(file, [...path, at], `问题「${String(question)}」没有「${option}」这个选项`)
        }
      }
      if (key === 'applies' && !all.some(({ facts }) => holds(value as Condition, facts)))
        say(file, path, '怎么回答都用不到：这个条件永远不成立')
    })
  }
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined),
    value,
  )

function checkPermits(parsed: Parsed, content: Content, say: Say): void {
  const known = new Set(content.permits.map(({ id }) => id))
  walk(parsed['industries.json'], [], (key, value, path) => {
    if (key === 'permit' && !known.has(String(value)))
      say('industries.json', path, `没有编号是「${String(value)}」的许可证`)
  })
}

/** 「其他行业」 is where everybody goes who finds nothing else, as the question itself says. */
const lastResort = 'other'

/** `ours`: the content before, `merged`: with the operator's pieces. */
export function checkReferences(parsed: Parsed, ours: Content, merged: Content, say: Say): void {
  const own = parsed['sources.json'] ?? {}
  for (const table of tablesOf(parsed, ours)) {
    checkIds(table, say)
    checkSources(table, own, say)
  }
  const removed = parsed['industries.json']?.remove?.indexOf(lastResort) ?? -1
  if (removed >= 0) say('industries.json', ['remove', removed], '「其他行业」不能删：找不到行业的商户要选它')
  checkConditions(parsed, merged, say)
  checkPermits(parsed, merged, say)
}
