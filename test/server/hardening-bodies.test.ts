/** Whatever is sent to an action, it is answered in the contract's form, and never with a 500. */
import { errorCodes } from '../../src/server/core/reply'
import { createRandom, randomJson, mutated, type Random } from './support/random-json'
import { actionNames } from './support/authorization/matrix'
import { unparsable, unusable } from './support/nasty-bodies'
import { anyone, createTestCore, newId } from './support/core'
import { serveInProcess, type InProcessAnswer } from './support/server-in-process'
import { sha256 } from './support/photos'

jest.setTimeout(120_000)

const surprises = ['internal', 'unavailable', 'storage-full']

/** A code of the closed list with its own status, and a Chinese sentence. */
function expectRefusal({ status, text }: InProcessAnswer, error?: string): void {
  const reply = JSON.parse(text) as { ok: boolean; error: keyof typeof errorCodes; message: string }
  expect(reply.ok).toBe(false)
  expect(errorCodes[reply.error].status).toBe(status)
  expect(surprises).not.toContain(reply.error)
  expect(reply.message).toMatch(/[\u4e00-\u9fff]/)
  if (error !== undefined) expect(reply.error).toBe(error)
}

test('bodies that are no JSON, at every action, with and without a token', async () => {
  const { app, core, post } = await serveInProcess()
  const { token } = await core.guest()
  for (const action of [...actionNames(), 'no-such-action']) {
    for (const [, body] of unparsable) {
      expectRefusal(await post(action, body), 'bad-request')
      expectRefusal(await post(action, body, { authorization: `Bearer ${token}` }), 'bad-request')
    }
  }
  expect(core.log).toEqual([])
  await app.close()
})

test('JSON that no action can use: a refusal, or an action that takes no body and did it', async () => {
  const { app, core, post } = await serveInProcess()
  const withoutBody = ['leave', 'desk-open', 'desk-info', 'export-me', 'erase-me']
  for (const action of actionNames()) {
    for (const [name, body] of unusable) {
      const { token } = await core.guest()
      const answer = await post(action, body, { authorization: `Bearer ${token}` })
      if (answer.status === 200) expect([name, withoutBody]).toEqual([name, expect.arrayContaining([action])])
      else expectRefusal(answer)
    }
  }
  expect(core.log.filter(({ event }) => event !== 'merchant erased')).toEqual([])
  expect(Object.prototype).not.toHaveProperty('x')
  await app.close()
})

test.each([
  ['text/plain', {}],
  ['application/x-www-form-urlencoded', {}],
  ['application/json-patch+json', {}],
  ['multipart/form-data; boundary=x', {}],
  ['application/json', { 'content-encoding': 'gzip' }],
  ['application/json', { 'content-encoding': 'br' }],
])('%s %j is unsupported', async (type, more) => {
  const { app, post } = await serveInProcess()
  expectRefusal(await post('login', '{}', { 'content-type': type, ...more }), 'unsupported-media')
  await app.close()
})

test('the depth is 6, the size 48 KB, both to the byte', async () => {
  const { app, post } = await serveInProcess()
  const deep = (n: number) => `{"provider":"guest","key":"${'a'.repeat(64)}","x":${'['.repeat(n)}${']'.repeat(n)}}`
  expect((await post('login', deep(5))).status).toBe(200)
  expectRefusal(await post('login', deep(6)), 'bad-request')
  const long = (n: number) => JSON.stringify({ provider: 'guest', key: 'a'.repeat(64), x: 'x'.repeat(n) })
  const rest = 48 * 1024 - long(0).length
  expect((await post('login', long(rest))).status).toBe(200)
  expectRefusal(await post('login', long(rest + 1)), 'too-large')
  await app.close()
})

/** Bodies that the actions take, to be bent. */
function validBodies(id: string, photoId: string, random: Random): Readonly<Record<string, unknown>> {
  const stamp = `${Date.UTC(2026, 10, 21, 8)}-0000-device001`
  return {
    login: { provider: 'guest', key: sha256(Buffer.from(String(random()))), was: id },
    invite: { scene: 'A'.repeat(22) },
    join: { scene: 'A'.repeat(22), move: true },
    consent: { kind: 'service', granted: true, version: '2026-11' },
    sync: {
      p: 1,
      schema: 1,
      doc: id,
      dev: 'device001',
      ep: null,
      base: 0,
      full: true,
      ops: [{ k: 't.shop.name', v: '海棠花店', s: stamp }],
    },
    'photo-ticket': { photoId, slot: 'avatar', sha256: 'a'.repeat(64), size: 1000 },
    'photo-commit': { photoId },
    'photo-link': { photoId, variant: 'full' },
    'photo-delete': { photoId },
    remind: { clock: 'reuse.menu', template: 'T'.repeat(43), code: 'c' },
  }
}

test('fuzz: 12,000 random bodies in process and 2,000 over HTTP, seeded: no surprise, and nothing is logged as one', async () => {
  const seed = Number(process.env.FUZZ_SEED ?? 20261121)
  const rounds = Number(process.env.FUZZ_ROUNDS ?? 12_000)
  const random = createRandom(seed)
  const { app, core, post } = await serveInProcess()
  const quick = createTestCore()
  let guest = await quick.guest()
  let visitor = await core.guest()
  const seen = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const overHttp = round % 6 === 0
    const names = actionNames()
    const action = names[Math.floor(random() * names.length)] ?? ''
    const bodies = validBodies(overHttp ? visitor.id : guest.id, newId(), random)
    const body = random() < 0.3 ? randomJson(random) : mutated(bodies[action] ?? {}, random)
    const reply = overHttp
      ? (JSON.parse(
          (await post(action, JSON.stringify(body) ?? '', { authorization: `Bearer ${visitor.token}` })).text,
        ) as { ok: boolean; error?: string })
      : await quick.call(random() < 0.1 ? anyone : { via: 'token', token: guest.token }, action, body)
    const outcome = String(reply.ok === true ? 'ok' : reply.error)
    if (surprises.includes(outcome))
      throw new Error(`seed ${seed}, round ${round}: ${action} ${JSON.stringify(body)} → ${outcome}`)
    seen.add(`${action}: ${outcome}`)
    if (action === 'erase-me' && outcome === 'ok') {
      if (overHttp) visitor = await core.guest()
      else guest = await quick.guest()
    }
  }
  const failures = [...quick.log, ...core.log].filter(({ event }) => event !== 'merchant erased')
  expect(failures).toEqual([])
  // It did come through to the actions, not only to their gate.
  expect([...seen].filter((each) => each.endsWith(': ok')).length).toBeGreaterThanOrEqual(6)
  await app.close()
})
