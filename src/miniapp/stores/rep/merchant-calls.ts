/** What a rep asks the function about their merchants. */
import type { Backend, Reply } from '../../ports/backend'
import { strangeReply } from '../refusals'
import type { SessionStore } from '../session-store'
import { isNumber, isString } from '../shapes'
import { detailFrom, type MerchantDetail } from './merchant-detail'
import { countsFrom, rowsFrom, type MerchantPage } from './merchant-row'
import type { Question } from './question'

export interface Review {
  readonly verdict: 'fine' | 'retake'
  /** Why it is to be taken again. */
  readonly reason?: string
}

export interface MerchantCalls {
  page(question: Question, cursor: string | null): Promise<Reply<MerchantPage>>
  one(id: string): Promise<Reply<{ readonly merchant: MerchantDetail }>>
  /** Only the rep reads it. */
  note(id: string, text: string): Promise<Reply<object>>
  review(id: string, photoId: string, review: Review): Promise<Reply<object>>
  /** An address that opens without a header, for five minutes. */
  photo(id: string, photoId: string, variant: 'full' | 'thumb'): Promise<Reply<{ readonly url: string }>>
  /** Everything that is shared, as CSV for Excel. */
  table(): Promise<Reply<{ readonly csv: string }>>
}

type Unknown = Readonly<Record<string, unknown>>

export function createMerchantCalls(
  session: Pick<SessionStore, 'call'>,
  backend: Pick<Backend, 'address'>,
): MerchantCalls {
  return {
    async page({ filter, sort, search }, cursor) {
      const words = search.trim()
      const reply = await session.call<Unknown>('rep-merchants', {
        ...(filter === 'all' ? {} : { filter }),
        sort,
        ...(words === '' ? {} : { search: words }),
        ...(cursor === null ? {} : { cursor }),
      })
      if (!reply.ok) return reply
      const { items, next, total, counts } = reply as Unknown
      if (!Array.isArray(items)) return strangeReply
      return {
        ok: true,
        rows: rowsFrom(items),
        next: isString(next) ? next : null,
        total: isNumber(total) ? total : null,
        counts: countsFrom(counts),
      }
    },
    async one(id) {
      const reply = await session.call<Unknown>('rep-merchant', { id })
      if (!reply.ok) return reply
      const merchant = detailFrom(reply)
      return merchant === null ? strangeReply : { ok: true, merchant }
    },
    note: (id, text) => session.call('rep-note', { id, text }),
    review: (id, photoId, review) => session.call('rep-review', { id, photoId, ...review }),
    async photo(id, photoId, variant) {
      const reply = await session.call<{ url?: unknown }>('photo-link', { id, photoId, variant })
      if (!reply.ok) return reply
      return isString(reply.url) ? { ok: true, url: backend.address(reply.url) } : strangeReply
    },
    async table() {
      const pages: string[] = []
      for (let cursor: string | null = null; ;) {
        const reply: Reply<Unknown> = await session.call('rep-export', cursor === null ? {} : { cursor })
        if (!reply.ok) return reply
        const { csv, next }: Unknown = reply
        if (!isString(csv)) return strangeReply
        pages.push(csv)
        if (!isString(next)) return { ok: true, csv: pages.join('') }
        cursor = next
      }
    },
  }
}
