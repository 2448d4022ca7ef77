/**
 * A bad network in front of a real server: requests and replies that are lost, cut short, late or doubled,
 * gateways that answer 502 themselves, and a captive portal that answers 200 with a page.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Chance } from '../support/chance'

export interface FaultyProxy {
  readonly url: string
  /** Where the server is now; null: nowhere, connections break. */
  target: string | null
  /** false: only passes on. */
  bad: boolean
  /** How often each thing happened. */
  readonly counts: ReadonlyMap<string, number>
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

const faults = [
  'passed',
  'request lost',
  'reply lost',
  'reply cut',
  'late',
  'doubled',
  'doubled later',
  '502',
  '500',
  'portal',
] as const
type Fault = (typeof faults)[number]

const portal = '<!DOCTYPE html><html><head><title>WLAN</title></head><body>请先登录无线网络</body></html>'
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export async function createFaultyProxy(chance: Chance): Promise<FaultyProxy> {
  const counts = new Map<string, number>()
  const agent = new http.Agent({ keepAlive: false })
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('error', () => response.destroy())
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const fault: Fault = proxy.bad && chance.yes(0.45) ? chance.pick(faults) : 'passed'
      counts.set(fault, (counts.get(fault) ?? 0) + 1)
      handle(fault, request, Buffer.concat(parts), response).catch(() => response.destroy())
    })
  })
  const forward = (request: http.IncomingMessage, body: Buffer) => ask(agent, proxy.target, request, body)

  async function handle(
    fault: Fault,
    request: http.IncomingMessage,
    body: Buffer,
    response: http.ServerResponse,
  ): Promise<void> {
    if (fault === 'request lost') return void response.destroy()
    if (fault === '502' || fault === '500') return void response.writeHead(Number(fault)).end('Bad Gateway')
    if (fault === 'portal') return void response.writeHead(200, { 'content-type': 'text/html' }).end(portal)
    if (fault === 'late') await pause(chance.below(400))
    if (fault === 'doubled') await forward(request, body)
    const answer = await forward(request, body)
    if (fault === 'doubled later') {
      // Nobody hears what the copy is answered; it only arrives, long after.
      void pause(200 + chance.below(800)).then(() => forward(request, body).catch(() => null))
    }
    if (fault === 'reply lost') return void response.destroy()
    const {
      'content-length': _length,
      'transfer-encoding': _coding,
      connection: _connection,
      ...headers
    } = answer.headers
    response.writeHead(answer.status, { ...headers, 'content-length': answer.body.length })
    if (fault !== 'reply cut') return void response.end(answer.body)
    response.write(answer.body.subarray(0, chance.below(answer.body.length)), () => response.destroy())
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: FaultyProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    target: null,
    bad: true,
    counts,
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return proxy
}

function ask(
  agent: http.Agent,
  target: string | null,
  { url = '/', method = 'POST', headers }: http.IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (target === null) return reject(new Error('the server is down'))
    const { connection: _connection, ...passed } = headers
    const outgoing = http.request(new URL(url, target), { method, headers: passed, agent }, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('error', reject)
      incoming.on('aborted', () => reject(new Error('the server ended')))
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: Buffer.concat(parts) }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
