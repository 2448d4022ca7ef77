/**
 * How often one may call, per address and per token. An address is the connection's, or what a trusted proxy
 * says (TRUST_PROXY): a forwarded address from anybody else counts for nothing. IPv6 counts by /64.
 */
import { hash } from 'node:crypto'
import rateLimit, { type CreateRateLimitOptions } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '../../core/reply'
import { bearer } from './bearer'
import { RefusedError } from './json'

/** Throws RefusedError when it was too often. */
export type Admit = (request: FastifyRequest) => Promise<void>

export interface Rates {
  /** Everything together that comes from one address, and everything that comes with one token. */
  readonly usual: Admit
  /** What could be used to guess. */
  readonly strict: Admit
  /** The health check, which somebody polls; on its own so that it answers when nothing else does. */
  readonly health: Admit
}

/** Addresses and tokens remembered; the longest unseen are forgotten first. */
const remembered = 20_000

export async function createRates(
  app: FastifyInstance,
  { perMinute, sensitivePerMinute }: { readonly perMinute: number; readonly sensitivePerMinute: number },
): Promise<Rates> {
  await app.register(rateLimit, { global: false, cache: remembered, timeWindow: 60_000 })
  const byAddress = limit(app, { max: perMinute })
  const byToken = limit(app, { max: perMinute, keyGenerator: tokenOf })
  return {
    usual: async (request) => {
      await byAddress(request)
      if (bearer(request) !== null) await byToken(request)
    },
    strict: limit(app, { max: sensitivePerMinute }),
    health: limit(app, { max: perMinute }),
  }
}

const tokenOf = (request: FastifyRequest): string => hash('sha256', bearer(request) ?? '')

function limit(app: FastifyInstance, options: CreateRateLimitOptions): Admit {
  const count = app.createRateLimit(options)
  return async (request) => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    throw new RefusedError(refuse('rate-limited', { retryAfter: Math.max(1, counted.ttlInSeconds) }))
  }
}
