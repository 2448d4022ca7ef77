/** How fine each capture may be: within its own cap, and within what all pictures may weigh together. */
import type { Fault } from '../operator/faults'
import { budgets } from './budgets'
import { CaptureFault, faultOf } from './capture-fault'
import type { Capture } from './captures'
import type { Compose } from './compose'
import { levels, type Encoded } from './encode'

export interface Fitted {
  readonly capture: Capture
  readonly encoded: Encoded
  readonly level: number
  /** Made smaller than its own cap asks for. */
  readonly squeezed: boolean
}

/** A capture with its file; one that is up to date is only made again when it has to be smaller. */
export interface Candidate {
  readonly capture: Capture
  readonly bytes: number
  readonly fitted: Fitted | null
}

const kb = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`

/** The finest level within the cap of one capture. Throws CaptureFault when even the coarsest is above it. */
export async function fit(capture: Capture, compose: Compose, cap: number = budgets.capture): Promise<Fitted> {
  let bytes = 0
  for (const [level, how] of levels.entries()) {
    const encoded = await compose(capture, how)
    if (encoded.data.length <= cap) return { capture, encoded, level, squeezed: false }
    bytes = encoded.data.length
  }
  const reason = `压到最小还有 ${kb(bytes)}，最多 ${kb(cap)}。用旁边 .json 里的 crop 留下要紧的部分`
  throw new CaptureFault({ file: capture.file, line: 0, reason })
}

export interface FittedEach {
  readonly fitted: readonly Candidate[]
  /** Of those that cannot be shown. */
  readonly faults: readonly Fault[]
}

/** Each within its own cap; `onMade` hears of each at once. */
export async function fitEach(
  captures: readonly Capture[],
  compose: Compose,
  onMade: (id: string, encoded: Encoded | null) => void = () => undefined,
): Promise<FittedEach> {
  const fitted: Candidate[] = []
  const faults: Fault[] = []
  for (const capture of captures) {
    try {
      const made = await fit(capture, compose)
      fitted.push({ capture, bytes: made.encoded.data.length, fitted: made })
      onMade(capture.id, made.encoded)
    } catch (error) {
      faults.push(faultOf(error))
      onMade(capture.id, null)
    }
  }
  return { fitted, faults }
}

async function squeeze({ capture, fitted }: Candidate, compose: Compose): Promise<Candidate | null> {
  const now = fitted ?? (await fit(capture, compose))
  const how = levels[now.level + 1]
  if (!how) return null
  const encoded = await compose(capture, how)
  return {
    capture,
    bytes: encoded.data.length,
    fitted: { capture, encoded, level: now.level + 1, squeezed: true },
  }
}

/**
 * Squeezes the largest capture again and again until all pictures keep within `all` bytes; `others` are
 * the bytes of the drawings. The outcome depends on the pictures alone, not on earlier runs. Throws
 * CaptureFault naming the largest captures when they cannot be squeezed enough.
 */
export async function fitAll(
  captures: readonly Candidate[],
  others: number,
  compose: Compose,
  all: number = budgets.all,
): Promise<readonly Candidate[]> {
  const now = [...captures]
  const done = new Set<string>()
  const total = () => now.reduce((sum, { bytes }) => sum + bytes, others)
  while (total() > all) {
    const largest = now
      .filter(({ capture }) => !done.has(capture.id))
      .sort((one, other) => other.bytes - one.bytes || (one.capture.id < other.capture.id ? -1 : 1))[0]
    if (!largest) throw tooMuch(now, total(), all)
    const smaller = await squeeze(largest, compose)
    if (smaller) now[now.indexOf(largest)] = smaller
    else done.add(largest.capture.id)
  }
  return now
}

function tooMuch(captures: readonly Candidate[], total: number, all: number): CaptureFault {
  const largest = [...captures].sort((one, other) => other.bytes - one.bytes).slice(0, 3)
  const names = largest.map(({ capture, bytes }) => `${capture.file} ${kb(bytes)}`).join('，')
  const reason = `步骤图一共 ${kb(total)}，最多 ${kb(all)}，实拍已经压到最小。最大的是 ${names}：用 crop 裁小，或少放几张`
  return new CaptureFault({ file: largest[0]?.capture.file ?? '', line: 0, reason })
}
