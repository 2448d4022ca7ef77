/**
 * What is wrong with a JPEG that came out: every segment is named by ITU-T T.81 table B.1, so that nothing can
 * hide in one or behind the end.
 */
import type { ImageOutcome } from '../../../../src/server/core/ports'
import { canary } from './originals'

/** JFIF header, tables, frames, restarts: what our encoder writes. */
const known = new Set([0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd])
const [scan, end] = [0xda, 0xd9]
const jfifBytes = 16

export function problemsOf(outcome: ImageOutcome): readonly string[] {
  if (!outcome.ok) return []
  const { full, thumb, width, height } = outcome
  const size = width > 0 && height > 0 && width <= 4096 && height <= 4096 ? [] : [`${width}×${height} px`]
  return [...size, ...hiddenIn(Buffer.from(full)), ...hiddenIn(Buffer.from(thumb))]
}

export function hiddenIn(jpeg: Buffer): readonly string[] {
  if (jpeg.includes(canary)) return ['a byte of the metadata']
  if (jpeg.readUInt16BE(0) !== 0xffd8) return ['no JPEG']
  for (let at = 2; at + 4 <= jpeg.length;) {
    if (jpeg[at] !== 0xff) return [`no marker at ${at}`]
    const marker = jpeg[at + 1] ?? 0
    const length = jpeg.readUInt16BE(at + 2)
    if (marker === 0xe0 && length !== jfifBytes) return ['a picture in the JFIF header']
    if (marker === scan) {
      at = afterScan(jpeg, at + 2 + length)
      if (jpeg[at + 1] === end) return at + 2 === jpeg.length ? [] : [`${jpeg.length - at - 2} bytes behind the end`]
    } else if (known.has(marker)) at += 2 + length
    else return [`a segment ${marker.toString(16)}`]
  }
  return ['no end']
}

/** Where the next marker is that is neither a stuffed byte nor a restart. */
function afterScan(jpeg: Buffer, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at >= 0; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return jpeg.length
}
