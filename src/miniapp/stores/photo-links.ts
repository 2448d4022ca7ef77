/** Links to photos that lie with the function: asked for once, used until shortly before they end. */
import type { Backend, Reply } from '../ports/backend'
import type { EntriesStore } from './entries-store'
import { strangeReply } from './refusals'
import type { SessionStore } from './session-store'
import { isNumber, isString } from './shapes'

export type PhotoVariant = 'full' | 'thumb' | 'watermarked'

export interface PhotoLink {
  /** Absolute; needs no header. */
  readonly url: string
  /** ms by the function's clock. */
  readonly expires: number
}

export interface PhotoLinks {
  linkOf(photoId: string, variant: PhotoVariant): Promise<Reply<PhotoLink>>
  clear(): void
}

/** A link must outlive the download that begins with it. */
const marginMs = 20_000

export function createPhotoLinks(backend: Backend, session: SessionStore, entries: EntriesStore): PhotoLinks {
  const known = new Map<string, PhotoLink>()
  const asked = new Map<string, Promise<Reply<PhotoLink>>>()

  async function ask(name: string, photoId: string, variant: PhotoVariant): Promise<Reply<PhotoLink>> {
    const reply = await session.call<PhotoLink>('photo-link', { photoId, variant })
    if (!reply.ok) return reply
    if (!isString(reply.url) || !isNumber(reply.expires)) return strangeReply
    const link = { url: backend.address(reply.url), expires: reply.expires }
    known.set(name, link)
    return { ok: true, ...link }
  }

  return {
    linkOf(photoId, variant) {
      const name = `${photoId}.${variant}`
      const link = known.get(name)
      if (link !== undefined && link.expires - marginMs > entries.serverTime())
        return Promise.resolve({ ok: true, ...link })
      const running = asked.get(name) ?? ask(name, photoId, variant).finally(() => asked.delete(name))
      asked.set(name, running)
      return running
    },
    clear: () => known.clear(),
  }
}
