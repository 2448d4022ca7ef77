/** The real function behind the phones, its core over memory: several phones, reps and their codes, and photos. */
import { randomBytes } from 'node:crypto'
import { createMemoryFiles } from '../../../src/server/adapters/memory-files'
import { createMemoryStore } from '../../../src/server/adapters/memory-store'
import { createSecrets } from '../../../src/server/adapters/secrets'
import { createCompanion } from '../../../src/server/core/companion'
import type { Images, Inbox, Ports } from '../../../src/server/core/ports'
import { addRep, newScene, revokeRep } from '../../../src/server/core/reps'
import { defaultCoreSettings } from '../../../src/server/core/settings'
import type { Server } from './wx/network'

/** Pictures pass as they are: what happens to them is tested with the function. */
const images: Images = {
  normalise: async (bytes) => ({ ok: true, full: bytes, thumb: bytes, width: 2000, height: 1414 }),
  watermark: async (jpeg) => jpeg,
  readLicence: async () => null,
}

export function createFunction() {
  const put = new Map<string, Uint8Array>()
  const errors: unknown[] = []
  const inbox: Inbox = {
    path: (ticket) => `inbox/${ticket}.jpg`,
    take: async (path) => {
      const bytes = put.get(path)
      return bytes === undefined ? { ok: false, error: 'not-found' } : { ok: true, bytes }
    },
    remove: async (path) => void put.delete(path),
  }
  const ports: Ports = {
    store: createMemoryStore(),
    files: createMemoryFiles(),
    clock: { now: () => Date.now() },
    secrets: createSecrets(randomBytes(32)),
    images,
    log: { info: () => undefined, error: (event, error) => void errors.push(event, error) },
    // A code of wx.login is the person's own name here.
    // Any picture: the library that draws codes does not run in jsdom.
    codes: { kind: 'qr', draw: async () => ({ ok: true, png: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }) },
    wechat: { exchange: async (code) => ({ ok: true, openid: code }) },
    inbox,
  }
  const companion = createCompanion(ports, defaultCoreSettings)
  return {
    ports,
    /** What the function could not do. */
    errors,
    /** A rep, a code of theirs (22 characters, as a QR code's scene), and the one that makes somebody this rep. */
    async rep(name: string, company: string) {
      const { id, code } = await addRep(ports, { name, company })
      const scene = await newScene(ports, id, '门店')
      if (scene === null) throw new Error('no scene')
      return { scene, claim: code, revoke: () => revokeRep(ports, id) }
    },
    /** The function as one person's phone reaches it. */
    phone: (openid: string): Server => ({
      async call(action, body) {
        const reply = await companion({ via: 'cloud', openid }, action, JSON.parse(JSON.stringify(body)))
        return JSON.parse(JSON.stringify(reply)) as unknown
      },
      upload({ to, file }) {
        put.set(to, file.bytes)
        return {}
      },
    }),
    /** A browser, as the HTTP gateway lets it in. */
    anyone:
      (agent: string) =>
      async (action: string, body: object): Promise<unknown> =>
        JSON.parse(JSON.stringify(await companion({ via: 'cloud', openid: null, agent }, action, body))),
    /** The same over HTTP: who calls is told by the token. */
    http: (): Server => ({
      async call(action, body, token) {
        const reply = await companion({ via: 'token', token }, action, JSON.parse(JSON.stringify(body)))
        return JSON.parse(JSON.stringify(reply)) as unknown
      },
    }),
  }
}
