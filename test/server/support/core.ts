/** The function with everything in memory, a clock that the test moves, and real pictures. */
import { randomBytes } from 'node:crypto'
import { createImages } from '../../../src/server/adapters/images'
import { createMemoryFiles } from '../../../src/server/adapters/memory-files'
import { createMemoryStore } from '../../../src/server/adapters/memory-store'
import { createSecrets } from '../../../src/server/adapters/secrets'
import { createCompanion, createPhotoDoor } from '../../../src/server/core/companion'
import type { Ports } from '../../../src/server/core/ports'
import type { Reply } from '../../../src/server/core/reply'
import type { Caller } from '../../../src/server/core/session'
import { defaultCoreSettings, type CoreSettings } from '../../../src/server/core/settings'

export const startTime = Date.UTC(2026, 10, 21, 8)

export interface LogLine {
  readonly event: string
  readonly details: unknown
}

export interface TestCore {
  readonly ports: Ports
  readonly log: LogLine[]
  advance(ms: number): void
  call(caller: Caller, action: string, body: unknown): Promise<Answer>
  readonly door: ReturnType<typeof createPhotoDoor>
  /** A guest who is logged in. */
  guest(): Promise<Guest>
}

/** A reply as a test reads it. */
export type Answer = Reply & { readonly [member: string]: never }

export interface Guest {
  readonly id: string
  readonly token: string
  readonly key: string
  call(action: string, body?: unknown): Promise<Answer>
  consent(...kinds: string[]): Promise<void>
}

export const anyone: Caller = { via: 'token', token: null }

export function createTestCore(overrides: Partial<Ports> = {}, settings: Partial<CoreSettings> = {}): TestCore {
  let now = startTime
  const log: LogLine[] = []
  const ports: Ports = {
    store: createMemoryStore(),
    files: createMemoryFiles(),
    clock: { now: () => now },
    secrets: createSecrets(new Uint8Array(32).fill(7)),
    images: createImages({ info: () => undefined, error: () => undefined }),
    wechat: null,
    // What is drawn really is looked at in rep-code-image.test.ts, outside jest.
    codes: { kind: 'qr', draw: async (_scene, url) => ({ ok: true, png: Buffer.from(`picture of ${url}`) }) },
    inbox: null,
    log: {
      info: (event, details) => log.push({ event, details }),
      error: (event, error, details) => log.push({ event, details: { ...details, error } }),
    },
    ...overrides,
  }
  const core = { ...defaultCoreSettings, allowGuests: true, publicUrl: 'https://kaitong.example', ...settings }
  const companion = createCompanion(ports, core)
  const call = async (caller: Caller, action: string, body: unknown) =>
    (await companion(caller, action, body)) as Answer
  return {
    ports,
    log,
    call,
    door: createPhotoDoor(ports, core),
    advance: (ms) => {
      now += ms
    },
    guest: () => loginGuest(call),
  }
}

export async function loginGuest(call: TestCore['call'], key = randomBytes(32).toString('hex')): Promise<Guest> {
  const login = await call(anyone, 'login', { provider: 'guest', key })
  const { token, merchant } = login as unknown as { token: string; merchant: { id: string } }
  const guest: Guest = {
    id: merchant.id,
    token,
    key,
    call: (action, body = {}) => call({ via: 'token', token }, action, body),
    async consent(...kinds) {
      for (const kind of kinds) await guest.call('consent', { kind, granted: true, version: '2026-11' })
    },
  }
  return guest
}

export const newId = () => randomBytes(11).toString('hex').slice(0, 22)
