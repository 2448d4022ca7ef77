/** What `npm run sim` was asked to do. Throws one sentence that names what it does not understand. */
import { availableParallelism } from 'node:os'

export interface SimArguments {
  readonly seeds: number
  readonly from: number
  readonly steps: number
  readonly workers: number
  /** Replays this one, with a log of its steps. */
  readonly seed: number | null
  /** Searches every history of so many events instead. */
  readonly exhaustive: number | null
  /** Runs against the real server process instead, `runs` times. */
  readonly real: boolean
  readonly runs: number
}

export const usage = `npm run sim -- [--seeds 5000] [--from 1] [--steps 120] [--workers n]   many seeds, on all cores
npm run sim -- --seed N [--steps 120]                                   one seed, step by step
npm run sim -- --exhaustive 8                                           every history of 2 phones, 2 keys, 8 events
npm run sim -- --real [--runs 500] [--from 1]                           the real server, a bad proxy, kill -9`

const numbers = ['seeds', 'from', 'steps', 'workers', 'seed', 'exhaustive', 'runs'] as const
type NumberName = (typeof numbers)[number]
const isNumberName = (name: string): name is NumberName => numbers.some((known) => known === name)

export function readArguments(args: readonly string[]): SimArguments {
  const given = new Map<NumberName, number>()
  let real = false
  for (let i = 0; i < args.length; i++) {
    const [, name = '', joined] = /^--([a-z]+)(?:=(.*))?$/.exec(args[i] ?? '') ?? []
    if (name === 'real' && joined === undefined) real = true
    else if (isNumberName(name)) given.set(name, whole(name, joined ?? args[++i]))
    else throw new Error(`sim: unknown argument ${JSON.stringify(args[i])}\n${usage}`)
  }
  const one = (name: NumberName, otherwise: number) => given.get(name) ?? otherwise
  return {
    seeds: one('seeds', 5_000),
    from: one('from', 1),
    steps: one('steps', 120),
    workers: one('workers', availableParallelism()),
    seed: given.get('seed') ?? null,
    exhaustive: given.get('exhaustive') ?? null,
    real,
    runs: one('runs', 500),
  }
}

function whole(name: string, text: string | undefined): number {
  if (text === undefined || !/^\d{1,15}$/.test(text) || Number(text) < 1)
    throw new Error(`sim: --${name} needs a whole number from 1 up, not ${JSON.stringify(text ?? '')}\n${usage}`)
  return Number(text)
}
