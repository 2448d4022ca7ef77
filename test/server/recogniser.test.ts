import { createCloudRecogniser } from '../../src/server/adapters/cloudbase/recogniser'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { createSealer } from '../../src/server/adapters/sealer'
import { createWechatRecogniser } from '../../src/server/adapters/wechat-recogniser'
import { readSettings } from '../../src/server/settings'
import { withRecogniser } from '../../src/server/with-recogniser'
import { recogniserContract, type RecogniserWorld } from './contracts/recogniser.contract'
import { createTestCore, startTime } from './support/core'
import { createRecogniserTwin } from './support/recogniser-twin'
import { startWechat } from './support/wechat-stand-in'

const masterKey = new Uint8Array(32).fill(7)

function surroundings() {
  let now = startTime
  const logged: string[] = []
  const note = (...line: unknown[]) => void logged.push(JSON.stringify(line))
  return {
    logged,
    advance: (ms: number) => void (now += ms),
    ports: { store: createMemoryStore(), clock: { now: () => now }, log: { info: note, error: note } },
  }
}

async function overHttp(): Promise<RecogniserWorld & { readonly logged: readonly string[] }> {
  const wechat = await startWechat()
  const { ports, advance, logged } = surroundings()
  const settings = { appId: 'wx0123456789abcdef', secret: wechat.secret, apiUrl: wechat.apiUrl }
  return {
    logged,
    advance,
    open: () => createWechatRecogniser(settings, { ...ports, sealer: createSealer(masterKey) }),
    shows(printed) {
      const { number, name } = printed ?? {}
      wechat.printed = printed && {
        errcode: 0,
        ...(number !== undefined && { reg_num: number }),
        ...(name !== undefined && { enterprise_name: name }),
        legal_representative: '陈小满',
        address: '样例路 18 号',
      }
    },
    left: (calls) => void (wechat.recognitions = calls),
    fails: (how) => void wechat.failing.push(how === 'silence' ? 'silence' : -1),
    asked: () => wechat.asked.filter((path) => path === '/cv/ocr/bizlicense').length,
    close: wechat.close,
  }
}

/** As wx-server-sdk answers: camel case, refusals thrown. */
async function inCloud(): Promise<RecogniserWorld> {
  const { ports, advance } = surroundings()
  let printed: { readonly number?: string; readonly name?: string } | null = null
  let [left, asked] = [100, 0]
  let failing: 'silence' | 'busy' | null = null
  async function businessLicense({ img }: { img: { readonly contentType: string; readonly value: Buffer } }) {
    asked++
    expect(img).toMatchObject({ contentType: 'image/jpeg', value: expect.any(Buffer) })
    const failure = failing
    failing = null
    if (failure === 'silence') throw new Error('ESOCKETTIMEDOUT')
    if (failure === 'busy') throw Object.assign(new Error('busy'), { errCode: -1, errMsg: 'system error' })
    if (left < 1) throw Object.assign(new Error('quota'), { errCode: 101003, errMsg: 'not enough market quota' })
    left--
    if (printed === null) throw Object.assign(new Error('none'), { errCode: 101001, errMsg: 'certificate not found' })
    return { errCode: 0, errMsg: 'ok', regNum: printed.number, enterpriseName: printed.name, address: '样例路' }
  }
  return {
    advance,
    open: () => createCloudRecogniser({ openapi: { ocr: { businessLicense } } }, ports),
    shows: (next) => void (printed = next),
    left: (calls) => void (left = calls),
    fails: (how) => void (failing = how),
    asked: () => asked,
  }
}

recogniserContract('over HTTPS', overHttp)
recogniserContract('by cloud call', inCloud)
recogniserContract('in memory', async () => createRecogniserTwin())

test('nothing of the answer, the token or the picture is logged', async () => {
  const world = await overHttp()
  world.shows({ number: '92330102MA2EXAMP5X', name: '小满面馆' })
  await world.open().read(new Uint8Array([1, 2, 3]))
  world.left(0)
  await world.open().read(new Uint8Array([1, 2, 3]))
  world.fails('busy')
  world.advance(86_400_000)
  await world.open().read(new Uint8Array([1, 2, 3]))
  expect(world.logged.join('\n')).toMatch(/off until tomorrow.*101003[^]*not recognised.*-1/)
  expect(world.logged.join('\n')).not.toMatch(/token-|小满|陈|样例|9233/)
  await world.close?.()
})

describe('settings', () => {
  const wechat = { WECHAT_APPID: 'wx0123456789abcdef', WECHAT_SECRET: 'a'.repeat(32) }
  test('off by default; only true or false', () => {
    expect(readSettings({})).toMatchObject({ settings: { licenceOcr: false } })
    expect(readSettings({ LICENCE_OCR: 'true' })).toMatchObject({ settings: { licenceOcr: true } })
    expect(readSettings({ LICENCE_OCR: 'yes' })).toMatchObject({ ok: false })
  })

  test('goes together with WeChat’s own settings: the start says so', () => {
    const { ports } = createTestCore()
    const both = readSettings({ ...wechat, LICENCE_OCR: 'true' })
    const alone = readSettings({ LICENCE_OCR: 'true' })
    const off = readSettings(wechat)
    if (!both.ok || !alone.ok || !off.ok) throw new Error('refused')
    expect(withRecogniser(ports, both.settings, masterKey).recogniser).toBeDefined()
    expect(withRecogniser(ports, off.settings, masterKey).recogniser).toBeUndefined()
    expect(() => withRecogniser(ports, alone.settings, masterKey)).toThrow('WECHAT_APPID')
  })
})
