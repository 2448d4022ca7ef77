/** The recogniser without WeChat: answers what it is told to see. */
import { createMemoryStore } from '../../../src/server/adapters/memory-store'
import { createRecogniser, type Answered } from '../../../src/server/adapters/recognised-licence'
import type { RecogniserWorld } from '../contracts/recogniser.contract'
import { startTime } from './core'

export function createRecogniserTwin(): RecogniserWorld {
  const store = createMemoryStore()
  const log = { info: () => undefined, error: () => undefined }
  let [now, left, asked] = [startTime, 100, 0]
  let sees: Answered = { kind: 'refused', code: 101001, message: '' }
  let failure: Answered | null = null
  async function ask(): Promise<Answered> {
    asked++
    const failed = failure
    failure = null
    if (failed !== null) return failed
    return left-- > 0 ? sees : { kind: 'refused', code: 101003, message: 'not enough market quota' }
  }
  return {
    open: () => createRecogniser(ask, { store, clock: { now: () => now }, log }),
    shows(printed) {
      if (printed === null) sees = { kind: 'refused', code: 101001, message: 'certificate not found' }
      else sees = { kind: 'fields', number: printed.number, name: printed.name }
    },
    left: (calls) => void (left = calls),
    fails(how) {
      failure = how === 'silence' ? { kind: 'silent', why: 'unknown' } : { kind: 'refused', code: -1, message: '' }
    },
    asked: () => asked,
    advance: (ms) => void (now += ms),
  }
}
