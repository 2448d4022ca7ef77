/** A process that looks at pictures and does to itself what the picture says. */
import { serveImages } from '../../../src/server/adapters/image-serve'
import type { ImageOutcome } from '../../../src/server/core/ports'

const jpeg = new Uint8Array([0xff, 0xd8, 0xff])
const never = () => new Promise<never>(() => undefined)
const end = (signal: NodeJS.Signals) => () => {
  process.kill(process.pid, signal)
  return never()
}
const kept: Buffer[] = []
/** 16 MB every few ms, written so that the memory is really taken. */
function grow(): Promise<never> {
  setInterval(() => kept.push(Buffer.alloc(2 ** 24, 1)), 5)
  return never()
}

const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
  good: async () => ({ ok: true, full: jpeg, thumb: jpeg, width: 1, height: 1 }),
  'fat but good': async () => {
    kept.push(Buffer.alloc(2 ** 26, 1))
    return { ok: true, full: jpeg, thumb: jpeg, width: 1, height: 1 }
  },
  crash: end('SIGSEGV'),
  'killed from outside': end('SIGKILL'),
  hang: never,
  grow,
  'no JPEG': async () => ({ ok: true, full: new Uint8Array(3), thumb: jpeg, width: 1, height: 1 }),
  'other members': async () => ({ ok: true, full: jpeg, thumb: jpeg, width: 1, height: 1, more: 1 }),
  pid: async () => ({ name: String(process.pid) }),
  slow: () => new Promise((resolve) => setTimeout(() => resolve({ name: String(process.pid) }), 200)),
  environment: async () => ({ name: Object.keys(process.env).join() }),
  throw: () => Promise.reject(new Error('the work threw')),
}

const deed = <T>(bytes: Uint8Array) => deeds[Buffer.from(bytes).toString()]?.() as Promise<T>

if (process.env.NODE_OPTIONS !== undefined) throw new Error('inherited more than it should')
serveImages(
  {
    normalise: (bytes) => deed<ImageOutcome>(bytes),
    watermark: (bytes) => deed<Uint8Array>(bytes),
    readLicence: (bytes) => deed<{ name: string }>(bytes),
  },
  Number(process.argv[2]),
)
