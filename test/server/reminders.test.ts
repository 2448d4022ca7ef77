/** Reminders from the consent to the message: against a stand-in of WeChat, and with processes that die. */
import { createReminding } from '../../src/server/adapters/reminding'
import { createSealer } from '../../src/server/adapters/sealer'
import { createWechatLogin } from '../../src/server/adapters/wechat-login'
import type { Messages, Ports, SendOutcome } from '../../src/server/core/ports'
import type { ReminderRecord } from '../../src/server/core/records'
import { sendDue } from '../../src/server/core/reminders-due'
import type { Caller } from '../../src/server/core/session'
import { defaultCoreSettings } from '../../src/server/core/settings'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { createTestCore, type Answer, type TestCore } from './support/core'
import { startWechat, type WechatStandIn } from './support/wechat-stand-in'

const template = 'T'.repeat(43)
const at = (text: string) => Date.parse(`${text}+08:00`)
const masterKey = new Uint8Array(32).fill(7)
const sms = 'finish-setup.filing-sms'
const transfer = 'register-service-account.service-account-transfer'

let wechat: WechatStandIn
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

interface Merchant {
  readonly openid: string
  readonly caller: Caller
  call(action: string, body?: unknown): Promise<Answer>
  tick(key: string, ms: number | null): Promise<void>
  remind(clock: string, more?: object): Promise<Answer>
}

function coreAt(start: string, overrides: Partial<Ports> = {}) {
  const settings = { appId: 'wx0123456789abcdef', secret: wechat.secret, apiUrl: wechat.apiUrl }
  let now = at(start)
  const clock = { now: () => now }
  const store = createMemoryStore()
  const errors: string[] = []
  const log = {
    info: () => undefined,
    error: (...line: unknown[]) => void errors.push(JSON.stringify(line)),
  }
  const fields = { id: template, title: 'thing1', time: 'time2', note: 'thing3' }
  const reminders = createReminding(settings, fields, { store, clock, log, masterKey })
  const core = createTestCore({ store, clock, log, wechat: createWechatLogin(settings, log), reminders, ...overrides })
  const run = { ports: core.ports, settings: defaultCoreSettings }
  return {
    core,
    errors,
    store,
    goTo: (text: string) => void (now = at(text)),
    now: () => now,
    due: () => sendDue(run),
    pending: () => store.list<ReminderRecord>('reminders', { limit: 100 }),
    merchant: (openid = 'o-merchant') => logIn(core, openid, () => now),
  }
}

async function logIn(core: TestCore, openid: string, now: () => number): Promise<Merchant> {
  const login = await core.call({ via: 'token', token: null }, 'login', {
    provider: 'wechat',
    code: `code-of-${openid}`,
  })
  const { token, merchant } = login as unknown as { token: string; merchant: { id: string } }
  const caller: Caller = { via: 'token', token }
  const call = (action: string, body: unknown = {}) => core.call(caller, action, body)
  let edits = 0
  const push = async (ops: readonly { k: string; v: unknown }[]) => {
    const stamped = ops.map((op) => ({ ...op, s: `${now()}-${String((edits += 1)).padStart(4, '0')}-device001` }))
    const body = { p: 1, schema: 1, doc: merchant.id, dev: 'device001', ep: null, base: 0, full: true, ops: stamped }
    expect(await call('sync', body)).toMatchObject({ ok: true })
  }
  await call('consent', { kind: 'service', granted: true, version: '2026-11' })
  const answers = { subject: 'company', 'service-account': 'none', 'wants-service-account': 'yes', industry: 'clothes' }
  await push(Object.entries(answers).map(([k, v]) => ({ k: `a.${k}`, v })))
  return {
    openid,
    caller,
    call,
    tick: (key, ms) => push([{ k: `s.${key}`, v: ms }]),
    remind: (clock, more = {}) => call('remind', { clock, template, code: `code-of-${openid}`, ...more }),
  }
}

