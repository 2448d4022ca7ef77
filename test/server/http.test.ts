/** The real program on a free port, with real SQLite and real files, spoken to over real HTTP. */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import sharp from 'sharp'
import { newId } from './support/core'
import { temporaryFolder } from './support/folders'
import { loginPhone, post, postFile, type Phone } from './support/http-client'
import { jpegPhoto, noisyPhoto, sha256 } from './support/photos'
import { runProgram, runToEnd, type Program } from './support/program'

jest.setTimeout(60_000)

const folder = temporaryFolder()
const dataDir = path.join(folder.path, 'data')
const webDir = path.join(folder.path, 'web')
const inline = 'document.title = "x"'
let server: Program
let phone: Phone

beforeAll(async () => {
  mkdirSync(path.join(webDir, 'js'), { recursive: true })
  writeFileSync(
    path.join(webDir, 'index.html'),
    `<!DOCTYPE html><html lang="zh-CN"><script>${inline}</script><div id="app"></div></html>`,
  )
  writeFileSync(path.join(webDir, 'js', 'app.1a2b3c4d.js'), 'void 0')
  writeFileSync(path.join(webDir, 'plain.txt'), 'plain')
  server = await runProgram({ DATA_DIR: dataDir, WEB_DIR: webDir })
  phone = await loginPhone(server.url)
})
afterAll(async () => {
  await server.stop('SIGTERM')
  folder.remove()
})

const op = (k: string, v: unknown) => ({ k, v, s: `${Date.now()}-0000-device001` })
const syncBody = (doc: string, ops: unknown[] = []) => ({
  p: 1,
  schema: 1,
  doc,
  dev: 'device001',
  ep: null,
  base: 0,
  ops,
})

