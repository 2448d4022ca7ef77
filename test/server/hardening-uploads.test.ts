/** Uploads as no phone sends them, to the real program, and what becomes of its processes. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import net from 'node:net'
import { until } from '../support/until'
import { newId } from './support/core'
import { temporaryFolder } from './support/folders'
import { loginPhone, postFile, type Phone } from './support/http-client'
import { jpegPhoto, noisyPhoto } from './support/photos'
import { runProgram, type Program } from './support/program'

jest.setTimeout(120_000)

const folder = temporaryFolder()
let server: Program
let phone: Phone
let photo: Buffer
beforeAll(async () => {
  server = await runProgram({ DATA_DIR: folder.path, RATE_UPLOADS_PER_10_MINUTES: '1000' })
  phone = await loginPhone(server.url)
  photo = await jpegPhoto(300, 200)
})
afterAll(async () => {
  await server.stop('SIGTERM')
  folder.remove()
})

/** Where a photo may be sent to. */
async function ticketFor(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { body } = await phone.call('photo-ticket', { photoId: newId(), slot: 'avatar', sha256, size: bytes.length })
  return String(body.url)
}

const fileHead =
  '--b\r\ncontent-disposition: form-data; name="file"; filename="x.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'
const form = (bytes: Uint8Array) => Buffer.concat([Buffer.from(fileHead), bytes, Buffer.from('\r\n--b--\r\n')])
const head = (address: string, how: string) =>
  `POST ${address} HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\n${how}\r\n\r\n`
const length = (n: number) => `content-length: ${n}`

interface Line {
  readonly socket: net.Socket
  readonly closed: Promise<{ readonly text: string; readonly sent: number; readonly ms: number }>
}
function connect(...send: readonly (string | Uint8Array)[]): Line {
  const { hostname, port } = new URL(server.url)
  const [started, socket] = [Date.now(), net.connect(Number(port), hostname)]
  let text = ''
  for (const each of send) socket.write(each)
  socket.on('data', (chunk) => (text += chunk.toString()))
  socket.on('error', () => undefined)
  const closed = new Promise<{ text: string; sent: number; ms: number }>((resolve) =>
    socket.on('close', () =>
      resolve({ text, sent: socket.bytesWritten - socket.writableLength, ms: Date.now() - started }),
    ),
  )
  return { socket, closed }
}
const lives = async () => expect((await fetch(`${server.url}/healthz`)).status).toBe(200)

describe('lengths that lie', () => {
  test('shorter than what is sent: the photo is cut off there, and the rest is no request', async () => {
    const line = connect(head(await ticketFor(photo), length(400)), form(photo))
    const { text } = await line.closed
    expect(text).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(text).not.toContain('"ok":true')
    await lives()
  })

  test('longer than what is sent: nothing is taken until it is there, and a sender who leaves is forgotten', async () => {
    const line = connect(head(await ticketFor(photo), length(form(photo).length + 5000)), form(photo))
    setTimeout(() => line.socket.end(), 500)
    const { text } = await line.closed
    expect(text).not.toMatch(/"error":"(internal|unavailable)"/)
    await lives()
  })

  test('who leaves in the middle leaves no place taken', async () => {
    for (let i = 0; i < 12; i++) {
      const line = connect(head(await ticketFor(photo), length(100_000)), fileHead, photo)
      setTimeout(() => line.socket.destroy(), 50)
      await line.closed
    }
    expect(await phone.upload(photo)).toMatchObject({ status: 200 })
  })

  test('100 MB are refused at the word, whatever follows', async () => {
    const line = connect(head(await ticketFor(photo), length(100_000_000)), fileHead)
    expect((await line.closed).text).toMatch(/^HTTP\/1\.1 413 [^]*too-large/)
  })

  test('without a length and without an end: read up to the limit, answered, and no further', async () => {
    const line = connect(head(await ticketFor(photo), 'transfer-encoding: chunked'))
    const block = Buffer.alloc(2 ** 16, 'x')
    line.socket.write(`${fileHead.length.toString(16)}\r\n${fileHead}\r\n`)
    const pour = () => {
      while (
        !line.socket.destroyed &&
        line.socket.write(Buffer.concat([Buffer.from('10000\r\n'), block, Buffer.from('\r\n')]))
      );
    }
    line.socket.on('drain', pour)
    pour()
    const { text, sent } = await line.closed
    expect(text).toMatch(/^HTTP\/1\.1 413 [^]*too-large/)
    // 8 MB, and what lies in the buffers of both sides.
    expect(sent).toBeLessThan(24 * 2 ** 20)
    await lives()
  })
})

