/** The cloud function with the real wx-server-sdk, against a stand-in of the service it talks to. */
import * as sdk from 'wx-server-sdk'
import { createCloudFiles, createCloudInbox, createFileIds } from '../../src/server/adapters/cloudbase/files'
import type { CloudSdk } from '../../src/server/adapters/cloudbase/sdk'
import { createCloudStore } from '../../src/server/adapters/cloudbase/store'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { Unavailable } from '../../src/server/core/ports'
import { describeFiles } from './contracts/files.contract'
import { describeStore } from './contracts/store.contract'
import { startCloudBase, type CloudBaseStandIn } from './support/cloudbase-stand-in'
import { newId } from './support/core'
import { jpegPhoto, sha256 } from './support/photos'

const cloud = sdk as unknown as CloudSdk
let standIn: CloudBaseStandIn
type Main = (event: unknown) => Promise<Record<string, never>>
let main: Main

const logged: string[] = []

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line))
  standIn = await startCloudBase()
  Object.assign(process.env, standIn.env)
  const entry = (await import('../../src/server/main.cloudbase')) as unknown as { main: Main }
  main = entry.main
})
afterAll(() => standIn.close())
afterAll(() => expect(logged.join()).not.toMatch(/openid-|海棠/))

const as = (openid: string | null) => {
  if (openid === null) delete process.env.WX_OPENID
  else process.env.WX_OPENID = openid
}
function call(openid: string | null, action: string, body: object = {}) {
  as(openid)
  return main({ action, ...body, userInfo: { openId: 'forged', appId: 'wx1' } })
}

describeStore('CloudBase', async () => {
  standIn.collections.clear()
  return { store: createCloudStore(cloud.database()), tearDown: async () => undefined }
})

describeFiles('CloudBase', async () => {
  standIn.files.clear()
  const store = createMemoryStore()
  return { files: createCloudFiles(cloud, createFileIds(cloud, store)), tearDown: async () => undefined }
})

describe('the adapters', () => {
  test('what the cloud refuses is `Unavailable`; a swap that met an error is not a lost swap', async () => {
    const store = createCloudStore(cloud.database())
    for (const action of ['database.getDocument', 'database.insertDocument', 'database.modifyDocument']) {
      await store.put('merchants', 'busy', { n: 1 }, 0)
      standIn.failing = { action, code: 'SERVER_TIMEOUT', times: 9 }
      await expect(
        action.includes('get')
          ? store.get('merchants', 'busy')
          : store.put(
              'merchants',
              action.includes('insert') ? 'fresh' : 'busy',
              { n: 2 },
              action.includes('insert') ? 0 : 1,
            ),
      ).rejects.toThrow(Unavailable)
      standIn.failing = null
    }
  })

  test('the inbox gives up on a file that is too large, or not there', async () => {
    const ids = createFileIds(cloud, createMemoryStore())
    const inbox = createCloudInbox(cloud, ids)
    const path = inbox.path('ticket')
    expect(await inbox.take(path, 100)).toEqual({ ok: false, error: 'not-found' })
    standIn.putFile(path, Buffer.alloc(101))
    expect(await inbox.take(path, 100)).toEqual({ ok: false, error: 'too-large' })
    standIn.putFile(path, Buffer.alloc(100))
    expect(await inbox.take(path, 100)).toMatchObject({ ok: true })
    await inbox.remove(path)
    expect(await inbox.take(path, 100)).toEqual({ ok: false, error: 'not-found' })
  })
})

