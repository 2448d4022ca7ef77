/** The rep's stores as components read them: made when a rep's page is first opened, by nobody else. */
import { useCallback, useEffect, useState } from 'react'
import { useApp } from '../hooks'
import { repStores, type RepStores } from './rep-stores'

export const useRep = (): RepStores => repStores(useApp())

/** Becoming a rep. A code that is wrong, used or over is one answer of the function: it must not be told apart. */
export function useClaim(onDone: () => void) {
  const { session, device } = useApp()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const claim = useCallback(
    async (code: string) => {
      setBusy(true)
      const reply = await session.claim(code.trim())
      setBusy(false)
      if (reply.ok) {
        device.toast('绑定好了')
        onDone()
      } else
        setProblem(reply.error === 'not-found' ? '这个码不对，或者已经用过、过期了。找公司再要一个。' : reply.message)
    },
    [session, device, onDone],
  )
  return { claim, busy, problem }
}

export interface Asked<T> {
  readonly value: T | null
  /** Why it could not be had, for the person. */
  readonly problem: string | null
  readonly again: () => void
}

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

/** Asks when the page opens, whenever `ask` changes, and again. What is known stays while it is asked again. */
export function useAsked<T>(ask: () => Promise<Answer<T>>): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({ value: null, problem: null })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    void ask().then((answer) => {
      if (gone) return
      setState((before) =>
        answer.ok ? { value: answer.value, problem: null } : { value: before.value, problem: answer.message },
      )
    })
    return () => {
      gone = true
    }
  }, [ask, turn])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  return { ...state, again }
}

/** Asks again whenever the page comes back to the front, as after a look at a photo. */
export function useAgainInFront(again: () => void): void {
  const { usePageLife } = useApp()
  const [shown, setShown] = useState(0)
  usePageLife(
    () => setShown((before) => before + 1),
    () => undefined,
  )
  useEffect(() => {
    if (shown > 1) again()
  }, [shown, again])
}
