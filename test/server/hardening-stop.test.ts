/** Stopping in the middle of work: what was acknowledged is stored, what was taken in is answered, and it ends. */
import { once } from 'node:events'
import http from 'node:http'
import { newId } from './support/core'
import { temporaryFolder } from './support/folders'
import { loginPhone, type Phone } from './support/http-client'
import { jpegPhoto, sha256 } from './support/photos'
import { runProgram, type Program } from './support/program'
import { stopOnSignals } from '../../src/server/stop'
import { until } from '../support/until'

jest.setTimeout(90_000)

const folder = temporaryFolder()
afterAll(() => folder.remove())

interface Writer {
  readonly acknowledged: Map<string, string>
  /** Connections that ended under a request: not acknowledged, and the phone will ask again. */
  cut: number
  /** Anything that is neither. */
  readonly odd: string[]
}

/** One phone that pushes as fast as it is answered, on one kept connection, until there is nobody. */
async function pushUntilGone(url: string, phone: Phone, device: string, writer: Writer): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  for (let i = 0; ; i++) {
    const key = `t.shop.${device}-${i % 40}`
    const value = `${device} ${i}`
    const ops = [{ k: key, v: value, s: `${Date.now()}-${String(i % 10_000).padStart(4, '0')}-${device}` }]
    const body = { p: 1, schema: 1, doc: phone.id, dev: device, ep: null, base: 1_000_000, ops }
    const answer = await push(agent, url, phone.token, JSON.stringify(body))
    if (answer === null) {
      writer.cut++
      break
    }
    if (answer.ok) writer.acknowledged.set(key, value)
    else if (!['clock', 'unavailable'].includes(answer.error)) writer.odd.push(answer.error)
  }
  agent.destroy()
}

interface Answer {
  readonly ok: boolean
  readonly error: string
}
const push = (agent: http.Agent, url: string, token: string, body: string): Promise<Answer | null> =>
  new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const request = http.request(`${url}/api/sync`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('error', () => resolve(null))
      response.on('end', () => resolve(response.complete ? (JSON.parse(text) as Answer) : null))
    })
    request.on('error', () => resolve(null))
    request.end(body)
  })

async function stored(program: Program, key: string): Promise<ReadonlyMap<string, unknown>> {
  const phone = await loginPhone(program.url, key)
  const { body } = await phone.call('sync', {
    p: 1,
    schema: 1,
    doc: phone.id,
    dev: 'device999',
    ep: null,
    base: 0,
    full: true,
    ops: [],
  })
  return new Map((body as unknown as { patch: { k: string; v: unknown }[] }).patch.map(({ k, v }) => [k, v]))
}

test('SIGTERM under 12 phones that push without a pause, three times: nothing acknowledged is missing', async () => {
  let pushes = 0
  for (let round = 0; round < 3; round++) {
    const program = await runProgram({ DATA_DIR: folder.path })
    const phones = await Promise.all(Array.from({ length: 12 }, () => loginPhone(program.url)))
    const writers = phones.map((): Writer => ({ acknowledged: new Map(), cut: 0, odd: [] }))
    const writing = phones.map((phone, i) =>
      pushUntilGone(program.url, phone, `device${round}${String(i).padStart(2, '0')}`, writers[i] as Writer),
    )
    await until('each has pushed', () => writers.every(({ acknowledged }) => acknowledged.size > 3))
    await new Promise((resolve) => setTimeout(resolve, round * 150))
    const started = Date.now()
    const code = await program.stop('SIGTERM')
    expect([code, Date.now() - started < 5000]).toEqual([0, true])
    await Promise.all(writing)
    const again = await runProgram({ DATA_DIR: folder.path })
    for (const [i, phone] of phones.entries()) {
      const kept = await stored(again, phone.key)
      const { acknowledged, odd } = writers[i] as Writer
      expect(odd).toEqual([])
      expect(acknowledged.size).toBeGreaterThan(0)
      pushes += acknowledged.size
      for (const [key, value] of acknowledged) {
        // The one push that was under way may have been stored without its answer.
        const found = String(kept.get(key))
        expect(Number(found.split(' ')[1])).toBeGreaterThanOrEqual(Number(value.split(' ')[1]))
      }
    }
    expect(await again.stop('SIGTERM')).toBe(0)
  }
  expect(pushes).toBeGreaterThan(100)
})

