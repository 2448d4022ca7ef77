import { refuse, type Refusal } from '../../core/reply'

/** A refusal on its way through the framework. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  constructor(readonly refusal: Refusal) {
    super(refusal.error)
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Throws RefusedError for bad UTF-8 and bad JSON. How deep the value is, the core checks. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body))
  } catch {
    throw new RefusedError(refuse('bad-request'))
  }
}
