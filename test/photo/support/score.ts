/** How often the checks are right, fault by fault. */
import { faultsOf } from '../../../src/domain/photo/verdicts'
import { measure } from '../../../src/domain/photo/measure'
import { decoded } from './decoded'
import { faults, type Fault, type Labelled } from './labelled'

export interface Score {
  readonly fault: Fault
  readonly photos: number
  readonly precision: number
  readonly recall: number
}

export interface Report {
  readonly scores: readonly Score[]
  readonly clean: number
  /** Of the clean ones, without any warning. */
  readonly quiet: number
  /** Names of those judged wrongly, with what was said. */
  readonly wrong: readonly string[]
}

/** What is wrong with a photograph, and what the checks said. */
export interface Judged {
  readonly name: string
  readonly is: readonly Fault[]
  readonly said: readonly Fault[]
}

export async function judge({ name, jpeg, faults: is }: Labelled): Promise<Judged> {
  const measures = measure(await decoded(jpeg))
  return { name, is, said: measures === null ? [] : faultsOf(measures) }
}

export function scored(seen: readonly Judged[]): Report {
  const scores = faults.map((fault): Score => {
    const is = seen.filter((one) => one.is.includes(fault))
    const said = seen.filter((one) => one.said.includes(fault))
    const both = is.filter((one) => one.said.includes(fault)).length
    return {
      fault,
      photos: is.length,
      precision: both / Math.max(1, said.length),
      recall: both / Math.max(1, is.length),
    }
  })
  const clean = seen.filter(({ is }) => is.length === 0)
  const wrong = seen.filter(({ is, said }) => [...is].sort().join() !== [...said].sort().join())
  return {
    scores,
    clean: clean.length,
    quiet: clean.filter(({ said }) => said.length === 0).length / Math.max(1, clean.length),
    wrong: wrong.map(({ name, said }) => `${name}: ${said.join('+') || 'nothing'}`),
  }
}

export function table({ scores, clean, quiet }: Report): string {
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`
  return [
    '| finding | photographs | precision | recall |',
    '| --- | --- | --- | --- |',
    ...scores.map((one) => `| ${one.fault} | ${one.photos} | ${percent(one.precision)} | ${percent(one.recall)} |`),
    `| none (clean) | ${clean} | | ${percent(quiet)} without a warning |`,
  ].join('\n')
}
