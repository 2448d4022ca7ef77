/** What somebody with bad intentions tries: guessed scenes, used claim codes, made-up merchants, a changed log. */
import { newSceneToken } from '../../src/server/core/ids'
import { addRep, revokeRep } from '../../src/server/core/reps'
import { readAudit } from '../../src/server/core/audit'
import type { AuditRecord } from '../../src/server/core/records'
import { networkOf } from '../../src/server/adapters/network'
import { runRep } from '../../src/server/rep-command'
import { anyone, createTestCore, newId, startTime, type TestCore } from './support/core'
import { createRep, joinedMerchant } from './support/reps'

const day = 86_400_000
const url = 'https://kaitong.example'

/** The same core, its reads of the store noted. */
function watched(): { core: TestCore; reads: string[] } {
  const core = createTestCore()
  const reads: string[] = []
  const { store } = core.ports
  const { get, list } = store
  store.get = (collection, id) => (reads.push(`get ${collection}`), get(collection, id))
  store.list = (collection, query) => (reads.push(`list ${collection}`), list(collection, query))
  return { core, reads }
}

test('10,000 guessed scenes: one answer, and the same work as for every other that is none', async () => {
  const { core, reads } = watched()
  const rep = await createRep(core)
  const { id: ended } = await addRep(core.ports, { name: '陈默', company: '青禾软件' })
  const endedScene = (await runRep(core.ports, url, ['scene', ended])).lines[0] ?? ''
  await revokeRep(core.ports, ended)
  await rep.call('rep-code-revoke', { scene: rep.scene })
  const guesses: unknown[] = [rep.scene, endedScene, undefined, null, 7, '', {}, 'x'.repeat(10_000), rep.id]
  while (guesses.length < 10_000) guesses.push(newSceneToken(core.ports.secrets))
  const answers = new Set<string>()
  const work = new Set<string>()
  for (const scene of guesses) {
    reads.length = 0
    answers.add(JSON.stringify(await core.call(anyone, 'invite', { scene })))
    work.add(reads.join())
  }
  expect([...answers]).toHaveLength(1)
  expect([...answers][0]).toContain('not-found')
  expect([...work]).toEqual(['get scenes,get reps'])
})

