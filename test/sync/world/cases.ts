/** The few names of a test file, for running it in a thread over changed source: jest itself would take seconds. */
import { format } from 'node:util'
import { expect } from 'expect'

type Body = (...row: never[]) => unknown
interface Case {
  readonly title: string
  readonly run: () => unknown
}

const cases: Case[] = []
const asRow = (row: unknown): unknown[] => (Array.isArray(row) ? row : [row])
const test = (title: string, run: () => unknown): void => void cases.push({ title, run })
test.each = (table: readonly unknown[]) => (title: string, body: Body) => {
  for (const row of table) {
    const values = asRow(row) as never[]
    cases.push({ title: format(title, ...values), run: () => body(...values) })
  }
}
const describe = (_title: string, body: () => void): void => body()
Object.assign(globalThis, { expect, test, describe })

/** The title of the first case that fails; null: none. */
export async function firstFailing(): Promise<string | null> {
  for (const { title, run } of cases) {
    try {
      await run()
    } catch {
      return title
    }
  }
  return null
}
