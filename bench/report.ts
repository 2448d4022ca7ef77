/** Tables, on the terminal and in bench/RESULTS.md, where each part stands between marks of its own. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Part } from './options'

export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
export interface Section {
  readonly part: Part
  readonly title: string
  readonly tables: readonly Table[]
  /** What one has to know to read the tables. */
  readonly notes: readonly string[]
}

export const whole = (n: number): string => Math.round(n).toLocaleString('en-US')
export const ms = (n: number): string => n.toFixed(n < 10 ? 2 : 1)
export const megabytes = (n: number | null): string => (n === null ? 'unknown' : `${Math.round(n / 2 ** 20)} MB`)
export const percent = (part: number): string => `${Math.round(part * 100)} %`
export const times = (n: number): string => `${n.toFixed(n < 10 ? 2 : 0)}×`

/** Characters of the terminal; Chinese ones are as wide as two. */
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (/[⺀-￯]/u.test(char) ? 2 : 1), 0)

export function tableText({ head, rows }: Table): string {
  const widths = head.map((_name, i) => Math.max(3, ...[head, ...rows].map((row) => widthOf(row[i] ?? ''))))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, i) => (cells[i] ?? '') + ' '.repeat(width - widthOf(cells[i] ?? ''))).join(' | ')} |`
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n')
}

export function sectionText({ title, tables, notes }: Section, machine: string): string {
  const said = notes.map((note) => `- ${note}`).join('\n')
  return [`## ${title}`, machine, ...tables.map(tableText), ...(said === '' ? [] : [said])].join('\n\n')
}

const file = 'bench/RESULTS.md'
const introduction = `# Measured

\`npm run bench\` writes the parts between the marks; each says when and on what it was made. What runs where, and
what was tried for speed, is in bench/README.md.
`
const marks = (part: Part) => [`<!-- ${part} -->`, `<!-- /${part} -->`] as const

/** Puts the section in its place; everything else stays as it is. */
export function keep(section: Section, machine: string): void {
  const [begin, end] = marks(section.part)
  const text = `${begin}\n\n${sectionText(section, machine)}\n\n${end}`
  const before = existsSync(file) ? readFileSync(file, 'utf8') : introduction
  const [from, to] = [before.indexOf(begin), before.indexOf(end)]
  const after =
    from < 0 || to < 0
      ? `${before.trimEnd()}\n\n${text}\n`
      : `${before.slice(0, from)}${text}${before.slice(to + end.length)}`
  writeFileSync(file, after)
}
