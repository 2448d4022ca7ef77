/** Backends for tests: one that says what the test tells it to, and one that runs the real function in memory. */
import type { Backend, Reply, UploadTicket, UploadWatch } from '../../src/miniapp/ports/backend'
import type { Identity } from '../../src/miniapp/ports/identity'
import type { FakeClock } from './ports'

export type AnyReply = Readonly<Record<string, unknown>>
type Answer = AnyReply | ((body: AnyReply, token: string | null) => AnyReply | Promise<AnyReply>)
type UploadAnswer = (ticket: UploadTicket, path: string, watch: UploadWatch) => AnyReply | Promise<AnyReply>

export interface Call {
  readonly action: string
  readonly body: AnyReply
  readonly token: string | null
}

export interface ScriptedBackend extends Backend {
  readonly calls: Call[]
  /** What an action answers from now on. */
  on(action: string, answer: Answer): void
  /** What it answers once, before that. */
  once(action: string, answer: Answer): void
  onUpload(answer: UploadAnswer): void
  count(action: string): number
}

export const noNetwork = { ok: false, error: 'network', message: '现在连不上网，稍后会自动再试。' } as const
/** A reply that never comes. */
export const never = (): Promise<AnyReply> => new Promise(() => undefined)

export const refuse = (error: string, details: object = {}): AnyReply => ({
  ok: false,
  error,
  message: `拒绝：${error}`,
  ...details,
})

export function createScriptedBackend(): ScriptedBackend {
  const calls: Call[] = []
  const standing = new Map<string, Answer>()
  const single = new Map<string, Answer[]>()
  let upload: UploadAnswer = () => noNetwork
  // The wire carries JSON only.
  const wire = <T>(reply: AnyReply) => JSON.parse(JSON.stringify(reply)) as Reply<T>
  return {
    calls,
    on: (action, answer) => void standing.set(action, answer),
    once: (action, answer) => void single.set(action, [...(single.get(action) ?? []), answer]),
    onUpload(answer) {
      upload = answer
    },
    count: (action) => calls.filter((call) => call.action === action).length,
    async call<T>(action: string, given: object, token: string | null) {
      const body = JSON.parse(JSON.stringify(given)) as AnyReply
      calls.push({ action, body, token })
      const answer = single.get(action)?.shift() ?? standing.get(action) ?? noNetwork
      return wire<T>(await (typeof answer === 'function' ? answer(body, token) : answer))
    },
    async upload<T>(ticket: UploadTicket, path: string, watch: UploadWatch) {
      return wire<T>(await upload(ticket, path, watch))
    },
    address: (url) => (url.startsWith('/') ? `https://shop.example${url}` : url),
  }
}

export const guest: Identity = { kind: 'guest', code: async () => null }

type Companion = (
  caller: { readonly via: 'token'; readonly token: string | null },
  action: string,
  body: unknown,
) => Promise<AnyReply>
interface Door {
  upload(ticket: string, read: () => Promise<Uint8Array>): Promise<AnyReply>
}

export interface LoopbackBackend extends Backend {
  /** The next calls do not arrive, or their replies do not. */
  lose: 'nothing' | 'requests' | 'replies'
}

/**
 * The function itself, called without a network. `bytesOf`: what lies at a kept path. Everything passes
 * through JSON, as on the wire.
 */
export function createLoopbackBackend(
  { during }: FakeClock,
  companion: Companion,
  door?: Door,
  bytesOf?: (path: string) => Uint8Array,
): LoopbackBackend {
  const json = <T>(value: unknown) => JSON.parse(JSON.stringify(value)) as T
  return {
    lose: 'nothing',
    address: (url) => `https://shop.example${url}`,
    async call<T>(action: string, body: object, token: string | null) {
      if (this.lose === 'requests') return noNetwork
      const reply = await during(companion({ via: 'token', token }, action, json(body)))
      return this.lose === 'replies' ? noNetwork : json<Reply<T>>(reply)
    },
    async upload<T>(ticket: UploadTicket, path: string, watch: UploadWatch) {
      if (this.lose === 'requests' || door === undefined || bytesOf === undefined) return noNetwork
      watch.onProgress?.(0.5)
      const name = /ticket=([^&]+)/.exec(ticket.url)?.[1] ?? ''
      const reply = await during(door.upload(name, async () => bytesOf(path)))
      return this.lose === 'replies' ? noNetwork : json<Reply<T>>(reply)
    },
  }
}
