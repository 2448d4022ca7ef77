import type { Identity } from '../../ports/identity'

/** The web version has guests only: the phone's own random key. */
export function createWebIdentity(): Identity {
  return { kind: 'guest', code: async () => null }
}
