import type { FastifyBaseLogger } from 'fastify'
import type { Log } from '../core/ports'

/** The core's events in the server's log. */
export const createPinoLog = (logger: FastifyBaseLogger): Log => ({
  info: (event, details) => logger.info({ ...details }, event),
  error: (event, error, details) => logger.error({ ...details, err: error }, event),
})