describe('the function', () => {
  const stamp = (ms = Date.now()) => `${ms}-0000-device001`

  test('the caller is who the context says, never the event', async () => {
    const first = await call('openid-a', 'login', { provider: 'wechat' })
    expect(first).toMatchObject({ ok: true, token: null })
    expect(
      (await call('openid-a', 'login', { provider: 'wechat', openid: 'openid-b', OPENID: 'openid-b' })).merchant,
    ).toEqual(first.merchant)
    expect((await call('openid-b', 'login', { provider: 'wechat' })).merchant).not.toEqual(first.merchant)
    expect(await call(null, 'login', { provider: 'wechat' })).toMatchObject({ error: 'unauthenticated' })
    expect(await call('openid-never-logged-in', 'export-me')).toMatchObject({ error: 'unauthenticated' })
  })

  test('login, consent, sync, photo, link, delete, erase', async () => {
    const { merchant } = (await call('openid-m', 'login', { provider: 'wechat' })) as unknown as {
      merchant: { id: string }
    }
    for (const kind of ['service', 'documents'])
      await call('openid-m', 'consent', { kind, granted: true, version: '1' })
    const op = { k: 't.shop.name', v: '海棠花店', s: stamp() }
    const body = { p: 1, schema: 1, doc: merchant.id, dev: 'device001', ep: null, base: 0, ops: [op] }
    expect(await call('openid-m', 'sync', body)).toMatchObject({ ok: true, ver: 1 })
    expect(await call('openid-m', 'sync', { ...body, ops: [] })).toMatchObject({ patch: [op] })
    expect(await call('openid-a', 'sync', body)).toMatchObject({ error: 'not-found' })

    const bytes = await jpegPhoto(800, 600)
    const photoId = newId()
    const ticket = (await call('openid-m', 'photo-ticket', {
      photoId,
      slot: 'avatar',
      sha256: sha256(bytes),
      size: bytes.length,
    })) as unknown as {
      url: string
      fields: { cloudPath: string; photoId: string }
    }
    expect(ticket).toMatchObject({
      url: '',
      fields: { photoId, cloudPath: expect.stringMatching(/^quarantine\/[A-Za-z0-9]{22}$/) as string },
    })
    expect(await call('openid-m', 'photo-commit', { photoId })).toMatchObject({ error: 'not-found' })
    standIn.putFile(ticket.fields.cloudPath, bytes)
    expect(await call('openid-a', 'photo-commit', { photoId })).toMatchObject({ error: 'not-found' })
    const committed = await call('openid-m', 'photo-commit', { photoId })
    expect(committed).toMatchObject({
      ok: true,
      photo: { photoId, slot: 'avatar', w: 800, h: 600, sha256: sha256(bytes) },
    })
    expect(await call('openid-m', 'photo-commit', { photoId })).toEqual(committed)
    expect([...standIn.files.keys()].filter((name) => name.includes('quarantine'))).toEqual([])

    for (const variant of ['full', 'thumb', 'watermarked']) {
      const { url } = (await call('openid-m', 'photo-link', { photoId, variant })) as unknown as { url: string }
      expect(url).toContain('t=300')
      const response = await fetch(url)
      expect(
        Buffer.from(await response.arrayBuffer())
          .subarray(0, 3)
          .toString('hex'),
      ).toBe('ffd8ff')
    }
    expect([...standIn.files.keys()].filter((name) => name.includes('/photos/'))).toHaveLength(3)
    expect([...standIn.files.keys()].join()).not.toContain(photoId)
    expect(await call('openid-m', 'photo-delete', { photoId })).toEqual({ ok: true })
    expect([...standIn.files.keys()].filter((name) => name.includes('/photos/'))).toEqual([])
    expect(await call('openid-m', 'erase-me')).toEqual({ ok: true })
    expect(await call('openid-m', 'export-me')).toMatchObject({ error: 'unauthenticated' })
    expect(
      JSON.stringify([...standIn.collections].map(([name, documents]) => [name, [...documents.values()]])),
    ).not.toMatch(/openid-m|海棠/)
  })

  test('a wrong file in the inbox is refused and cleared', async () => {
    await call('openid-w', 'login', { provider: 'wechat' })
    await call('openid-w', 'consent', { kind: 'documents', granted: true, version: '1' })
    const photoId = newId()
    const announced = { photoId, slot: 'avatar', sha256: 'a'.repeat(64), size: 100 }
    const { fields } = (await call('openid-w', 'photo-ticket', announced)) as unknown as {
      fields: { cloudPath: string }
    }
    standIn.putFile(fields.cloudPath, Buffer.from('something else'))
    expect(await call('openid-w', 'photo-commit', { photoId })).toMatchObject({ error: 'unprocessable' })
    expect([...standIn.files.keys()].filter((name) => name.includes('quarantine'))).toEqual([])
  })

  test.each([[null], [7], ['text'], [{}], [{ action: 7 }], [{ action: '__proto__' }]])(
    'the event %p',
    async (event) => {
      as('openid-a')
      expect(await main(event)).toMatchObject({ ok: false, error: 'bad-request' })
    },
  )

  test('an event over 48 KB', async () => {
    expect(await call('openid-a', 'export-me', { text: 'x'.repeat(49 * 1024) })).toMatchObject({ error: 'too-large' })
  })

  describe('an event from the HTTP gateway', () => {
    const gateway = async (event: object) => {
      as('openid-a')
      const { statusCode, body, headers } = (await main(event)) as unknown as {
        statusCode: number
        body: string
        headers: object
      }
      return { statusCode, headers, reply: JSON.parse(body) as unknown }
    }
    const post = (path: string, body: unknown, more: object = {}) =>
      gateway({ httpMethod: 'POST', path, headers: { 'x-wx-openid': 'openid-a' }, body: JSON.stringify(body), ...more })

    test('may ask for health and for an invitation', async () => {
      expect(await gateway({ httpMethod: 'GET', path: '/healthz', headers: {} })).toMatchObject({
        statusCode: 200,
        reply: { ok: true },
      })
      expect(await post('/api/invite', { scene: 'x' })).toMatchObject({
        statusCode: 404,
        reply: { error: 'not-found' },
      })
      const encoded = Buffer.from('{"scene":"x"}').toString('base64')
      expect(await post('/invite', null, { body: encoded, isBase64Encoded: true })).toMatchObject({ statusCode: 404 })
      expect(await post('/api/invite', null, { body: '{' })).toMatchObject({ statusCode: 400 })
    })

    test('has no identity, whatever it carries', async () => {
      for (const action of ['export-me', 'erase-me', 'login', 'sync', 'desk-info', 'desk-approve', 'desk-revoke']) {
        expect(await post(`/api/${action}`, { action, provider: 'wechat' })).toMatchObject({ statusCode: 404 })
      }
      expect(await post('/api/x', {}, { action: 'export-me' })).toMatchObject({ statusCode: 404 })
    })

    test('lets a computer in that a merchant approves, to the photos and texts of that merchant alone', async () => {
      await call('openid-d', 'login', { provider: 'wechat' })
      await call('openid-d', 'consent', { kind: 'documents', granted: true, version: '1' })
      const bytes = await jpegPhoto(300, 200)
      const photoId = newId()
      const announced = { photoId, slot: 'business-licence', sha256: sha256(bytes), size: bytes.length }
      const ticket = (await call('openid-d', 'photo-ticket', announced)) as unknown as { fields: { cloudPath: string } }
      standIn.putFile(ticket.fields.cloudPath, bytes)
      await call('openid-d', 'photo-commit', { photoId })
      const agent = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0' }
      const opened = (await post('/api/desk-open', {}, { headers: agent })).reply as { desk: string; secret: string }
      const proof = { desk: opened.desk, secret: opened.secret }
      expect(await call('openid-d', 'desk-info', proof)).toMatchObject({ browser: 'Edge 浏览器，Windows 电脑' })
      const wanted = { ...proof, photoId, variant: 'full' }
      expect(await post('/api/photo-link', wanted)).toMatchObject({ statusCode: 401 })
      expect(await call('openid-d', 'desk-approve', proof)).toMatchObject({ ok: true })
      expect((await post('/api/desk-poll', proof)).reply).toMatchObject({ state: 'approved', photos: [{ photoId }] })
      const link = (await post('/api/photo-link', wanted)).reply as { url: string }
      expect(link.url).toContain('t=30')
      expect((await fetch(link.url)).status).toBe(200)
      for (const wrong of [{ ...wanted, secret: 'x'.repeat(43) }, { ...wanted, desk: newId() }, { photoId }])
        expect((await post('/api/photo-link', wrong)).reply).toMatchObject({ error: 'unauthenticated' })
      expect((await post('/api/desk-poll', { ...proof, leave: true })).reply).toMatchObject({ state: 'revoked' })
      expect(await post('/api/photo-link', wanted)).toMatchObject({ statusCode: 401 })
    })

    test('counts what could be used to guess by its address', async () => {
      const from = (address: string) => post('/api/desk-open', {}, { headers: { 'x-real-ip': address } })
      for (let i = 0; i < 30; i++) expect(await from('203.0.113.9')).toMatchObject({ statusCode: 200 })
      expect(await from('203.0.113.9')).toMatchObject({ statusCode: 429, reply: { error: 'rate-limited' } })
      expect(await from('203.0.113.10')).toMatchObject({ statusCode: 200 })
    })

    test('says so when the cloud does not answer', async () => {
      standIn.failing = { action: 'database.getDocument', code: 'SYS_ERR', times: 9 }
      expect(await gateway({ httpMethod: 'GET', path: '/healthz' })).toMatchObject({
        statusCode: 503,
        reply: { failing: ['store'] },
      })
      standIn.failing = null
    })
  })
})
