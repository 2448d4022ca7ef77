import type { FastifyBaseLogger } from 'fastify'
import type { Log } from '../core/ports'
import { currentRequest } from './request-id'

/** The core's events in the server's log, which redacts what it is given (http/logger.ts). */
export const createPinoLog = (logger: FastifyBaseLogger): Log => ({
  info: (event, details) => logger.info({ ...currentRequest(), ...details }, event),
  error: (event, error, details) =>
    logger.error(
      { ...currentRequest(), ...details, ...(error !== null && error !== undefined && { err: error }) },
      event,
    ),
})
