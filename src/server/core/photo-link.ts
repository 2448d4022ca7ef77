/** photo-link, and what a link opens. A link is good for 5 minutes and needs no header. */
import { z } from 'zod'
import { action, type Core } from './action'
import { getMerchant } from './merchants'
import { fileKey, variants, type PhotoName, type Variant } from './photo-files'
import { photoIn } from './photo-record'
import { refuse, type Refusal } from './reply'
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
})

export interface PhotoLink {
  readonly url: string
  /** ms */
  readonly expires: number
}

export const photoLink = action(linkBody, async (core, session, { photoId, variant }) => {
  const link = await linkTo(core, session.merchant, photoId, variant)
  return link === null ? refuse('not-found') : { ok: true, ...link }
})

/** null: the merchant has no such photo. */
export async function linkTo(
  core: Core,
  merchant: string,
  photoId: string,
  variant: Variant,
): Promise<PhotoLink | null> {
  const { ports } = core
  const name = await nameOf(core, merchant, photoId)
  if (name === null) return null
  const expires = ports.clock.now() + linkMs
  if (ports.files.link === undefined) {
    return { url: `${photoPath}?link=${seal(ports.secrets, 'link', { merchant, photoId, variant, expires })}`, expires }
  }
  const key = fileKey(ports, name, variant)
  if (variant === 'watermarked') {
    const marked = await bytesOf(core, name, variant)
    if (marked === null) return null
    await ports.files.write(key, marked, merchant)
  }
  return { url: await ports.files.link(key, linkMs / 1000), expires }
}

export type OpenedPhoto = { readonly ok: true; readonly jpeg: Uint8Array; readonly filename: string } | Refusal

export async function openLink(core: Core, link: string): Promise<OpenedPhoto> {
  const { secrets, clock } = core.ports
  const wanted = unseal(secrets, 'link', link, linkSchema)
  if (wanted === null || wanted.expires < clock.now())
    return refuse('not-found', { message: '这个链接已经失效，请重新打开照片。' })
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
  const bytes = await ports.files.read(fileKey(ports, name, variant === 'thumb' ? 'thumb' : 'full'), name.merchant)
  if (bytes === null || variant !== 'watermarked') return bytes
  return ports.images.watermark(bytes, watermarkText(ports.clock.now()))
}

const chinaMs = 8 * 3_600_000

/** `now`: ms. The date is China's. */
export const watermarkText = (now: number): string =>
  `仅供小程序注册认证使用 ${new Date(now + chinaMs).toISOString().slice(0, 10)}`
