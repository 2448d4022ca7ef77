/** The real function, two processes of it on one store, and a line to it that behaves as badly as it is told to. */
import { createHash } from 'node:crypto'
import { createMemoryKeys } from '../../../src/server/adapters/memory-keys'
import { createMemoryStore } from '../../../src/server/adapters/memory-store'
import { createMerchantKeys } from '../../../src/server/adapters/merchant-keys'
import { createQrCodes } from '../../../src/server/adapters/qr-codes'
import { createSealedFiles } from '../../../src/server/adapters/sealed-files'
import { createSecrets } from '../../../src/server/adapters/secrets'
import { createCompanion, createPhotoDoor } from '../../../src/server/core/companion'
import { fileKey } from '../../../src/server/core/photo-files'
import { livePhotos, photoIn } from '../../../src/server/core/photo-record'
import { sweepPieces } from '../../../src/server/core/pieces'
import type { Ports } from '../../../src/server/core/ports'
import type { MerchantRecord } from '../../../src/server/core/records'
import { defaultCoreSettings } from '../../../src/server/core/settings'
import type { FakeClock } from '../../support/ports'
import { watchedFiles } from '../../support/watched-files'

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The photo at a path: some are one piece, some are five. */
export function jpegAt(path: string): Uint8Array {
  const seed = Number.parseInt(sha256(Buffer.from(path)).slice(0, 8), 16)
  return Buffer.from(`jpeg of ${path} `.repeat(1000 + (seed % 25_000)))
}

const masterKey = new Uint8Array(32).fill(7)
const limits = { ...defaultCoreSettings.limits, uploadsPer10Minutes: 100_000, syncsPerMinute: 100_000 }
const settings = { ...defaultCoreSettings, limits }

export interface Fn {
  readonly ports: Ports
  /** What went wrong inside. */
  readonly failures: unknown[]
  /** How often each action has answered, by its outcome. */
  readonly answered: Map<string, number>
  /** Any process; what it only remembers is lost with `restart`. */
  process(): Process
  restart(): void
  /** Every login ends. */
  forgetTokens(): Promise<void>
  /** The merchant's photos that can be read back: photo id -> hash of what is read. */
  readable(merchant: string): Promise<ReadonlyMap<string, string>>
  has(merchant: string, photoId: string): Promise<boolean>
  /** Names of all stored files. */
  fileNames(): readonly string[]
  sweep(): Promise<void>
}
interface Process {
  readonly companion: ReturnType<typeof createCompanion>
  readonly door: ReturnType<typeof createPhotoDoor>
}

export function createFunction(clock: FakeClock): Fn {
  const { files, names } = watchedFiles()
  const failures: unknown[] = []
  const answered = new Map<string, number>()
  const ports: Ports = {
    store: createMemoryStore(),
    files: createSealedFiles(files, createMerchantKeys(createMemoryKeys(), masterKey), masterKey),
    clock,
    secrets: createSecrets(masterKey),
    images: {
      normalise: async (bytes) => ({ ok: true, full: bytes, thumb: bytes.slice(0, 4), width: 1600, height: 1200 }),
      watermark: async (jpeg) => jpeg,
      readLicence: async () => null,
    },
    codes: createQrCodes(),
    wechat: { exchange: async (code) => ({ ok: true, openid: code }) },
    inbox: null,
    log: { info: () => undefined, error: (_event, error) => failures.push(error) },
  }
  const boot = (): Process => {
    const companion = createCompanion(ports, settings)
    return {
      door: createPhotoDoor(ports, settings),
      async companion(caller, action, body) {
        const reply = await companion(caller, action, body)
        const what = `${action}: ${reply.ok ? 'ok' : String(reply.error)}`
        answered.set(what, (answered.get(what) ?? 0) + 1)
        return reply
      },
    }
  }
  let [one, two] = [boot(), boot()]
  const docOf = async (merchant: string) => (await ports.store.get<MerchantRecord>('merchants', merchant))?.value.doc
  return {
    ports,
    failures,
    answered,
    process() {
      ;[one, two] = [two, one]
      return one
    },
    restart() {
      ;[one, two] = [boot(), boot()]
    },
    async forgetTokens() {
      for (const { id } of await ports.store.list('tokens', { limit: 500 })) await ports.store.remove('tokens', id)
    },
    async readable(merchant) {
      const doc = await docOf(merchant)
      const found = new Map<string, string>()
      for (const { photoId, photo } of doc === undefined ? [] : livePhotos(doc)) {
        const bytes = await ports.files.read(
          fileKey(ports, { merchant, photoId, sha256: photo.sha256 }, 'full'),
          merchant,
        )
        if (bytes !== null) found.set(photoId, sha256(bytes))
      }
      return found
    },
    async has(merchant, photoId) {
      const doc = await docOf(merchant)
      const photo = doc === undefined ? null : photoIn(doc, photoId)
      return photo !== null && photo !== 'deleted'
    },
    fileNames: () => [...names],
    sweep: () => sweepPieces({ ports, settings }),
  }
}
