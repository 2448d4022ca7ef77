/** What the consent texts promise: everything is deleted some days after a merchant has finished. */
import { content } from '#domain/content/content'
import { nextStamp, noStamp } from '#sync/stamp'
import { purge } from '../../src/server/core/retention'
import { defaultCoreSettings } from '../../src/server/core/settings'
import { startTimers } from '../../src/server/timers'
import { createTestCore, startTime, type Guest, type TestCore } from './support/core'

const day = 86_400_000
const retention = 90 * day

/** Answers and ticks for the whole standalone route; without the last step when `all` is false. */
async function walk(guest: Guest, all: boolean): Promise<void> {
  const guides = content.guides.filter(({ id }) => id === 'register-standalone' || id === 'finish-setup')
  const ticks = guides.flatMap(({ id, steps }) =>
    steps.flatMap((step) => [step.id, ...(step.parts ?? []).map((part) => part.id)].map((one) => `s.${id}.${one}`)),
  )
  const entries: readonly (readonly [string, string | number])[] = [
    ['a.subject', 'sole-trader'],
    ['a.service-account', 'none'],
    ['a.wants-service-account', 'no'],
    ['a.industry', content.industries[0]?.id ?? ''],
    ...(all ? ticks : ticks.slice(0, -1)).map((key) => [key, startTime] as const),
  ]
  const ops = entries.map(([k, v], i) => ({ k, v, s: nextStamp(noStamp, startTime + i, 'device0000') }))
  const body = { p: 1, schema: 1, doc: guest.id, dev: 'device0000', ep: null, base: 0, ops }
  expect(await guest.call('sync', body)).toMatchObject({ ok: true })
}

async function merchant(core: TestCore, all: boolean): Promise<Guest> {
  const guest = await core.guest()
  await guest.consent('service')
  await walk(guest, all)
  return guest
}

const purged = (core: TestCore) => purge({ ports: core.ports, settings: defaultCoreSettings }, retention)
const isThere = async (core: TestCore, { id }: Guest) => (await core.ports.store.get('merchants', id)) !== null

test('a finished merchant goes when the time is over, not before; an unfinished one stays', async () => {
  const core = createTestCore()
  const finished = await merchant(core, true)
  const working = await merchant(core, false)
  core.advance(retention - day)
  expect(await purged(core)).toBe(0)
  core.advance(2 * day)
  expect(await purged(core)).toBe(1)
  expect(await isThere(core, finished)).toBe(false)
  expect(await isThere(core, working)).toBe(true)
  expect((await core.ports.store.get('erased', finished.id))?.value).toMatchObject({ by: 'retention' })
  expect(await purged(core)).toBe(0)
})

describe('by itself', () => {
  const minute = 60_000
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  test('soon after the start, then once a day; not after the stop', async () => {
    const core = createTestCore()
    const first = await merchant(core, true)
    core.advance(retention + day)
    const timers = startTimers({ ports: core.ports, settings: defaultCoreSettings }, retention)
    await jest.advanceTimersByTimeAsync(minute - 1)
    expect(await isThere(core, first)).toBe(true)
    await jest.advanceTimersByTimeAsync(1)
    expect(await isThere(core, first)).toBe(false)

    const second = await merchant(core, true)
    core.advance(retention + day)
    await jest.advanceTimersByTimeAsync(day - minute - 1)
    expect(await isThere(core, second)).toBe(true)
    await jest.advanceTimersByTimeAsync(1)
    expect(await isThere(core, second)).toBe(false)

    await timers.stop()
    expect(jest.getTimerCount()).toBe(0)
  })

  test('a process that is started anew every day deletes, too; one that stops at once has done nothing', async () => {
    const core = createTestCore()
    const finished = await merchant(core, true)
    const start = () => startTimers({ ports: core.ports, settings: defaultCoreSettings }, retention)
    await start().stop()
    for (let days = 0; days < 91; days += 1) {
      const timers = start()
      await jest.advanceTimersByTimeAsync(day - minute)
      core.advance(day)
      await timers.stop()
    }
    expect(await isThere(core, finished)).toBe(true)
    const timers = start()
    await jest.advanceTimersByTimeAsync(minute)
    expect(await isThere(core, finished)).toBe(false)
    await timers.stop()
  })
})
