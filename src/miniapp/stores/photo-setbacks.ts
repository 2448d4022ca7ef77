/** Failed uploads, and when each is due again. */
import type { Clock } from '../ports/clock'
import { backoffMs } from './backoff'
import { leftOf, type Wait } from './plan'
import type { UploadOutcome } from './photo-upload'

type Again = UploadOutcome & { readonly kind: 'again' }
type Failed = UploadOutcome & { readonly kind: 'failed' }

export interface Setbacks {
  /** null: it is tried again. */
  note(photoId: string, again: Again): Failed | null
  /** ms until its next try; 0: now. */
  leftFor(photoId: string): number
  /** Every one is due now, except where the function has asked to wait. */
  forgive(): void
  forget(photoId: string): void
  problemOf(photoId: string): string | null
}

interface Setback {
  readonly failures: number
  readonly wait: Wait
  readonly message: string
}

/** A file can be damaged on its way; after this many times it is the photo itself. */
const maxUnreadable = 3

export function createSetbacks(clock: Clock): Setbacks {
  const setbacks = new Map<string, Setback>()
  let told: Wait = { since: 0, ms: 0 }
  return {
    note(photoId, { refusal: { error, message }, waitMs }) {
      const failures = (setbacks.get(photoId)?.failures ?? 0) + 1
      if (error === 'unprocessable' && failures >= maxUnreadable) return { kind: 'failed', error, message }
      if (waitMs !== undefined) told = { since: clock.now(), ms: waitMs }
      setbacks.set(photoId, { failures, wait: { since: clock.now(), ms: backoffMs(failures, clock) }, message })
      return null
    },
    leftFor: (photoId) => Math.max(leftOf(told, clock.now()), leftOf(setbacks.get(photoId)?.wait ?? told, clock.now())),
    forgive() {
      for (const [photoId, setback] of setbacks) setbacks.set(photoId, { ...setback, wait: { since: 0, ms: 0 } })
    },
    forget: (photoId) => void setbacks.delete(photoId),
    problemOf: (photoId) => setbacks.get(photoId)?.message ?? null,
  }
}