describe('forms', () => {
  const parts = (n: number, part: (i: number) => string) =>
    Buffer.from(Array.from({ length: n }, (_, i) => part(i)).join(''))
  const field = (i: number) => `--b\r\ncontent-disposition: form-data; name="f${i}"\r\n\r\nx\r\n`
  const send = async (body: Buffer) => {
    const line = connect(head(await ticketFor(photo), `${length(body.length)}\r\nconnection: close`), body)
    return (await line.closed).text
  }

  test('1,000 parts before the file', async () => {
    expect(await send(Buffer.concat([parts(1000, field), form(photo)]))).toMatch(/^HTTP\/1\.1 413 /)
    await lives()
  })

  test('1,000 files', async () => {
    const file = () => `${fileHead}x\r\n`
    expect(await send(Buffer.concat([parts(1000, file), Buffer.from('--b--\r\n')]))).toMatch(/^HTTP\/1\.1 4\d\d /)
    await lives()
  })

  test.each([
    ['1,000 headers of a part', `--b\r\n${'x-y: z\r\n'.repeat(1000)}\r\nx\r\n--b--\r\n`],
    ['a header of 100 KB', `--b\r\nx: ${'y'.repeat(100_000)}\r\n\r\nx\r\n--b--\r\n`],
    ['a field of 100 KB', `--b\r\ncontent-disposition: form-data; name="f"\r\n\r\n${'x'.repeat(100_000)}\r\n--b--\r\n`],
    ['no end', `${fileHead}x`],
    ['another boundary', '--c\r\n\r\nx\r\n--c--\r\n'],
    ['zero bytes', ''],
    ['a file of zero bytes', `${fileHead}\r\n--b--\r\n`],
  ])('%s', async (_name, body) => {
    expect(await send(Buffer.from(body))).toMatch(/^HTTP\/1\.1 4\d\d /)
    await lives()
  })

  test('a PNG that is called .jpg is what it is', async () => {
    const png = await (await import('sharp')).default(photo).png().toBuffer()
    expect(await postFile(`${server.url}${await ticketFor(png)}`, png, 'x.jpg', 'image/jpeg')).toMatchObject({
      status: 200,
    })
    expect(
      await postFile(`${server.url}${await ticketFor(photo)}`, photo, '../../x.svg', 'image/svg+xml'),
    ).toMatchObject({ status: 200 })
  })
})

test('bodies that drip are cut off, one address gets 8 at once, and others go on meanwhile', async () => {
  const address = await ticketFor(photo)
  const slow = Array.from({ length: 12 }, () => connect(head(address, length(100_000)), fileHead))
  const drip = setInterval(() => slow.forEach(({ socket }) => socket.write('x')), 500)
  const ended: string[] = []
  for (const { closed } of slow) void closed.then(({ text }) => ended.push(text))
  // Whose turn it was not is told so, long before the others are cut off.
  await until('4 ended', () => ended.length === 4)
  for (const text of ended) expect(text).toMatch(/^HTTP\/1\.1 503 [^]*"error":"unavailable"/)
  const another = await postFile(`${server.url}${address}`, photo)
  expect(another).toMatchObject({ status: 503, body: { error: 'unavailable', retryAfter: 5 } })
  await lives()
  await until('12 ended', () => ended.length === 12)
  clearInterval(drip)
  expect(ended.slice(4)).toEqual(Array.from({ length: 8 }, () => ''))
  expect(await postFile(`${server.url}${address}`, photo)).toMatchObject({ status: 200 })
})

/** The processes that look at pictures. */
const helpers = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isHelper(pid))
function isHelper(pid: number): boolean {
  try {
    const ours = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(server.imageProcess)
    return ours && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false // it has just ended
  }
}

const onLinux = process.platform === 'linux' ? test : test.skip
onLinux(
  'killed pictures harm nobody: unavailable, then it works; they end with the server, however that ends',
  async () => {
    expect(await phone.upload(photo)).toMatchObject({ status: 200 })
    const heavy = await noisyPhoto(2600, 2000, 60)
    const killing = setInterval(() => helpers().forEach((pid) => process.kill(pid, 'SIGKILL')), 20)
    const killed = await phone.upload(heavy)
    clearInterval(killing)
    expect(killed).toMatchObject({ status: 503, body: { error: 'unavailable' } })
    expect(server.output()).toContain('image process lost')
    expect(await phone.upload(photo)).toMatchObject({ status: 200 })
    expect(helpers().length).toBeGreaterThan(0)
    await server.stop('SIGKILL')
    await until('no image process is left', () => helpers().length === 0)
    server = await runProgram({ DATA_DIR: folder.path })
  },
)
