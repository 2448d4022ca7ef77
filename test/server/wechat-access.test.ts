/** The access token shared by all processes, and the words that WeChat's templates allow. */
import { createCloudMessages } from '../../src/server/adapters/cloudbase/messages'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { createSealer } from '../../src/server/adapters/sealer'
import { cut, templateData } from '../../src/server/adapters/template-data'
import { bytesOf, createWechatAccess } from '../../src/server/adapters/wechat-access'
import { readSettings } from '../../src/server/settings'
import { withReminders } from '../../src/server/with-reminders'
import { createTestCore, startTime } from './support/core'
import { startWechat, type WechatStandIn } from './support/wechat-stand-in'

const masterKey = new Uint8Array(32).fill(7)
const send = '/cgi-bin/message/subscribe/send'
const message = { touser: 'o-1', data: {} }
const hour = 3_600_000

let wechat: WechatStandIn
beforeEach(async () => {
  wechat = await startWechat()
  wechat.quota.set('o-1', 99)
})
afterEach(() => wechat.close())

function processes(secret = wechat.secret) {
  const store = createMemoryStore()
  let now = startTime
  const logged: string[] = []
  const log = { info: () => undefined, error: (...line: unknown[]) => void logged.push(JSON.stringify(line)) }
  const ports = { store, clock: { now: () => now }, sealer: createSealer(masterKey), log }
  const settings = { appId: 'wx0123456789abcdef', secret, apiUrl: wechat.apiUrl }
  return {
    store,
    logged,
    log,
    advance: (ms: number) => void (now += ms),
    process: () => createWechatAccess(settings, ports),
  }
}
const asked = (path: string) => wechat.asked.filter((one) => one === path).length
const ok = { kind: 'json', json: { errcode: 0, errmsg: 'ok' } }

describe('the access token', () => {
  test('is asked for once, kept sealed, used by every process until five minutes before its end', async () => {
    const { process, store, advance } = processes()
    expect(await process().post(send, message)).toEqual(ok)
    expect(await process().post(send, message)).toEqual(ok)
    expect(asked('/cgi-bin/stable_token')).toBe(1)
    expect(JSON.stringify(await store.get('meta', 'wechat-access'))).not.toContain('token-1')
    advance(2 * hour - 6 * 60_000)
    await process().post(send, message)
    expect(asked('/cgi-bin/stable_token')).toBe(1)
    advance(2 * 60_000)
    await process().post(send, message)
    expect(asked('/cgi-bin/stable_token')).toBe(2)
    expect(wechat.forced).toEqual([false, false])
  })

  test('many at once ask once', async () => {
    const { process } = processes()
    const one = process()
    await Promise.all(Array.from({ length: 10 }, () => one.post(send, message)))
    expect(asked('/cgi-bin/stable_token')).toBe(1)
    expect(wechat.sent).toHaveLength(10)
  })

  test('refused: renewed once without force, and the call made again', async () => {
    const { process } = processes()
    await process().post(send, message)
    wechat.token = 'token-of-somebody-else'
    expect(await process().post(send, message)).toEqual(ok)
    expect(wechat.forced).toEqual([false, false])
    expect(asked(send)).toBe(3)
  })

  test('the stable interface repeats the refused one: forced, once a minute at most', async () => {
    const { process, advance } = processes()
    await process().post(send, message)
    wechat.stale = 'token-1'
    wechat.token = 'token-9'
    expect(await process().post(send, message)).toEqual(ok)
    expect(wechat.forced).toEqual([false, false, true])
    wechat.stale = wechat.token
    wechat.token = 'token-10'
    expect(await process().post(send, message)).toEqual({ kind: 'no-token' })
    advance(61_000)
    expect(await process().post(send, message)).toEqual(ok)
  })

  test('a wrong secret: no token, and nothing of it in the log', async () => {
    const { process, logged } = processes('f'.repeat(32))
    expect(await process().post(send, message)).toEqual({ kind: 'no-token' })
    expect(logged.join()).toContain('no access token')
    expect(logged.join()).not.toMatch(/ffff|wx0123/)
  })

  test('a token sealed with another key is asked for anew', async () => {
    const { process, store } = processes()
    await store.put('meta', 'wechat-access', { sealed: 'AAAA', expires: startTime + hour, forced: 0 }, 0)
    expect(await process().post(send, message)).toEqual(ok)
  })

  test('files come as bytes, refusals as JSON', async () => {
    const { process, log } = processes()
    const answer = await process().post('/wxa/getwxacodeunlimit', { scene: 'x' })
    expect([...bytesOf(answer, log)]).toEqual([0x89, 0x50])
    expect(() => bytesOf({ kind: 'json', json: { errcode: 41030 } }, log)).toThrow('no file')
  })
})

