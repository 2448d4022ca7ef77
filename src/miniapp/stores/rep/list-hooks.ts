/** The list as its page reads it. */
import { useCallback, useEffect, useState } from 'react'
import { dayOf, isoOf } from '#domain/calendar'
import { useApp } from '../hooks'
import { useSession } from '../session-hooks'
import { useStoreInFront } from '../while-shown'
import { useAgainInFront, useRep } from './hooks'
import type { MerchantList } from './list'
import type { ListState } from './list-state'

export interface Merchants {
  readonly list: MerchantList
  readonly state: ListState
  /** false: the person is no rep, or no longer. */
  readonly isRep: boolean
}

/** One answer of the function: whoever has scrolled further must not be thrown back to the top. */
const onePage = 30

/** Fetched when the page opens, and when it comes back to the front; what is known is shown at once. */
export function useMerchants(): Merchants {
  const { list } = useRep()
  const { rep } = useSession()
  const state = useStoreInFront(list, (one) => one)
  const isRep = rep !== null
  useEffect(() => {
    if (isRep) void list.open()
  }, [list, isRep])
  const again = useCallback(() => {
    if (isRep && list.getState().rows.length <= onePage) void list.refresh()
  }, [list, isRep])
  useAgainInFront(again)
  return { list, state, isRep }
}

export interface Exporting {
  readonly busy: boolean
  readonly problem: string | null
  readonly run: () => void
}

/** The table of all merchants, as a file for the rep. */
export function useExport(onDone: () => void): Exporting {
  const { device, clock } = useApp()
  const { merchants } = useRep()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setBusy(true)
    setProblem(null)
    const reply = await merchants.table()
    const saved = reply.ok && (await device.saveText(`我的商户-${isoOf(dayOf(clock.now()))}.csv`, reply.csv))
    setBusy(false)
    setProblem(reply.ok ? (saved ? null : '没能保存文件，请再试一次。') : reply.message)
    onDone()
  }
  return {
    busy,
    problem,
    run: () => {
      if (!busy) void save()
    },
  }
}