describe('a claim code', () => {
  let core: TestCore
  let code: string
  let id: string
  beforeEach(async () => {
    core = createTestCore()
    ;({ id, code } = await addRep(core.ports, { name: '林晓', company: '青禾软件' }))
  })

  test('is good once: the first one has the role, and may say it twice', async () => {
    const [first, second] = [await core.guest(), await core.guest()]
    expect(await first.call('rep-claim', { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` })).toEqual({
      ok: true,
      rep: { id, name: '林晓', company: '青禾软件' },
    })
    expect(await second.call('rep-claim', { code })).toMatchObject({ error: 'not-found' })
    expect(await second.call('rep-codes')).toMatchObject({ need: 'rep' })
    expect(await first.call('rep-codes')).toMatchObject({ codes: [] })
  })

  test('of many at once exactly one gets it', async () => {
    const guests = await Promise.all(Array.from({ length: 12 }, () => core.guest()))
    const replies = await Promise.all(guests.map((guest) => guest.call('rep-claim', { code })))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('a process that died between the two writes: the same person comes again, nobody else', async () => {
    const [first, second] = [await core.guest(), await core.guest()]
    const { put } = core.ports.store
    core.ports.store.put = (collection, ...rest) =>
      collection === 'claims' ? Promise.reject(new Error('killed')) : put(collection, ...rest)
    expect(await first.call('rep-claim', { code })).toMatchObject({ error: 'internal' })
    core.ports.store.put = put
    expect(await second.call('rep-claim', { code })).toMatchObject({ error: 'not-found' })
    expect(await first.call('rep-claim', { code })).toMatchObject({ ok: true })
  })

  test('every other one gets the same answer', async () => {
    const guest = await core.guest()
    const { code: ended, id: endedRep } = await addRep(core.ports, { name: '陈默', company: '青禾软件' })
    const answers = [await guest.call('rep-claim', { code: 'x' }), await guest.call('rep-claim', {})]
    answers.push(await guest.call('rep-claim', { code: { $ne: null } }))
    await revokeRep(core.ports, endedRep)
    answers.push(await guest.call('rep-claim', { code: ended }))
    core.advance(day + 1)
    answers.push(await guest.call('rep-claim', { code }))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ error: 'not-found' })
  })

  test('cannot be guessed at: ten a minute', async () => {
    const guest = await core.guest()
    for (let i = 0; i < 10; i++) await guest.call('rep-claim', { code: `X${i}` })
    expect(await guest.call('rep-claim', { code })).toMatchObject({ error: 'rate-limited' })
  })

  test('who is a rep already is told, and the code stays good', async () => {
    const rep = await createRep(core, '陈默')
    expect(await rep.call('rep-claim', { code })).toMatchObject({ error: 'conflict', rep: { name: '陈默' } })
    expect(await (await core.guest()).call('rep-claim', { code })).toMatchObject({ ok: true })
  })
})

describe('made-up merchants', () => {
  async function joins(core: TestCore, scene: string, n: number, from?: string) {
    const replies: (string | undefined)[] = []
    for (let i = 0; i < n; i++) {
      const guest = await core.guest()
      await guest.consent('share-progress')
      const caller = { via: 'token' as const, token: guest.token, ...(from !== undefined && { from }) }
      const reply = (await core.call(caller, 'join', { scene })) as { error?: string }
      replies.push(reply.error)
    }
    return replies
  }

  test('1,000 from one address: capped, flagged for the operator, and others are not kept out', async () => {
    const core = createTestCore()
    const rep = await createRep(core)
    const replies = await joins(core, rep.scene, 1000, '203.0.113.7')
    expect(replies.filter((error) => error === undefined)).toHaveLength(60)
    expect(new Set(replies.slice(60))).toEqual(new Set(['rate-limited']))
    expect(await joins(core, rep.scene, 1, '203.0.113.8')).toEqual([undefined])
    const { lines } = await runRep(core.ports, url, ['list'])
    expect(lines[0]).toMatch(/⚠ 同一网络一小时内加入的商户太多，挡下 940 次/)
    expect(JSON.stringify(core.log)).not.toContain('203.0.113')
    expect((await runRep(core.ports, url, ['seen', rep.id])).lines[0]).toContain('已经看过')
    expect((await runRep(core.ports, url, ['list'])).lines[0]).not.toContain('⚠')
    core.advance(3_600_001)
    expect(await joins(core, rep.scene, 1, '203.0.113.7')).toEqual([undefined])
  })

  test('from many addresses: so many a day for one rep, whoever counts', async () => {
    const core = createTestCore({}, { limits: { ...(await limits()), joinsPerDay: 20 } })
    const rep = await createRep(core)
    const other = await createRep(core, '陈默')
    expect((await joins(core, rep.scene, 25)).filter((error) => error === undefined)).toHaveLength(20)
    expect(await joins(core, other.scene, 1)).toEqual([undefined])
    expect((await runRep(core.ports, url, ['list'])).lines.join()).toContain('⚠ 一天内加入的商户太多，挡下 5 次')
    core.advance(day)
    expect(await joins(core, rep.scene, 1)).toEqual([undefined])
  })

  test('who is there already, has not agreed, or asks for the move is not counted', async () => {
    const core = createTestCore({}, { limits: { ...(await limits()), joinsPerHour: 1 } })
    const [rep, other] = [await createRep(core), await createRep(core, '陈默')]
    const guest = await core.guest()
    const join = (scene: string) => core.call({ via: 'token', token: guest.token, from: 'a' }, 'join', { scene })
    expect(await join(rep.scene)).toMatchObject({ need: 'share-progress' })
    await guest.consent('share-progress')
    for (let i = 0; i < 3; i++) expect(await join(rep.scene)).toMatchObject({ ok: true })
    expect(await join(other.scene)).toMatchObject({ error: 'conflict', rep: { name: '林晓' } })
  })
})

const limits = async () => (await import('../../src/server/core/settings')).defaultLimits

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['somewhere', 'somewhere'],
])('the network of %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

describe('the audit log', () => {
  async function looked() {
    const core = createTestCore()
    const rep = await createRep(core)
    const guest = await joinedMerchant(core, rep, { 't.shop.name': '海棠花店' })
    const stranger = newId()
    await rep.call('rep-merchants')
    await rep.call('rep-merchant', { id: guest.id })
    await rep.call('rep-merchant', { id: stranger })
    await rep.call('rep-note', { id: guest.id, text: 'canary' })
    await rep.call('photo-link', { id: guest.id, photoId: stranger, variant: 'thumb' })
    await Promise.all(Array.from({ length: 8 }, () => rep.call('rep-export')))
    return { core, rep, guest, stranger }
  }

  test('says who looked at whom, with ids alone, in one chain', async () => {
    const { core, rep, guest, stranger } = await looked()
    const [chain] = await readAudit(core.ports)
    expect(chain).toMatchObject({ rep: rep.id, broken: null })
    expect(chain?.entries.map(({ action, merchant, result }) => [action, merchant, result])).toEqual([
      ['rep-merchants', null, 'ok'],
      ['rep-merchant', guest.id, 'ok'],
      ['rep-merchant', stranger, 'not-found'],
      ['rep-note', guest.id, 'ok'],
      ['photo-link', guest.id, 'forbidden'],
      ...Array.from({ length: 8 }, () => ['rep-export', null, 'ok']),
    ])
    expect(JSON.stringify(chain)).not.toMatch(/海棠|canary|林晓/)
    const { lines, failed } = await runRep(core.ports, url, ['audit', rep.id])
    expect(failed).toBeUndefined()
    expect(lines.at(-1)).toBe(`${rep.id}：13 条，链条完整，末条校验 ${chain?.entries.at(-1)?.hash}`)
    expect((await runRep(core.ports, url, ['audit', newId()])).lines).toEqual(['没有查看记录。'])
  })

  const harms: readonly (readonly [string, (core: TestCore, at: (n: number) => string) => Promise<unknown>])[] = [
    ['changed', (core, at) => change(core, at(3), { merchant: newId() })],
    [
      'changed, and its own hash with it',
      async (core, at) => change(core, at(3), { merchant: null, hash: 'a'.repeat(64) }),
    ],
    ['taken out', (core, at) => core.ports.store.remove('audit', at(5))],
    ['taken out at the beginning', (core, at) => core.ports.store.remove('audit', at(1))],
  ]
  async function change(core: TestCore, id: string, members: object) {
    const stored = await core.ports.store.get<AuditRecord>('audit', id)
    await core.ports.store.put('audit', id, { ...stored?.value, ...members }, stored?.version ?? 0)
  }
  test.each(harms)('an entry that was %s is found', async (_name, harm) => {
    const { core, rep } = await looked()
    await harm(core, (n) => `${rep.id}.${String(n).padStart(10, '0')}`)
    expect((await readAudit(core.ports))[0]?.broken).not.toBeNull()
    const { lines, failed } = await runRep(core.ports, url, ['audit'])
    expect(failed).toBe(true)
    expect(lines.at(-1)).toContain('被改动过')
  })

  test('what cannot be written down is not shown', async () => {
    const { core, rep, guest } = await looked()
    const { put } = core.ports.store
    core.ports.store.put = (collection, ...rest) =>
      collection === 'audit' ? Promise.reject(new Error('no room')) : put(collection, ...rest)
    expect(await rep.call('rep-merchant', { id: guest.id })).toMatchObject({ error: 'internal' })
  })

  test('another rep’s merchant: nothing is told, and it is written down', async () => {
    const { core, guest } = await looked()
    const other = await createRep(core, '陈默')
    expect(await other.call('rep-merchant', { id: guest.id })).toEqual(
      await other.call('rep-merchant', { id: newId() }),
    )
    const chain = (await readAudit(core.ports, other.id))[0]
    expect(chain?.entries[0]).toMatchObject({ merchant: guest.id, result: 'not-found', at: startTime })
  })
})