describe('asking to be reminded', () => {
  test('the function works the day out; the openid lies sealed in the reminder alone', async () => {
    const { merchant, now, pending, store } = coreAt('2026-11-20T15:00:00')
    const shop = await merchant()
    await shop.tick('register-service-account.transfer-chosen', now())
    expect(await shop.remind(transfer)).toEqual({ ok: true, at: at('2026-11-27T10:00:00') })
    const [kept] = await pending()
    expect(kept?.id.startsWith(`${at('2026-11-27T10:00:00')}.`)).toBe(true)
    expect(kept?.value).toMatchObject({ clock: transfer, endsMs: at('2026-11-30T15:00:00'), claimed: null, tries: 0 })
    for (const collection of ['reminders', 'merchants', 'identities', 'tokens', 'meta'] as const)
      expect(JSON.stringify(await store.list(collection, { limit: 100 }))).not.toContain('o-merchant')
    expect(createSealer(masterKey).open(kept?.value.to ?? '', kept?.id ?? '')).toBe('o-merchant')
    expect(createSealer(masterKey).open(kept?.value.to ?? '', 'elsewhere')).toBeNull()
  })

  test('refusals', async () => {
    const { merchant, now, pending } = coreAt('2026-11-20T15:00:00')
    const shop = await merchant()
    expect(await shop.remind(transfer)).toMatchObject({ error: 'not-found' })
    await shop.tick('register-service-account.transfer-chosen', now())
    expect(await shop.remind(transfer, { template: 'another-template-0000' })).toMatchObject({ error: 'forbidden' })
    expect(await shop.remind(transfer, { code: 'code-of-o-somebody' })).toMatchObject({ error: 'forbidden' })
    expect(await shop.remind(transfer, { code: 'used-up' })).toMatchObject({ error: 'unavailable' })
    expect(await shop.remind(transfer, { code: undefined })).toMatchObject({ error: 'bad-request' })
    expect(await shop.remind('__proto__.x')).toMatchObject({ error: 'bad-request' })
    await shop.call('consent', { kind: 'service', granted: false, version: '2026-11' })
    expect(await shop.remind(transfer)).toMatchObject({ error: 'forbidden', need: 'service' })
    expect(await pending()).toEqual([])
  })

  test('too near the end', async () => {
    const { merchant, goTo, now } = coreAt('2026-11-20T15:00:00')
    const shop = await merchant()
    await shop.tick('register-service-account.transfer-chosen', now())
    goTo('2026-11-30T13:00:00')
    const later = await merchant()
    expect(await later.remind(transfer)).toMatchObject({ error: 'conflict' })
    goTo('2026-12-01T13:00:00')
    expect(await later.remind(transfer)).toMatchObject({ error: 'not-found' })
  })

  test('without a template nobody is reminded', async () => {
    const core = createTestCore()
    const guest = await core.guest()
    await guest.consent('service')
    expect(await guest.call('remind', { clock: transfer, template })).toMatchObject({ error: 'forbidden' })
    expect(await sendDue({ ports: core.ports, settings: defaultCoreSettings })).toBe(0)
  })

  test('in a cloud call the openid is the call’s own', async () => {
    const { core, merchant, now, pending } = coreAt('2026-11-20T15:00:00')
    const shop = await merchant('o-cloud')
    await shop.tick('register-service-account.transfer-chosen', now())
    const body = { clock: transfer, template }
    expect(await core.call({ via: 'cloud', openid: 'o-cloud' }, 'remind', body)).toMatchObject({ ok: true })
    expect(await core.call({ via: 'cloud', openid: 'o-other' }, 'remind', body)).toMatchObject({
      error: 'unauthenticated',
    })
    expect(await pending()).toHaveLength(1)
  })

  test('asking again replaces; ticking anew moves it', async () => {
    const { merchant, goTo, now, pending, due } = coreAt('2026-11-20T15:00:00')
    wechat.quota.set('o-merchant', 9)
    const shop = await merchant()
    await shop.tick('register-service-account.transfer-chosen', now())
    await shop.remind(transfer)
    await shop.remind(transfer)
    expect(await pending()).toHaveLength(1)
    goTo('2026-11-20T15:05:00')
    await shop.tick('register-service-account.transfer-chosen', now())
    await shop.remind(transfer)
    expect(await pending()).toMatchObject([{ value: { endsMs: at('2026-11-30T15:05:00') } }])
    goTo('2026-11-23T15:00:00')
    await shop.tick('register-service-account.transfer-chosen', now())
    goTo('2026-11-27T10:00:00')
    expect(await due()).toBe(0)
    expect(await pending()).toMatchObject([{ value: { endsMs: at('2026-12-03T15:00:00') } }])
    goTo('2026-11-30T10:00:00')
    expect(await due()).toBe(1)
    expect(wechat.sent).toHaveLength(1)
  })
})

