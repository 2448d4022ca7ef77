import type { FastifyRequest } from 'fastify'

/** The token of `Authorization: Bearer …`; null: none, or none that could be ours. */
export const bearer = ({ headers }: Pick<FastifyRequest, 'headers'>): string | null =>
  /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(headers.authorization ?? '')?.[1] ?? null
