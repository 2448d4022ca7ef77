/** `node tools/run.mjs test/photo/support/judge-set.ts <set> <part> <parts>`: what is said of each, a line of JSON each. */
import { photographs, sets } from './labelled'
import { judge } from './score'

export async function main([name, part, parts]: readonly string[]): Promise<void> {
  const set = Object.entries(sets).find(([known]) => known === name)?.[1]
  if (set === undefined) throw new Error(`no set "${name}"; known: ${Object.keys(sets).join(', ')}`)
  for await (const photo of photographs(set, Number(part), Number(parts)))
    process.stdout.write(`${JSON.stringify(await judge(photo))}\n`)
}