describe('sending', () => {
  async function ready(overrides: Partial<Ports> = {}) {
    const made = coreAt('2026-11-20T15:00:00', overrides)
    wechat.quota.set('o-merchant', 9)
    const shop = await made.merchant()
    await shop.tick('register-service-account.transfer-chosen', made.now())
    expect(await shop.remind(transfer)).toMatchObject({ ok: true })
    return { ...made, shop }
  }

  test('once, at its moment, with nothing of the shop in it', async () => {
    const { due, goTo, pending } = await ready()
    goTo('2026-11-27T09:50:00')
    expect(await due()).toBe(0)
    goTo('2026-11-27T10:00:00')
    expect(await due()).toBe(1)
    expect(await due()).toBe(0)
    expect(await pending()).toEqual([])
    expect(wechat.sent).toEqual([
      {
        touser: 'o-merchant',
        template_id: template,
        page: 'packages/guide/step/index?guide=register-service-account&step=subject',
        data: {
          thing1: { value: '从对公账户打款' },
          time2: { value: '2026年11月30日 15:00' },
          thing3: { value: '超过 10 天没打到，注册就失败' },
        },
        miniprogram_state: 'formal',
        lang: 'zh_CN',
      },
    ])
  })

  test('late, when the timer was down; never at night, never when the time is over', async () => {
    const { due, goTo, pending } = await ready()
    goTo('2026-11-28T03:00:00')
    expect(await due()).toBe(0)
    goTo('2026-11-28T20:00:00')
    expect(await due()).toBe(0)
    goTo('2026-11-29T09:00:00')
    expect(await due()).toBe(1)
    const late = await ready()
    late.goTo('2026-12-01T10:00:00')
    expect(await late.due()).toBe(0)
    expect(await late.pending()).toEqual([])
    expect(await pending()).toEqual([])
    expect(wechat.sent).toHaveLength(1)
  })

  test.each<readonly [string, (shop: Merchant, now: number) => Promise<unknown>]>([
    ['the step was ticked', (shop, now) => shop.tick('register-service-account.transfer-sent', now)],
    ['the tick was taken back', (shop) => shop.tick('register-service-account.transfer-chosen', null)],
    ['a later step was ticked', (shop, now) => shop.tick('certify-service-account.apply', now)],
    ['the consent was taken back', (shop) => shop.call('consent', { kind: 'service', granted: false, version: 'v' })],
    ['the merchant was erased', (shop) => shop.call('erase-me')],
  ])('not when %s', async (_name, act) => {
    const { due, goTo, now, pending, shop } = await ready()
    await act(shop, now())
    goTo('2026-11-27T10:00:00')
    expect(await due()).toBe(0)
    expect(await pending()).toEqual([])
    expect(wechat.sent).toEqual([])
  })

  test('leaving and taking the consent back remove it at once', async () => {
    const { pending, shop } = await ready()
    expect(await shop.call('export-me')).toMatchObject({
      data: { reminders: [{ clock: transfer, at: at('2026-11-27T10:00:00') }] },
    })
    await shop.call('consent', { kind: 'service', granted: false, version: 'v' })
    expect(await pending()).toEqual([])
  })

  test('many processes, one message', async () => {
    const { due, goTo } = await ready()
    goTo('2026-11-27T10:00:00')
    const sent = await Promise.all(Array.from({ length: 8 }, due))
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(wechat.sent).toHaveLength(1)
  })

  test('a process that dies between claim and message: lost, never twice', async () => {
    const { core, due, goTo, errors, pending } = await ready()
    goTo('2026-11-27T10:00:00')
    const { reminders } = core.ports
    if (reminders === undefined) throw new Error('no reminders')
    const dying: Messages = { send: () => Promise.reject(new Error('killed')) }
    const dead = { ...core.ports, reminders: { ...reminders, messages: dying } }
    expect(await sendDue({ ports: dead, settings: defaultCoreSettings })).toBe(0)
    expect(await due()).toBe(0)
    goTo('2026-11-27T11:30:00')
    expect(await due()).toBe(0)
    expect(await pending()).toEqual([])
    expect(wechat.sent).toEqual([])
    expect(errors.join()).toContain('reminder lost')
  })

  test.each<readonly [number | 'silence' | 'html', SendOutcome]>([
    [43101, 'refused'],
    [40003, 'refused'],
    ['silence', 'lost'],
    ['html', 'lost'],
    [47003, 'misconfigured'],
    [40037, 'misconfigured'],
    [41030, 'misconfigured'],
    [-1, 'later'],
    [45009, 'later'],
  ])('WeChat answers %p: %s', async (failure, outcome) => {
    const { due, goTo, errors, pending } = await ready()
    goTo('2026-11-27T10:00:00')
    wechat.failing.push(failure)
    expect(await due()).toBe(0)
    const again = outcome === 'later' || outcome === 'misconfigured'
    expect(await pending()).toHaveLength(again ? 1 : 0)
    goTo('2026-11-27T11:00:00')
    expect(await due()).toBe(again ? 1 : 0)
    expect(errors.join()).not.toMatch(/o-merchant|打款|token-/)
  })

  test('nobody listens at WeChat: later', async () => {
    const { due, goTo, pending } = await ready()
    goTo('2026-11-27T10:00:00')
    await wechat.close()
    expect(await due()).toBe(0)
    expect(await pending()).toMatchObject([{ value: { claimed: null, tries: 1 } }])
    wechat = await startWechat()
  })

  test('one that fails does not keep the others; they are read in pages, and a budget ends the round', async () => {
    const { core, due, goTo, store, pending } = await ready()
    const [first] = await pending()
    for (let i = 0; i < 150; i++) {
      const id = `${at('2026-11-20T09:00:00')}.nobody${i}.${transfer}`
      await store.put('reminders', id, { ...first?.value, merchant: `nobody${i}` }, 0)
    }
    goTo('2026-11-27T10:00:00')
    expect(await sendDue({ ports: core.ports, settings: defaultCoreSettings }, 0)).toBe(0)
    expect(await pending()).toHaveLength(100)
    expect(await due()).toBe(1)
    expect(await pending()).toEqual([])
    expect(core.log).toEqual([])
  })

  test('the filing’s message within its 24 hours', async () => {
    const made = coreAt('2026-11-20T14:30:00')
    wechat.quota.set('o-merchant', 1)
    const shop = await made.merchant()
    await shop.tick('finish-setup.first-review', made.now())
    expect(await shop.remind(sms)).toEqual({ ok: true, at: at('2026-11-21T10:00:00') })
    made.goTo('2026-11-21T10:00:00')
    expect(await made.due()).toBe(1)
    expect(wechat.sent[0]?.data.thing3?.value).toBe('12381 发来的短信，过时备案会退回')
  })
})
