/** The stores as components read them. */
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { keyOf, type Entries, type Value } from '#domain/entries'
import { progress, type Progress } from '#domain/progress'
import type { QuestionId } from '#domain/content/types'
import type { DraftPhoto } from './draft-photos'
import type { EntriesStore } from './entries-store'
import { useApp, useFront, useStoreInFront } from './while-shown'

export { useApp }

export const useEntries = (): Entries => useStoreInFront(useApp().entries, (state) => state.entries)

const minute = 60_000

/** Now, to the minute: enough for days and hours, and the same object for everything in between. */
export function useMinute(): number {
  const { clock } = useApp()
  const front = useFront()
  const [now, setNow] = useState(() => Math.floor(clock.now() / minute))
  useEffect(() => {
    const look = () => setNow(Math.floor(clock.now() / minute))
    const offs = [clock.after(minute, () => front.inFront() && look()), front.subscribe(look)]
    return () => offs.forEach((off) => off())
  }, [clock, front, now])
  return now * minute
}

const latest: { entries: Entries | null; now: number; value: Progress | null } = { entries: null, now: 0, value: null }

/** Every page on the stack asks for the same thing: it is worked out once for all. */
export function useProgress(): Progress {
  const { content } = useApp()
  const entries = useEntries()
  const now = useMinute()
  return useMemo(() => {
    if (latest.entries === entries && latest.now === now && latest.value) return latest.value
    const value = progress(content, entries, now)
    Object.assign(latest, { entries, now, value })
    return value
  }, [content, entries, now])
}

export interface Edits {
  answer(question: QuestionId, option: string): void
  confirm(material: string, on: boolean): void
  tick(guide: string, step: string, on: boolean): void
  /** null takes it back. Local texts never leave this phone. */
  text(material: string, field: string, text: string | null, local?: boolean): void
}

export function useEdits(): Edits {
  const { entries } = useApp()
  return useMemo(() => editsOf(entries), [entries])
}

function editsOf(entries: EntriesStore): Edits {
  const put = (key: string, value: Value) => void entries.set(key, value)
  return {
    answer: (question, option) => put(keyOf.answer(question), option),
    confirm: (material, on) => put(keyOf.confirmed(material), on ? true : null),
    tick: (guide, step, on) => put(keyOf.ticked(guide, step), on ? entries.serverTime() : null),
    text: (material, field, text, local = false) =>
      put(local ? keyOf.local(material, field) : keyOf.text(material, field), text === '' ? null : text),
  }
}

export const useDraftPhoto = (): DraftPhoto | null => useStore(useApp().drafts, (state) => state.draft)

/** Edits refused, lost or unable to be kept: what the person should hear about. */
export function useTroubles() {
  const { entries } = useApp()
  const conflicts = useStore(entries, (state) => state.conflicts)
  const rejected = useStore(entries, (state) => state.rejected)
  const storageFull = useStore(entries, (state) => state.storageFull)
  const damaged = useStore(entries, (state) => state.damaged)
  return { conflicts, rejected, storageFull, damaged }
}
