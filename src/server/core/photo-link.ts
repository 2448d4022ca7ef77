/** photo-link, and what a link opens. A link is good for 5 minutes and needs no header. */
import { z } from 'zod'
import { deskAction, type Core } from './action'
import { isOpenFor } from './desks'
import { getMerchant } from './merchants'
import { fileKey, variants, type PhotoName, type Variant } from './photo-files'
import { photoIn } from './photo-record'
import { refuse, type Refusal } from './reply'
import { linkBody } from './schemas'
import type { Session } from './session'
import { seal, unseal } from './signed'
import { linkMs } from './settings'

/** Where the HTTP adapter serves photos. */
export const photoPath = '/photo'

const linkSchema = z.object({
  merchant: z.string(),
  photoId: z.string(),
  variant: z.enum(variants),
  expires: z.number(),
  desk: z.string().optional(),
})

export interface PhotoLink {
  readonly url: string
  /** ms */
  readonly expires: number
}

export const photoLink = deskAction(linkBody, async (core, session, { photoId, variant }) => {
  const link = await linkTo(core, session, photoId, variant)
  return link === null ? refuse('not-found') : { ok: true, ...link }
})

/** Of a link that the store itself answers, which cannot be taken back when the desk is closed. */
const deskLinkMs = 30_000

/** null: the merchant has no such photo. */
export async function linkTo(
  core: Core,
  { merchant, desk }: Session,
  photoId: string,
  variant: Variant,
): Promise<PhotoLink | null> {
  const { ports } = core
  const name = await nameOf(core, merchant, photoId)
  if (name === null) return null
  const ms = desk === undefined ? linkMs : deskLinkMs
  const expires = ports.clock.now() + ms
  if (ports.files.link === undefined) {
    const sealed = seal(ports.secrets, 'link', { merchant, photoId, variant, expires, desk })
    return { url: `${photoPath}?link=${sealed}`, expires }
  }
  const key = fileKey(ports, name, variant)
  if (variant === 'watermarked') {
    const marked = await bytesOf(core, name, variant)
    if (marked === null) return null
    await ports.files.write(key, marked)
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
  const name = await nameOf(core, wanted.merchant, wanted.photoId)
  const jpeg = name === null ? null : await bytesOf(core, name, wanted.variant)
  return jpeg === null ? refuse('not-found') : { ok: true, jpeg, filename: `${wanted.photoId}.jpg` }
}

async function nameOf({ ports }: Core, merchant: string, photoId: string): Promise<PhotoName | null> {
  const record = await getMerchant(ports, merchant)
  const photo = record === null ? null : photoIn(record.doc, photoId)
  return photo === null || photo === 'deleted' ? null : { merchant, photoId, sha256: photo.sha256 }
}

/** The marked copy is drawn anew each time: it carries the day's date. */
async function bytesOf({ ports }: Core, name: PhotoName, variant: Variant): Promise<Uint8Array | null> {
  const bytes = await ports.files.read(fileKey(ports, name, variant === 'thumb' ? 'thumb' : 'full'))
  if (bytes === null || variant !== 'watermarked') return bytes
  return ports.images.watermark(bytes, watermarkText(ports.clock.now()))
}

const chinaMs = 8 * 3_600_000

/** `now`: ms. The date is China's. */
export const watermarkText = (now: number): string =>
  `仅供小程序注册认证使用 ${new Date(now + chinaMs).toISOString().slice(0, 10)}`
