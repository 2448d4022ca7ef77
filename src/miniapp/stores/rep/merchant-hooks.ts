/** One merchant as their page reads them, and what the rep does there. */
import { useCallback, useState } from 'react'
import { useApp } from '../hooks'
import { useSession } from '../session-hooks'
import { useAsked, useRep, type Asked } from './hooks'
import type { MerchantDetail, Nudge } from './merchant-detail'
import type { Review } from './merchant-calls'

export function useMerchant(id: string): Asked<MerchantDetail> {
  const { merchants } = useRep()
  const isRep = useSession().rep !== null
  const ask = useCallback(async () => {
    const reply = isRep ? await merchants.one(id) : ({ ok: false, message: '' } as const)
    return reply.ok ? { ok: true as const, value: reply.merchant } : reply
  }, [merchants, id, isRep])
  return useAsked(ask)
}

export interface Nudging {
  readonly nudge: Nudge | null
  /** Another one; null: there is only one. */
  readonly onOther: (() => void) | null
}

/** One message after the other, in a circle. */
export function useNudges(nudges: readonly Nudge[]): Nudging {
  const [at, setAt] = useState(0)
  const onOther = useCallback(() => setAt((before) => before + 1), [])
  return { nudge: nudges[at % Math.max(1, nudges.length)] ?? null, onOther: nudges.length > 1 ? onOther : null }
}

export interface Photo {
  /** Absolute; null: not there yet. */
  readonly url: string | null
  readonly problem: string | null
  readonly again: () => void
  readonly busy: boolean
  readonly say: (review: Review) => void
}

/** A shared photo in full, and the rep's word on it. */
export function usePhoto(merchant: string, photoId: string, onSaid: () => void): Photo {
  const { device } = useApp()
  const { merchants } = useRep()
  const ask = useCallback(async () => {
    const reply = await merchants.photo(merchant, photoId, 'full')
    return reply.ok ? { ok: true as const, value: reply.url } : reply
  }, [merchants, merchant, photoId])
  const { value, problem, again } = useAsked(ask)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const say = async (review: Review) => {
    setBusy(true)
    const reply = await merchants.review(merchant, photoId, review)
    setBusy(false)
    setRefused(reply.ok ? null : reply.message)
    if (!reply.ok) return
    device.toast(review.verdict === 'fine' ? '说好了：没问题' : '说好了：他的清单上会写要重拍')
    onSaid()
  }
  return { url: value, problem: refused ?? problem, again, busy, say: (review) => void say(review) }
}
