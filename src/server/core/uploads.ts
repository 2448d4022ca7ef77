/** From the bytes that arrived to a photo that the merchant can see. */
import { keyOf } from '#domain/entries'
import type { Licence } from '#domain/licence/licence'
import { putOwn } from '#sync/doc'
import { maxEntries } from '#sync/protocol'
import type { Core } from './action'
import { consented } from './consented'
import { changeMerchant } from './merchants'
import { fileKey, removeFiles } from './photo-files'
import { livePhotos, photoIn, photoReply, photoValue, takenBack, type PhotoRecord } from './photo-record'
import { Unavailable, type ImageOutcome, type Ports } from './ports'
import type { MerchantRecord } from './records'
import { refuse, type Refusal, type Reply } from './reply'
import { recent, waitFor } from './window'

/** What a ticket allows: this file, for this photo of this merchant. */
export interface Announced {
  readonly merchant: string
  readonly photoId: string
  readonly slot: string
  readonly sha256: string
}

/** Stored already: the first result counts. */
interface Earlier {
  readonly ok: true
  readonly photo: PhotoRecord
}
export type Verdict = Refusal | Earlier | null

const uploadSpanMs = 600_000
/** The slot whose photo carries the registry's QR code. */
const licenceSlot = 'business-licence'

/** Whether the photo may come in; null: it may. Asked at the ticket, at the upload, and when it is stored. */
export function verdictOn({ settings }: Core, merchant: MerchantRecord, announced: Announced, bytes: number): Verdict {
  const { doc } = merchant
  const { photoId, slot, sha256 } = announced
  if (!consented(merchant, 'documents'))
    return refuse('forbidden', { need: 'documents', message: '同意保存证件照片以后，才会上传。' })
  if (takenBack(doc, slot, photoId)) return refuse('not-found', { message: '这张照片已经删除了。' })
  const earlier = photoIn(doc, photoId)
  if (earlier !== null && earlier !== 'deleted') {
    return earlier.sha256 === sha256
      ? { ok: true, photo: earlier }
      : refuse('conflict', { message: '这个编号已经有另一张照片了，请重新拍。' })
  }
  const live = livePhotos(doc)
  const total = live.reduce((sum, { photo }) => sum + photo.bytes, bytes)
  const { photos, photoBytes } = settings.limits
  if (live.length >= photos || total > photoBytes || doc.entries.length >= maxEntries) return refuse('quota')
  return null
}

/** Seconds to wait before the next upload, or null. */
export const uploadWait = ({ settings }: Core, { uploads }: MerchantRecord, now: number): number | null =>
  waitFor(recent(uploads, now, uploadSpanMs), now, settings.limits.uploadsPer10Minutes, uploadSpanMs)

/** Checks, cleans and stores one photo. Repeating it answers with the first result. */
export async function acceptUpload(core: Core, announced: Announced, bytes: Uint8Array): Promise<Reply> {
  const { ports, settings } = core
  if (bytes.length > settings.limits.uploadBytes)
    return refuse('too-large', { message: '照片太大，请用压缩后的照片。' })
  const admitted = await admit(core, announced, bytes.length)
  if (admitted !== null) return answer(announced, admitted)
  if (ports.secrets.sha256(bytes) !== announced.sha256) {
    return refuse('unprocessable', { message: '照片在路上损坏了，正在重新上传。' })
  }
  const image = await ports.images.normalise(bytes)
  if (!image.ok) return refuse(image.error)
  const licence = announced.slot === licenceSlot ? await readLicence(ports, image.full) : null
  return answer(announced, await store(core, announced, image, licence))
}

/** The QR code never errs and costs nothing; print is recognised only where it says nothing. */
const readLicence = async ({ images, recogniser }: Ports, jpeg: Uint8Array): Promise<Licence | null> =>
  (await images.readLicence(jpeg)) ?? (await recogniser?.read(jpeg)) ?? null

const answer = ({ photoId }: Announced, verdict: Refusal | Earlier): Reply =>
  verdict.ok ? { ok: true, photo: photoReply(photoId, verdict.photo) } : verdict

/** Counts the upload, before any work is done for it. */
async function admit(core: Core, announced: Announced, bytes: number): Promise<Verdict> {
  const verdict = await changeMerchant<{ readonly is: Verdict }>(core.ports, announced.merchant, (merchant, now) => {
    const is = verdictOn(core, merchant, announced, bytes)
    if (is !== null) return { result: { is } }
    const wait = uploadWait(core, merchant, now)
    if (wait !== null) return { result: { is: refuse('rate-limited', { retryAfter: wait }) } }
    return {
      put: { ...merchant, uploads: [...recent(merchant.uploads, now, uploadSpanMs), now] },
      result: { is: null },
    }
  })
  return verdict === null ? refuse('not-found') : verdict.is
}

/** Files first, the entry last: what has an entry has its files. */
async function store(
  core: Core,
  announced: Announced,
  image: ImageOutcome & { readonly ok: true },
  licence: Licence | null,
): Promise<Refusal | Earlier> {
  const { ports } = core
  const photo = recordOf(core, announced, image, licence)
  await ports.files.write(fileKey(ports, announced, 'thumb'), image.thumb, announced.merchant)
  await ports.files.write(fileKey(ports, announced, 'full'), image.full, announced.merchant)
  await readBack(core, announced, photo)
  const stored = await changeMerchant<Refusal | Earlier>(ports, announced.merchant, (merchant, now) => {
    const verdict = verdictOn(core, merchant, announced, photo.bytes)
    if (verdict !== null) return { result: verdict }
    const doc = putOwn(merchant.doc, keyOf.photoVerdict(announced.photoId), photoValue(photo), now)
    return { put: { ...merchant, doc }, result: { ok: true, photo } }
  })
  if (stored?.ok !== true) await removeFiles(ports, announced)
  // Erased meanwhile: what was just written has made a key again.
  if (stored === null) await ports.files.forget?.(announced.merchant)
  return stored ?? refuse('not-found')
}

/** Nobody is told that a photo is there before it could be read. */
async function readBack({ ports }: Core, announced: Announced, { stored }: PhotoRecord): Promise<void> {
  const kept = await ports.files.read(fileKey(ports, announced, 'full'), announced.merchant)
  if (kept === null || ports.secrets.sha256(kept) !== stored)
    throw new Unavailable('a file that was just written cannot be read back')
}

const recordOf = (
  { ports }: Core,
  { slot, sha256 }: Announced,
  { full, width, height }: ImageOutcome & { readonly ok: true },
  licence: Licence | null,
): PhotoRecord => ({
  state: 'ok',
  slot,
  sha256,
  w: width,
  h: height,
  bytes: full.length,
  stored: ports.secrets.sha256(full),
  ...(licence !== null && { licence }),
})
