/**
 * Photos that come in pieces, for links on which a whole upload would not end in time. What has arrived lies in
 * quarantine, sealed like everything else, and is known to the store: any process takes the next piece, and
 * the phone goes on where it stopped. Where phones use the inbox there are none (core/ports.ts).
 */
import type { Core } from './action'
import { everyOf } from './every'
import { getMerchant } from './merchants'
import type { PieceRecord } from './records'
import { refuse, type Refusal, type Reply } from './reply'
import { update } from './update'
import { acceptUpload, verdictOn, type Announced } from './uploads'

/** Every piece but the last: 128 KB as base64. */
export const pieceBytes = 96 * 1024
/** After its last piece a photo waits that long for the next. */
const keptMs = 86_400_000
/** Of one merchant at once: two for each of several phones. */
const maxOpen = 8

const idOf = ({ merchant, photoId }: Pick<Announced, 'merchant' | 'photoId'>) => `${merchant}.${photoId}`

const keyOf = ({ ports }: Core, { merchant, photoId, sha256 }: Announced, offset: number): string =>
  `quarantine/${ports.secrets.sha256(`${merchant}.${photoId}.${sha256}`)}/${offset}`

const noTicket = (): Refusal => refuse('forbidden', { need: 'ticket', message: '上传凭证已经失效，正在重新上传。' })

/** Where the next piece begins; null: this photo does not come in pieces. `wanted`: it may begin to. */
export async function openPieces(core: Core, announced: Announced, size: number, wanted: boolean) {
  const { store, inbox, clock } = core.ports
  if (inbox !== null) return null
  const stored = await store.get<PieceRecord>('pieces', idOf(announced))
  const open = stored !== null && stored.value.expires >= clock.now() ? stored.value : null
  if (open?.sha256 === announced.sha256 && open.size === size) return open.received
  if (!wanted) return null
  if (stored !== null) await drop(core, stored.value)
  await makeRoom(core, announced.merchant)
  const record: PieceRecord = { ...announced, size, received: 0, expires: clock.now() + keptMs }
  await store.put<PieceRecord>('pieces', idOf(announced), record, 0)
  return 0
}

/** The one that was left alone the longest goes. */
async function makeRoom(core: Core, merchant: string): Promise<void> {
  const open = (await piecesOf(core, merchant)).sort((a, b) => a.expires - b.expires)
  for (const oldest of open.slice(0, Math.max(0, open.length - maxOpen + 1))) await drop(core, oldest)
}

interface Piece {
  readonly offset: number
  readonly bytes: Uint8Array
}

/** One piece. Sent again, or out of turn: `conflict` with the offset to go on from. */
export async function acceptPiece(core: Core, merchant: string, photoId: string, piece: Piece): Promise<Reply> {
  const record = await openOf(core, merchant, photoId)
  if (record === null) return noTicket()
  const owner = await getMerchant(core.ports, merchant)
  if (owner === null) return refuse('unauthenticated')
  const verdict = verdictOn(core, owner, record, record.size)
  if (verdict === null) return keepPiece(core, record, piece)
  if (verdict.ok) return { ok: true, next: record.size }
  await drop(core, record)
  return verdict
}

/** The file first; that it counts is one step of the record. */
async function keepPiece(core: Core, record: PieceRecord, { offset, bytes }: Piece): Promise<Reply> {
  const { store, files, clock } = core.ports
  const { size, received, merchant } = record
  if (offset !== received) return refuse('conflict', { offset: received })
  if (bytes.length !== Math.min(pieceBytes, size - offset)) return refuse('bad-request')
  await files.write(keyOf(core, record, offset), bytes, merchant)
  const next = offset + bytes.length
  const reply = await update<PieceRecord, Reply>(store, 'pieces', idOf(record), (kept) =>
    kept.received === offset && kept.sha256 === record.sha256
      ? { put: { ...kept, received: next, expires: clock.now() + keptMs }, result: { ok: true, next } }
      : { result: refuse('conflict', { offset: kept.received }) },
  )
  return reply ?? noTicket()
}

/** All pieces as one upload. null: none are here. */
export async function collectPieces(core: Core, merchant: string, photoId: string): Promise<Reply | null> {
  const record = await openOf(core, merchant, photoId)
  if (record === null) return null
  if (record.received < record.size) return refuse('conflict', { offset: record.received })
  const bytes = await joined(core, record)
  // Somebody else's commit has just taken them; or a disk has lost one, and the phone begins again.
  if (bytes === null && (await openOf(core, merchant, photoId)) === null) return null
  const reply = bytes === null ? noTicket() : await acceptUpload(core, record, bytes)
  // Too many at once: they may stay, the phone will ask again.
  if (reply.ok || reply.error !== 'rate-limited') await drop(core, record)
  return reply
}

async function joined(core: Core, record: PieceRecord): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  for (const offset of offsetsOf(record)) {
    const piece = await core.ports.files.read(keyOf(core, record, offset), record.merchant)
    if (piece === null) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

async function openOf({ ports }: Core, merchant: string, photoId: string): Promise<PieceRecord | null> {
  const stored = await ports.store.get<PieceRecord>('pieces', idOf({ merchant, photoId }))
  return stored === null || stored.value.expires < ports.clock.now() ? null : stored.value
}

const offsetsOf = ({ size }: PieceRecord): readonly number[] =>
  Array.from({ length: Math.ceil(size / pieceBytes) }, (_, i) => i * pieceBytes)

/** Files first: what is in quarantine is always known to the store. */
async function drop(core: Core, record: PieceRecord): Promise<void> {
  for (const offset of offsetsOf(record)) await core.ports.files.remove(keyOf(core, record, offset))
  await core.ports.store.remove('pieces', idOf(record))
}

async function piecesOf({ ports }: Core, merchant: string): Promise<PieceRecord[]> {
  const where = { field: 'merchant', equals: merchant }
  return (await ports.store.list<PieceRecord>('pieces', { where, limit: 500 })).map(({ value }) => value)
}

export async function dropPieces(core: Core, merchant: string): Promise<void> {
  for (const record of await piecesOf(core, merchant)) await drop(core, record)
}

/** Where everything lies that has arrived. */
export async function* pieceKeys(core: Core): AsyncGenerator<string> {
  for await (const { value } of everyOf<PieceRecord>(core.ports.store, 'pieces'))
    for (const offset of offsetsOf(value)) yield keyOf(core, value, offset)
}

/** What was begun and left alone. */
export async function sweepPieces(core: Core): Promise<void> {
  const now = core.ports.clock.now()
  for await (const { value } of everyOf<PieceRecord>(core.ports.store, 'pieces'))
    if (value.expires < now) await drop(core, value)
}
