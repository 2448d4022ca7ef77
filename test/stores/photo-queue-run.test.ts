/** The upload queue against the real function, through drops, kills, restarts and changed minds. */
import { run } from './queue/run'

jest.setTimeout(60_000)

const seeds = Array.from({ length: 24 }, (_, i) => i + 1)
const happened = new Map<string, number>()

test.each(seeds)('seed %i', async (seed) => {
  const { broken, seen } = await run(seed)
  for (const [what, times] of seen) happened.set(what, (happened.get(what) ?? 0) + times)
  expect(broken).toEqual([])
})

test('in these weeks everything happened, and every state was seen', () => {
  const states = ['waiting', 'paused', 'uploading', 'checking', 'ready', 'failed', 'elsewhere']
  const events = ['add', 'replace', 'remove', 'remove on the other phone', 'cancel', 'retry', 'kill', 'airplane']
  const pieces = ['photo-chunk: ok', 'photo-commit: ok']
  for (const what of [...states, ...events, 'slow', 'restart', 'down', 'tokens', ...pieces])
    expect([what, (happened.get(what) ?? 0) > 3]).toEqual([what, true])
})