test('an upload that has begun is finished and answered; a new connection finds nobody', async () => {
  const program = await runProgram({ DATA_DIR: folder.path })
  const phone = await loginPhone(program.url)
  const photo = await jpegPhoto(900, 700)
  const photoId = newId()
  const ticket = await phone.call('photo-ticket', {
    photoId,
    slot: 'avatar',
    sha256: sha256(photo),
    size: photo.length,
  })
  const begun = await beginUpload(`${program.url}${String(ticket.body.url)}`, photo)
  const ended = program.stop('SIGTERM')
  const somebody = () => fetch(`${program.url}/healthz`).then(() => true)
  await until('nobody answers', async () => !(await somebody().catch(() => false)))
  const answer = await begun.finish()
  expect(answer).toMatchObject({ status: 200, connection: 'close' })
  expect(await ended).toBe(0)
  const again = await runProgram({ DATA_DIR: folder.path })
  const same = await loginPhone(again.url, phone.key)
  const link = await same.call('photo-link', { photoId, variant: 'full' })
  expect((await fetch(`${again.url}${String(link.body.url)}`)).status).toBe(200)
  await again.stop('SIGTERM')
})

/** Settles when the program has taken the request in and waits for its body. */
async function beginUpload(url: string, photo: Uint8Array) {
  const head = Buffer.from(
    '--b\r\ncontent-disposition: form-data; name="file"; filename="x.jpg"\r\ncontent-type: image/jpeg\r\n\r\n',
  )
  const whole = Buffer.concat([head, photo, Buffer.from('\r\n--b--\r\n')])
  const headers = {
    'content-type': 'multipart/form-data; boundary=b',
    'content-length': whole.length,
    expect: '100-continue',
  }
  const request = http.request(url, { method: 'POST', headers })
  const answered = new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', (response) => {
      response.resume()
      resolve({ status: response.statusCode, connection: response.headers.connection })
    })
  })
  await once(request, 'continue')
  request.write(whole.subarray(0, 2000))
  return {
    finish: () => {
      request.end(whole.subarray(2000))
      return answered
    },
  }
}

test('idle connections that are kept open do not hold it up', async () => {
  const program = await runProgram({ DATA_DIR: folder.path })
  const agent = new http.Agent({ keepAlive: true })
  await Promise.all(Array.from({ length: 20 }, () => push(agent, program.url, 'x'.repeat(43), '{}')))
  const started = Date.now()
  expect(await program.stop('SIGTERM')).toBe(0)
  expect(Date.now() - started).toBeLessThan(3000)
  agent.destroy()
})

describe('the signals', () => {
  const program = () => {
    const listeners: (() => void)[] = []
    const exits: number[] = []
    return {
      exits,
      signal: () => listeners[0]?.(),
      process: {
        on: (_signal: string, listener: () => void) => listeners.push(listener),
        exit: (code: number) => void exits.push(code),
      },
    }
  }
  const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

  test('finished: 0', async () => {
    const { exits, signal, process: fake } = program()
    stopOnSignals({ close: () => later(10) }, fake, 1000)
    signal()
    await later(40)
    expect(exits).toEqual([0])
  })

  test('not finished within the limit, not closable, or told twice: 1', async () => {
    const slow = program()
    stopOnSignals({ close: () => later(200) }, slow.process, 20)
    slow.signal()
    await later(60)
    expect(slow.exits).toEqual([1])
    const broken = program()
    stopOnSignals({ close: () => Promise.reject(new Error('no')) }, broken.process, 1000)
    broken.signal()
    await later(10)
    expect(broken.exits).toEqual([1])
    const twice = program()
    stopOnSignals({ close: () => later(200) }, twice.process, 1000)
    twice.signal()
    twice.signal()
    expect(twice.exits).toEqual([1])
  })
})
