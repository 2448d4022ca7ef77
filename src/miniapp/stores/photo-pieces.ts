/** A photo's way over a slow link: piece by piece, from where the function stands; and what counts as slow. */
import type { Reply, UploadWatch } from '../ports/backend'
import type { Files } from '../ports/files'
import { cancelled, noSuchPhoto } from './refusals'
import type { SessionStore } from './session-store'
import { isNumber } from './shapes'

/** Characters of base64 in one request; of bytes three quarters as many (server/core/pieces.ts). */
const pieceLength = 128 * 1024

export interface PiecePorts {
  readonly files: Pick<Files, 'base64'>
  readonly session: Pick<SessionStore, 'call'>
}

interface Told {
  readonly next?: unknown
}

/** `from`, `size`: bytes. Settles with ok when the function has every piece. */
export async function sendPieces(
  { files, session }: PiecePorts,
  { photoId, bytes: size }: { readonly photoId: string; readonly bytes: number },
  from: number,
  { onProgress, signal }: UploadWatch,
): Promise<Reply<object>> {
  const text = await files.base64(photoId)
  if (text === null) return noSuchPhoto
  for (let offset = from; offset < size;) {
    onProgress?.(offset / size)
    if (signal?.aborted === true) return cancelled
    const at = (offset / 3) * 4
    const data = text.slice(at, at + pieceLength)
    const reply = await session.call<Told>('photo-chunk', { photoId, offset, data })
    // Refused with an offset: it has more than we knew, or less.
    const next = reply.ok ? reply.next : reply.offset
    if (!isNumber(next) || next === offset) return reply
    offset = next
  }
  onProgress?.(1)
  return { ok: true }
}

export interface Pace {
  /** A plain upload of so many bytes would probably not end before it times out. */
  slow(bytes: number): boolean
  /** What was just sent, or failed to arrive, in so many ms. */
  note(arrived: boolean, bytes: number, ms: number): void
}

/** The platforms give an upload 60 s. */
const tooLongMs = 30_000
const timedOutMs = 50_000

export function createPace(): Pace {
  let bytesPerMs = Infinity
  return {
    slow: (bytes) => bytes / bytesPerMs > tooLongMs,
    note(arrived, bytes, ms) {
      if (arrived) bytesPerMs = bytes / Math.max(1, ms)
      else if (ms > timedOutMs) bytesPerMs = 0
    },
  }
}
