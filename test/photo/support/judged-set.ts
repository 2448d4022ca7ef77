/**
 * Takes and judges a set of photographs in processes of their own, one a core. Inside jest every look-up of a
 * global, as of Math, goes through the sandbox: a photograph took half a minute there, and takes a second here.
 */
import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import type { sets } from './labelled'
import type { Judged } from './score'

const command = ['tools/run.mjs', 'test/photo/support/judge-set.ts']

export async function judgedSet(name: keyof typeof sets): Promise<readonly Judged[]> {
  const parts = Math.min(8, availableParallelism())
  const judged = await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const args = [...command, name, String(part), String(parts)]
      const { stdout } = await promisify(execFile)(process.execPath, args)
      return stdout.trim().split('\n').filter(Boolean)
    }),
  )
  return judged.flat().map((line) => JSON.parse(line) as Judged)
}
