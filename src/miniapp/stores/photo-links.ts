/** Links to photos that lie with the function: asked for once, used until shortly before they end. */
import type { Backend, Reply } from '../ports/backend'
import type { Clock } from '../ports/clock'
import type { EntriesStore } from './entries-store'
import { leftOf, type Wait } from './plan'
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

export interface LinkPorts {
  readonly backend: Backend
  readonly clock: Clock
  readonly session: SessionStore
  readonly entries: EntriesStore
}

/** A link must outlive the download that begins with it. */
const marginMs = 20_000
/** Links live 5 minutes at most, whatever the clocks say. */
const longestMs = 300_000

export function createPhotoLinks({ backend, clock, session, entries }: LinkPorts): PhotoLinks {
  const known = new Map<string, PhotoLink & { readonly life: Wait }>()
  const asked = new Map<string, Promise<Reply<PhotoLink>>>()

  async function ask(name: string, photoId: string, variant: PhotoVariant): Promise<Reply<PhotoLink>> {
    const reply = await session.call<PhotoLink>('photo-link', { photoId, variant })
    if (!reply.ok) return reply
    if (!isString(reply.url) || !isNumber(reply.expires)) return strangeReply
    const link = { url: backend.address(reply.url), expires: reply.expires }
    const ms = Math.min(reply.expires - entries.serverTime(), longestMs) - marginMs
    known.set(name, { ...link, life: { since: clock.now(), ms } })
    return { ok: true, ...link }
  }

  return {
    linkOf(photoId, variant) {
      const name = `${photoId}.${variant}`
      const link = known.get(name)
      if (link !== undefined && leftOf(link.life, clock.now()) > 0)
        return Promise.resolve({ ok: true, url: link.url, expires: link.expires })
      const running = asked.get(name) ?? ask(name, photoId, variant).finally(() => asked.delete(name))
      asked.set(name, running)
      return running
    },
    clear: () => known.clear(),
  }
}
