/** The HTTP door around a core in memory: for many quick requests, without a port. */
import type { FastifyInstance } from 'fastify'
import { serveApi } from '../../../src/server/adapters/http/api'
import { createApp } from '../../../src/server/adapters/http/app'
import { createCompanion, createPhotoDoor } from '../../../src/server/core/companion'
import { health } from '../../../src/server/core/health'
import { defaultCoreSettings } from '../../../src/server/core/settings'
import { createTestCore, type TestCore } from './core'

export interface InProcess {
  readonly app: FastifyInstance
  readonly core: TestCore
  post(action: string, body: string | Uint8Array, headers?: Record<string, string>): Promise<InProcessAnswer>
}
export interface InProcessAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

interface Rates {
  readonly perMinute: number
  readonly sensitivePerMinute: number
}
const unlimited: Rates = { perMinute: 100_000_000, sensitivePerMinute: 100_000_000 }

export async function serveInProcess(rates: Rates = unlimited, trustProxy: readonly string[] = []): Promise<InProcess> {
  const app = createApp({ logLevel: 'silent', trustProxy, https: true })
  const limits = { ...defaultCoreSettings.limits, syncsPerMinute: 100_000_000 }
  const core = createTestCore({}, { limits })
  const settings = { ...defaultCoreSettings, limits, allowGuests: true }
  const api = {
    companion: createCompanion(core.ports, settings),
    door: createPhotoDoor(core.ports, settings),
    health: () => health(core.ports),
  }
  await serveApi(app, api, { ...rates, maxUpload: limits.uploadBytes })
  return {
    app,
    core,
    async post(action, body, headers = {}) {
      const payload = typeof body === 'string' ? body : Buffer.from(body)
      const answer = await app.inject({
        method: 'POST',
        url: `/api/${action}`,
        payload,
        headers: { 'content-type': 'application/json', ...headers },
      })
      return { status: answer.statusCode, headers: answer.headers, text: answer.body }
    },
  }
}
