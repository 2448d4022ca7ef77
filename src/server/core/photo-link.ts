/** photo-link, and what a link opens. A link is good for 5 minutes and needs no header. */
import { z } from 'zod'
import { dayOf, isoOf } from '#domain/calendar'
import { action, type Action, type Core } from './action'
import { isOpenFor } from './desks'
import { getMerchant } from './merchants'
import { fileKey, variants, type PhotoName, type Variant } from './photo-files'
import { photoIn } from './photo-record'
import { noPhotos, repAction, sharedMerchant, sharesPhotos } from './rep-role'
import { refuse, type Refusal, type Reply } from './reply'
import { linkBody } from './schemas'
import { seal, unseal } from './signed'
import { linkMs } from './settings'

/** Where the HTTP adapter serves photos. */
export const photoPath = '/photo'

const linkSchema = z.object({
  merchant: z.string(),
  photoId: z.string(),
  variant: z.enum(variants),
  expires: z.number(),
  /** The rep for whom it was made: it opens only while the merchant shares with them. */
  rep: z.string().optional(),
  /** The computer, likewise. */
  desk: z.string().optional(),
})

export interface PhotoLink {
  readonly url: string
  /** ms */
  readonly expires: number
}

/**
 * {photoId, variant}: the caller's own photo, also for a computer that acts for the caller. With `id`, a rep
 * asks for one of a merchant who shares photos; no computer does that for them.
 */
export const photoLink: Action = {
  open: false,
  desks: true,
  run: (core, call, body) =>
    (call.session?.desk === undefined && typeof body === 'object' && body !== null && 'id' in body
      ? ofMerchant
      : own
    ).run(core, call, body),
}

const own = action(linkBody, async (core, session, { photoId, variant }) =>
  answer(await linkTo(core, session, photoId, variant)),
)

const ofMerchant = repAction(
  'photo-link',
  linkBody.required(),
  async (core, role, { id, photoId, variant }) => {
    const merchant = await sharedMerchant(core, role.id, id)
    if (merchant === null) return refuse('not-found')
    if (!sharesPhotos(merchant, role.id)) return noPhotos()
    return answer(await linkTo(core, { merchant: id, rep: role.id }, photoId, variant))
  },
  ({ id, photoId }) => ({ merchant: id, photo: photoId }),
)

const answer = (link: PhotoLink | null): Reply => (link === null ? refuse('not-found') : { ok: true, ...link })

/** For whom a link is: the merchant alone, or somebody who may look only as long as they are let in. */
interface Viewer {
  readonly merchant: string
  readonly desk?: string
  readonly rep?: string
}

/** Of a link that the store itself answers, which cannot be taken back when the desk is closed. */
const deskLinkMs = 30_000

/** null: the merchant has no such photo. */
export async function linkTo(
  core: Core,
  { merchant, desk, rep }: Viewer,
  photoId: string,
  variant: Variant,
): Promise<PhotoLink | null> {
  const { ports } = core
  const name = await nameOf(core, merchant, photoId)
  if (name === null) return null
  const ms = desk === undefined ? linkMs : deskLinkMs
  const expires = ports.clock.now() + ms
  if (ports.files.link === undefined) {
    const claim = {
      merchant,
      photoId,
      variant,
      expires,
      ...(rep !== undefined && { rep }),
      ...(desk !== undefined && { desk }),
    }
    return { url: `${photoPath}?link=${seal(ports.secrets, 'link', claim)}`, expires }
  }
  const key = fileKey(ports, name, variant)
  if (variant === 'watermarked') {
    const marked = await bytesOf(core, name, variant)
    if (marked === null) return null
    await ports.files.write(key, marked, merchant)
  }
  return { url: await ports.files.link(key, ms / 1000), expires }
}

export type OpenedPhoto = { readonly ok: true; readonly jpeg: Uint8Array; readonly filename: string } | Refusal

export async function openLink(core: Core, link: string): Promise<OpenedPhoto> {
  const { secrets, clock } = core.ports
  const wanted = unseal(secrets, 'link', link, linkSchema)
  if (wanted === null || wanted.expires < clock.now())
    return refuse('not-found', { message: '这个链接已经失效，请重新打开照片。' })
  if (wanted.desk !== undefined && !(await isOpenFor(core.ports, wanted.desk, wanted.merchant)))
    return refuse('not-found', { message: '电脑已经断开，请用手机再扫一次。' })
  const name = await nameOf(core, wanted.merchant, wanted.photoId, wanted.rep)
  const jpeg = name === null ? null : await bytesOf(core, name, wanted.variant)
  return jpeg === null ? refuse('not-found') : { ok: true, jpeg, filename: `${wanted.photoId}.jpg` }
}

/** `rep`: only while the merchant shares photos with them. */
async function nameOf({ ports }: Core, merchant: string, photoId: string, rep?: string): Promise<PhotoName | null> {
  const record = await getMerchant(ports, merchant)
  if (record !== null && rep !== undefined && !sharesPhotos(record, rep)) return null
  const photo = record === null ? null : photoIn(record.doc, photoId)
  return photo === null || photo === 'deleted' ? null : { merchant, photoId, sha256: photo.sha256 }
}

/** The marked copy is drawn anew each time: it carries the day's date. */
async function bytesOf({ ports }: Core, name: PhotoName, variant: Variant): Promise<Uint8Array | null> {
  const bytes = await ports.files.read(fileKey(ports, name, variant === 'thumb' ? 'thumb' : 'full'), name.merchant)
  if (bytes === null || variant !== 'watermarked') return bytes
  return ports.images.watermark(bytes, watermarkText(ports.clock.now()))
}

/** `now`: ms. The date is China's. */
export const watermarkText = (now: number): string => `仅供小程序注册认证使用 ${isoOf(dayOf(now))}`