describe('calls', () => {
  test('a reply is JSON, never cached, with the hardened headers', async () => {
    const { status, headers, body } = await phone.call('sync', syncBody(phone.id, [op('a.subject', 'company')]))
    expect([status, body.ok]).toEqual([200, true])
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test.each([
    ['no token', 'export-me', {}, '', 401, 'unauthenticated'],
    ['a wrong token', 'export-me', {}, `Bearer ${'x'.repeat(43)}`, 401, 'unauthenticated'],
    ['another scheme', 'export-me', {}, 'Basic eDp5', 401, 'unauthenticated'],
    ['an unknown action', 'make-me-admin', {}, '', 400, 'bad-request'],
    ['an unknown scene', 'invite', { scene: 'x' }, '', 404, 'not-found'],
  ])('%s', async (_name, action, body, authorization, status, error) => {
    expect(await post(`${server.url}/api/${action}`, JSON.stringify(body), { authorization })).toMatchObject({
      status,
      body: { ok: false, error },
    })
  })

  test.each([
    ['cut-off JSON', '{"provider":'],
    ['nothing', ''],
    ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['40,000 deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['7 deep', '{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}'],
    ['a lone value', '"login"'],
    ['NaN', '{"provider":NaN}'],
  ])('%s is a bad request, in Chinese', async (_name, body) => {
    const answer = await post(`${server.url}/api/login`, typeof body === 'string' ? body : new Uint8Array(body))
    expect(answer).toMatchObject({ status: 400, body: { error: 'bad-request' } })
    expect(answer.body.message).toMatch(/[\u4e00-\u9fff]/)
  })

  test('members named __proto__ change nothing', async () => {
    const body = `{"provider":"guest","key":"${'e'.repeat(64)}","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}`
    expect(await post(`${server.url}/api/login`, body)).toMatchObject({ status: 200 })
    expect((await phone.call('export-me')).body).not.toHaveProperty('admin')
  })

  test('only JSON, uncompressed, up to 48 KB', async () => {
    for (const type of [
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ]) {
      expect(await post(`${server.url}/api/login`, '{}', { 'content-type': type })).toMatchObject({
        status: 415,
        body: { error: 'unsupported-media' },
      })
    }
    expect(await post(`${server.url}/api/login`, '{}', { 'content-encoding': 'gzip' })).toMatchObject({ status: 415 })
    expect(await post(`${server.url}/api/login`, JSON.stringify({ a: 'x'.repeat(48 * 1024) }))).toMatchObject({
      status: 413,
      body: { error: 'too-large' },
    })
  })

  test.each([
    '/api/',
    '/api/a/b',
    '/api/login/../x',
    '/nothing',
    '/photo/x',
    '/.git/config',
    '/..%2f..%2fetc/passwd',
    '/%00',
    '/data/companion.db',
  ])('GET %s is not found, as JSON', async (address) => {
    const response = await fetch(`${server.url}${address}`)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(JSON.parse(await response.text())).toMatchObject({ ok: false })
  })

  test('an unreadable address is refused, and the server lives on', async () => {
    const { hostname, port } = new URL(server.url)
    for (const line of [
      'GET /%zz HTTP/1.1',
      'GET http://[ HTTP/1.1',
      'BREW /coffee HTTP/9',
      `GET /${'x'.repeat(20_000)} HTTP/1.1`,
    ]) {
      const answer = await raw(hostname, Number(port), `${line}\r\nhost: x\r\nconnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})

function raw(host: string, port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = net.connect(port, host, () => socket.write(text))
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}

describe('photos', () => {
  test('a real JPEG goes up and comes back, without its metadata, behind a link without a header', async () => {
    const bytes = await sharp(await jpegPhoto(1600, 1130))
      .withExif({ IFD0: { Copyright: 'CANARY' } })
      .jpeg()
      .toBuffer()
    const photoId = newId()
    expect(await phone.upload(bytes, photoId)).toMatchObject({
      status: 200,
      body: { photo: { photoId, w: 1600, h: 1130, sha256: sha256(bytes) } },
    })
    const { body } = await phone.call('photo-link', { photoId, variant: 'full' })
    const response = await fetch(`${server.url}${String(body.url)}`)
    const jpeg = Buffer.from(await response.arrayBuffer())
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `inline; filename="${photoId}.jpg"`,
      'x-content-type-options': 'nosniff',
    })
    expect(jpeg.includes('CANARY')).toBe(false)
    expect((await sharp(jpeg).metadata()).width).toBe(1600)
    expect(await fetch(`${server.url}/photo?link=x.y`).then(({ status }) => status)).toBe(404)
    expect(await fetch(`${server.url}/photo`).then(({ status }) => status)).toBe(404)
    for (const file of filesIn(dataDir)) expect(readFileSync(file).includes(jpeg.subarray(200, 260))).toBe(false)
  })

  test('20 MB is too large, at the ticket and at the upload, and the memory is not used', async () => {
    const big = Buffer.concat([await jpegPhoto(100, 100), Buffer.alloc(20 * 1024 * 1024)])
    expect(await phone.upload(big)).toMatchObject({ status: 413, body: { error: 'too-large' } })
    const { body } = await phone.call('photo-ticket', {
      photoId: newId(),
      slot: 'avatar',
      sha256: sha256(big),
      size: 1000,
    })
    expect(await postFile(`${server.url}${String(body.url)}`, big)).toMatchObject({
      status: 413,
      body: { error: 'too-large' },
    })
    const within = await noisyPhoto(2600, 2000, 92)
    expect(within.length).toBeGreaterThan(2 * 1024 * 1024)
    expect(await phone.upload(within)).toMatchObject({ status: 200 })
  })

  test('text named .jpg is unsupported, half a photo cannot be processed', async () => {
    expect(await phone.upload(Buffer.from('hello'))).toMatchObject({
      status: 415,
      body: { error: 'unsupported-media' },
    })
    expect(await phone.upload((await noisyPhoto(300, 300)).subarray(0, 9000))).toMatchObject({
      status: 422,
      body: { error: 'unprocessable' },
    })
  })

  test('without a ticket, without a file, or not as a form', async () => {
    const bytes = await jpegPhoto(100, 100)
    expect(await postFile(`${server.url}/upload?ticket=x.y`, bytes)).toMatchObject({
      status: 403,
      body: { need: 'ticket' },
    })
    expect(await postFile(`${server.url}/upload`, bytes)).toMatchObject({ status: 403 })
    const { body } = await phone.call('photo-ticket', {
      photoId: newId(),
      slot: 'avatar',
      sha256: sha256(bytes),
      size: bytes.length,
    })
    const address = `${server.url}${String(body.url)}`
    const form = new FormData()
    form.append('note', 'no file')
    expect((await fetch(address, { method: 'POST', body: form })).status).toBe(400)
    expect(await post(address, '{}')).toMatchObject({ status: 415 })
    expect(
      (
        await fetch(address, {
          method: 'POST',
          body: 'x',
          headers: { 'content-type': 'multipart/form-data; boundary=y' },
        })
      ).status,
    ).toBe(400)
    const many = new FormData()
    for (let i = 0; i < 30; i++) many.append(`f${i}`, 'x')
    many.append('file', new Blob([new Uint8Array(bytes)]), 'x.jpg')
    expect((await fetch(address, { method: 'POST', body: many })).status).toBe(413)
    expect(await postFile(address, bytes, '../../etc/passwd', 'text/html')).toMatchObject({ status: 200 })
  })
})

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(root, name))
    .filter((file) => statSync(file).isFile())
}

describe('the web build', () => {
  const page = async (address: string) => {
    const response = await fetch(`${server.url}${address}`, { headers: { accept: 'text/html' } })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  test.each(['/', '/desk', '/?scene=abc', '/?desk=abc', '/any/path'])(
    '%s is the page, never from a cache',
    async (address) => {
      const { status, headers, text } = await page(address)
      expect([status, text.includes('id="app"')]).toEqual([200, true])
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-frame-options')).toBe('DENY')
      const hash = (await import('node:crypto')).createHash('sha256').update(inline).digest('base64')
      expect(headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}';`)
      expect(headers.get('content-security-policy')).not.toContain("script-src 'self' 'unsafe")
    },
  )

  test('hashed files live a year, others are asked for again; what is missing is not the page', async () => {
    expect((await page('/js/app.1a2b3c4d.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await page('/plain.txt')).headers.get('cache-control')).toBe('no-cache')
    expect((await page('/js/gone.1a2b3c4d.js')).status).toBe(404)
    expect((await page('/api/x')).status).toBe(404)
  })
})

describe('what is written down', () => {
  test('the folder is private, and holds the key once', () => {
    const key = path.join(dataDir, 'master.key')
    expect(statSync(key).mode & 0o777).toBe(0o600)
    expect(readFileSync(key, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
    expect(statSync(path.join(dataDir, 'companion.db')).mode & 0o777).toBe(0o600)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  })

  test('the log names calls, and no token, key, text, or signed address', async () => {
    await phone.call('sync', syncBody(phone.id, [op('t.shop.name', 'CANARY-SHOP')]))
    await phone.upload(await jpegPhoto(60, 40))
    const output = server.output()
    expect(output).toContain('"action":"sync"')
    expect(output).toContain('"route":"/upload"')
    for (const secret of [phone.token, phone.key, 'CANARY', 'ticket=', 'link=', 'Bearer'])
      expect(output).not.toContain(secret)
  })
})

describe('stopping and starting again', () => {
  test('kill -9 in the middle of work: every acknowledged edit and photo is still there', async () => {
    const own = temporaryFolder()
    let program = await runProgram({ DATA_DIR: own.path })
    let writer = await loginPhone(program.url)
    const { key } = writer
    const acknowledged = new Set<string>()
    const photoId = newId()
    expect(await writer.upload(await jpegPhoto(300, 200), photoId)).toMatchObject({ status: 200 })
    for (let round = 0; round < 3; round++) {
      const writing = Array.from({ length: 40 }, async (_, i) => {
        const name = `t.shop.r${round}-${i}`
        const answer = await writer.call('sync', syncBody(writer.id, [op(name, name)])).catch(() => null)
        if (answer?.body.ok === true) acknowledged.add(name)
      })
      await Promise.race(writing)
      await new Promise((resolve) => setTimeout(resolve, 20))
      await program.stop('SIGKILL')
      await Promise.all(writing)
      program = await runProgram({ DATA_DIR: own.path })
      writer = await loginPhone(program.url, key)
    }
    const { body } = await writer.call('sync', syncBody(writer.id))
    const kept = new Set((body as unknown as { patch: { k: string }[] }).patch.map(({ k }) => k))
    expect(acknowledged.size).toBeGreaterThan(0)
    for (const name of acknowledged) expect(kept).toContain(name)
    const link = await writer.call('photo-link', { photoId, variant: 'full' })
    expect((await fetch(`${program.url}${String(link.body.url)}`)).status).toBe(200)
    expect(await program.stop('SIGTERM')).toBe(0)
    own.remove()
  })

  test('a token from before the restart still works', async () => {
    const own = temporaryFolder()
    const first = await runProgram({ DATA_DIR: own.path })
    const { token } = await loginPhone(first.url)
    await first.stop('SIGTERM')
    const second = await runProgram({ DATA_DIR: own.path })
    expect(await post(`${second.url}/api/export-me`, '{}', { authorization: `Bearer ${token}` })).toMatchObject({
      status: 200,
    })
    await second.stop('SIGTERM')
    own.remove()
  })

  test('a taken port, an unusable folder, wrong settings: one sentence each, and exit code 1', async () => {
    const { port } = new URL(server.url)
    const own = temporaryFolder()
    const taken = await runToEnd({ DATA_DIR: own.path, PORT: port })
    expect(taken).toMatchObject({ code: 1, output: expect.stringContaining(`端口 ${port} 已经被占用`) as string })
    const file = path.join(own.path, 'file')
    writeFileSync(file, '')
    const folderless = await runToEnd({ DATA_DIR: path.join(file, 'data') })
    expect(folderless).toMatchObject({ code: 1, output: expect.stringContaining('不能写入') as string })
    const wrong = await runToEnd({ DATA_DIR: own.path, PORT: 'http', LOG_LEVEL: 'loud' })
    expect(wrong.code).toBe(1)
    expect(wrong.output).toMatch(/PORT：[^]*LOG_LEVEL：/)
    for (const { output } of [taken, folderless, wrong]) expect(output).not.toMatch(/\n\s+at /)
    expect(existsSync(path.join(own.path, 'companion.db'))).toBe(true)
    own.remove()
  })
})

describe('limits', () => {
  test('calls a minute, fewer where one could guess; a forwarded address counts only from a trusted proxy', async () => {
    const own = temporaryFolder()
    const env = { DATA_DIR: own.path, RATE_PER_MINUTE: '8', RATE_SENSITIVE_PER_MINUTE: '3' }
    const strict = await runProgram(env)
    const ask = (program: Program, action: string, from: string) =>
      post(`${program.url}/api/${action}`, '{}', { 'x-forwarded-for': from })
    for (let i = 0; i < 3; i++) expect(await ask(strict, 'invite', `10.0.0.${i}`)).toMatchObject({ status: 404 })
    const refused = await ask(strict, 'invite', '10.0.0.9')
    expect(refused).toMatchObject({
      status: 429,
      body: { error: 'rate-limited', retryAfter: expect.any(Number) as number },
    })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await ask(strict, 'desk-open', '10.0.0.9')).toMatchObject({ status: 429 })
    for (let i = 0; i < 8; i++) expect(await ask(strict, 'login', `10.0.1.${i}`)).toMatchObject({ status: 400 })
    expect(await ask(strict, 'export-me', '10.0.1.9')).toMatchObject({ status: 429 })
    expect((await fetch(`${strict.url}/healthz`)).status).toBe(200)
    await strict.stop('SIGTERM')
    const behind = await runProgram({ ...env, TRUST_PROXY: 'loopback' })
    for (let i = 0; i < 9; i++) expect(await ask(behind, 'invite', `10.0.0.${i}`)).toMatchObject({ status: 404 })
    await behind.stop('SIGTERM')
    own.remove()
  })

  test('slow headers are cut off', async () => {
    const { hostname, port } = new URL(server.url)
    const started = Date.now()
    const answer = await raw(hostname, Number(port), 'POST /api/login HTTP/1.1\r\nhost: x\r\n')
    expect(answer).toMatch(/^(HTTP\/1\.1 408|$)/)
    expect(Date.now() - started).toBeLessThan(20_000)
  })
})
