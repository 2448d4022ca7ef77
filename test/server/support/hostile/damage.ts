/** Files as a broken line, a broken disk or somebody with a purpose makes them. */
import { crc32 } from 'node:zlib'
import { createRandom } from '../random-json'

/** Cut off after 1 %, 2 % … 99 %. */
export const truncations = (bytes: Buffer): readonly Buffer[] =>
  Array.from({ length: 99 }, (_, i) => bytes.subarray(0, Math.floor((bytes.length * (i + 1)) / 100)))

/** What the type is told by: damaged there, a file goes no further. */
const magic = 12

/**
 * 1 to 16 bits turned over, with every second seed among the headers, where sizes and tables are. The same seed
 * damages the same bits.
 */
export function flipped(bytes: Buffer, seed: number): Buffer {
  const next = createRandom(seed)
  const random = (below: number) => Math.floor(next() * below)
  const damaged = Buffer.from(bytes)
  const within = seed % 2 === 0 ? bytes.length : Math.min(bytes.length, 200)
  for (let left = 1 + random(16); left > 0; left--) {
    const at = magic + random(within - magic)
    damaged[at] = (damaged[at] ?? 0) ^ (1 << random(8))
  }
  return seed % 4 < 2 ? damaged : withChecksums(damaged)
}

const signature = 8
/** A PNG's check sums made right again: otherwise the damage goes no further than them. Others stay as they are. */
function withChecksums(bytes: Buffer): Buffer {
  if (bytes.readUInt32BE(0) !== 0x89504e47) return bytes
  for (let at = signature; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) return bytes
    bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, end)), end)
    at = end + 4
  }
  return bytes
}
