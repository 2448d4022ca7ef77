/** A reader that sees what it is told to. */
import type { PhotoReader, Printed } from '../../../src/miniapp/ports/reader'
import type { ReaderWorld } from '../contracts/reader.contract'

export function createReaderTwin(): ReaderWorld {
  let printed: Printed = { codes: [], lines: [] }
  let failing = false
  const read = async () => {
    const failed = failing
    failing = false
    return failed ? null : printed
  }
  const without: PhotoReader = { when: 'never', read: async () => null }
  return {
    reader: { when: 'always', read },
    without,
    shows: (next) => void (printed = next),
    fails: () => void (failing = true),
    sees: (all) => all,
  }
}