describe('a template’s limits', () => {
  test.each([
    ['短', 20, '短'],
    ['一二三四五六七八九十一二三四五六七八九十', 20, '一二三四五六七八九十一二三四五六七八九十'],
    ['一二三四五六七八九十一二三四五六七八九十一', 20, '一二三四五六七八九十一二三四五六七八九…'],
    ['过了 30 天没交，这次认证算失败，钱不退', 20, '过了 30 天没交，这次认证算失败'],
    ['一，二三四五六七八九十一二三四五六七八九十一', 20, '一，二三四五六七八九十一二三四五六七八…'],
    ['😀😀😀😀😀😀', 5, '😀😀😀😀…'],
    ['超过\u00a010\u00a0天', 20, '超过 10 天'],
  ])('%s in %i: %s', (text, max, expected) => {
    expect(cut(text, max)).toBe(expected)
    expect([...cut(text, max)].length).toBeLessThanOrEqual(max)
  })

  test('time fields show the hour, date fields the day, and a note may be missing', () => {
    const said = { title: '做完认证', time: Date.parse('2026-12-03T09:05:00+08:00'), note: '过了要重来' }
    expect(templateData({ id: 't', title: 'thing1', time: 'date2', note: null }, said)).toEqual({
      thing1: { value: '做完认证' },
      date2: { value: '2026年12月3日' },
    })
    expect(
      templateData({ id: 't', title: 'thing4', time: 'time1', note: 'thing9' }, { ...said, title: '从对公账户打款' }),
    ).toEqual({
      thing4: { value: '从对公账户打款' },
      time1: { value: '2026年12月3日 09:05' },
      thing9: { value: '过了要重来' },
    })
  })
})

describe('the cloud call', () => {
  const template = { id: 't', title: 'thing1', time: 'time2', note: null }
  const said = { openid: 'o', page: 'p', title: 'x', time: startTime, note: '' }
  test.each([
    [null, 'sent'],
    [{ errCode: 43101 }, 'refused'],
    [{ errCode: 47003 }, 'misconfigured'],
    [{ errCode: -604101 }, 'misconfigured'],
    [{ errCode: -1 }, 'later'],
    [new Error('timed out'), 'lost'],
  ])('%p: %s', async (failure, outcome) => {
    const sent: unknown[] = []
    const { log } = processes()
    const openapi = {
      subscribeMessage: {
        async send(body: Readonly<Record<string, unknown>>) {
          if (failure !== null) throw failure
          sent.push(body)
        },
      },
    }
    expect(await createCloudMessages({ openapi }, template, log).send(said)).toBe(outcome)
    if (failure === null) expect(sent).toMatchObject([{ touser: 'o', templateId: 't', miniprogramState: 'formal' }])
  })
})

describe('settings', () => {
  const id = 'A'.repeat(43)
  const wechatEnv = { WECHAT_APPID: 'wx0123456789abcdef', WECHAT_SECRET: 'a'.repeat(32) }
  const read = (env: Record<string, string>) => readSettings(env)
  test('absent: off; an id: the usual fields', () => {
    expect(read({})).toMatchObject({ settings: { reminder: null } })
    expect(read({ REMINDER_TEMPLATE: id })).toMatchObject({
      settings: { reminder: { id, title: 'thing1', time: 'time2', note: 'thing3' } },
    })
    expect(read({ REMINDER_TEMPLATE: id, REMINDER_FIELDS: 'title=thing4,time=date7' })).toMatchObject({
      settings: { reminder: { title: 'thing4', time: 'date7', note: null } },
    })
  })
  test.each([
    { REMINDER_TEMPLATE: '1234' },
    { REMINDER_FIELDS: 'title=thing1' },
    { REMINDER_FIELDS: 'title=thing1,time=thing2' },
    { REMINDER_FIELDS: 'title=thing1,time=time1,note=thing1' },
    { REMINDER_FIELDS: 'title=thing1,time=time2,shop=thing3' },
    { REMINDER_FIELDS: 'title' },
    { REMINDER_FIELDS: 'title=phrase1,time=time2' },
  ])('%p is refused', (env) => expect(read(env)).toMatchObject({ ok: false }))

  test('without WeChat’s own settings nothing can be sent: the start says so', () => {
    const { ports } = createTestCore()
    const both = read({ ...wechatEnv, REMINDER_TEMPLATE: id })
    const alone = read({ REMINDER_TEMPLATE: id })
    if (!both.ok || !alone.ok) throw new Error('refused')
    expect(withReminders(ports, both.settings, masterKey).reminders?.template).toBe(id)
    expect(() => withReminders(ports, alone.settings, masterKey)).toThrow('WECHAT_APPID')
  })
})
