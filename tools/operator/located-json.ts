/** JSON that remembers its lines. The grammar is JSON.parse's; TypeScript's own JSON reader says where each value stands. */
import ts from 'typescript'
import type { Path } from './faults'

export interface Located {
  readonly value: unknown
  /** The line (from 1) of the value at the path, or of the nearest value around it that there is. */
  readonly lineOf: (path: Path) => number
  /** Keys that an object names twice: JSON.parse would silently take the last. */
  readonly doubles: readonly Path[]
}

export type JsonRead =
  | { readonly ok: true; readonly located: Located }
  | { readonly ok: false; readonly line: number; readonly reason: string }

const lineAt = (text: string, position: number) => text.slice(0, position).split('\n').length

/** V8 names the position of most faults; without one the text ended too early. */
function syntaxFault(text: string, error: unknown): JsonRead {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? []
  const line = lineAt(text, position === undefined ? text.trimEnd().length : Number(position))
  return { ok: false, line, reason: '这里不是合法的 JSON：看看这一行和上一行，是不是少了或多了逗号、引号、括号' }
}

const nameOf = (name: ts.PropertyName): string => (ts.isStringLiteral(name) ? name.text : '')

/** Position of each value, by its path as JSON; `doubles` collects keys seen before. */
function placesIn(root: ts.Expression, text: ts.SourceFile, doubles: Path[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const walk = (node: ts.Expression, path: Path, at: ts.Node): void => {
    const key = JSON.stringify(path)
    if (places.has(key)) doubles.push(path)
    places.set(key, at.getStart(text))
    if (ts.isArrayLiteralExpression(node)) node.elements.forEach((one, index) => walk(one, [...path, index], one))
    if (!ts.isObjectLiteralExpression(node)) return
    for (const property of node.properties) {
      if (ts.isPropertyAssignment(property)) walk(property.initializer, [...path, nameOf(property.name)], property)
    }
  }
  walk(root, [], root)
  return places
}

/** A leading byte order mark is what some editors write; it is left out. */
export function readJson(raw: string): JsonRead {
  const text = raw.replace(/^\ufeff/, '')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return syntaxFault(text, error)
  }
  const source = ts.parseJsonText('operator.json', text)
  const root = source.statements[0]?.expression
  const doubles: Path[] = []
  const places = root ? placesIn(root, source, doubles) : new Map<string, number>()
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const position = places.get(JSON.stringify(path.slice(0, length)))
      if (position !== undefined) return lineAt(text, position)
    }
    return 1
  }
  return { ok: true, located: { value, lineOf, doubles } }
}
