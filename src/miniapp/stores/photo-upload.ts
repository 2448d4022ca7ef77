/** One photo's way to the function: ticket, upload, and the reply that says it is there. */
import type { Licence } from '#domain/licence/licence'
import type { Backend, Reply, UploadTicket, UploadWatch } from '../ports/backend'
import type { Clock } from '../ports/clock'
import type { Files } from '../ports/files'
import { within } from './backoff'
import { sendPieces, type Pace } from './photo-pieces'
import { licenceFrom, type PhotoItem } from './photo-record'
import { noNetwork, strangeReply, type Refusal } from './refusals'
import type { SessionStore } from './session-store'
import { isNumber, isRecord, isString } from './shapes'

export type UploadOutcome =
  | { readonly kind: 'ready'; readonly licence: Licence | null }
  /** Later again; `waitMs`: nothing is to be uploaded before. */
  | { readonly kind: 'again'; readonly refusal: Refusal; readonly waitMs?: number }
  | { readonly kind: 'failed'; readonly error: string; readonly message: string }

export interface UploadPorts {
  readonly backend: Backend
  readonly clock: Clock
  readonly files: Files
  readonly session: SessionStore
}

/** The adapters give up earlier; this is for an app that was suspended in between. */
const uploadMs = 150_000

interface Answer {
  readonly photo?: unknown
}
interface Ticket extends UploadTicket, Answer {
  readonly next?: unknown
}

/** Safe to repeat: the function knows a photo again by its id and sha256. */
export async function uploadPhoto(
  ports: UploadPorts,
  item: PhotoItem,
  watch: UploadWatch,
  pace: Pace,
): Promise<UploadOutcome> {
  const { photoId, slot, sha256, bytes: size } = item
  const path = await ports.files.find(photoId)
  if (path === null) return { kind: 'failed', error: 'lost', message: '手机里找不到这张照片了，请重新拍一张。' }
  const wanted = { photoId, slot, sha256, size, ...(pace.slow(size) && { pieces: true }) }
  const ticket = await ports.session.call<Ticket>('photo-ticket', wanted)
  if (!ticket.ok) return outcomeOf(ticket)
  if (isAbout(ticket, photoId)) return { kind: 'ready', licence: licenceIn(ticket) }
  if (!isTicket(ticket)) return outcomeOf(strangeReply)
  const reply = await send(ports, item, path, ticket, watch, pace)
  if (!reply.ok) return outcomeOf(reply)
  if (isAbout(reply, photoId)) return { kind: 'ready', licence: licenceIn(reply) }
  const commit = await ports.session.call<Answer>('photo-commit', { photoId })
  if (!commit.ok) return outcomeOf(commit)
  return isAbout(commit, photoId) ? { kind: 'ready', licence: licenceIn(commit) } : outcomeOf(strangeReply)
}

/** Whole, or in pieces where the function says where to go on: it does when it was asked to, and after a restart. */
async function send(
  ports: UploadPorts,
  item: PhotoItem,
  path: string,
  { url, fields, expires, next }: Ticket,
  watch: UploadWatch,
  pace: Pace,
): Promise<Reply<Answer>> {
  const { clock, backend } = ports
  const begun = clock.now()
  const from = isNumber(next) ? next : 0
  const reply = isNumber(next)
    ? await sendPieces(ports, item, from, watch)
    : await within(clock, uploadMs, backend.upload<Answer>({ url, fields, expires }, path, watch), noNetwork)
  if (reply.ok || reply.error === 'network') pace.note(reply.ok, item.bytes - from, clock.now() - begun)
  return reply
}

const isAbout = ({ photo }: Answer, photoId: string): boolean => isRecord(photo) && photo.photoId === photoId
const licenceIn = ({ photo }: Answer): Licence | null => licenceFrom(isRecord(photo) ? photo.licence : null)
const isTicket = ({ url, fields, expires }: Readonly<Record<keyof UploadTicket, unknown>>): boolean =>
  isString(url) && isNumber(expires) && isRecord(fields) && Object.values(fields).every(isString)

/** Only these are worth another try; anything else would be refused again. */
const passing = new Set([
  'network',
  'unauthenticated',
  'forbidden',
  'rate-limited',
  'internal',
  'unavailable',
  'storage-full',
  'unprocessable',
])

function outcomeOf(refusal: Refusal): UploadOutcome {
  const { error, message, retryAfter, offset } = refusal
  if (!passing.has(error) && !isNumber(offset)) return { kind: 'failed', error, message }
  return { kind: 'again', refusal, ...(isNumber(retryAfter) && { waitMs: retryAfter * 1_000 }) }
}
