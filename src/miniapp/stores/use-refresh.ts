/** Pulling a page down: a sync now, and one sentence on how it went. */
import { useCallback } from 'react'
import type { Clock } from '../ports/clock'
import { useApp } from './hooks'
import type { SyncState } from './sync-engine'

/** ms: whoever pulls does not wait longer; the sync itself goes on. */
const longestMs = 8_000

function sentenceOf({ status, message }: SyncState): string {
  if (status === 'idle') return '已经是最新的'
  if (status === 'off') return '没开云端备份，都在这部手机里'
  if (status === 'offline') return '现在连不上网，填的都在手机里'
  return message ?? '还在同步，好了会自动更新'
}

const atMost = (clock: Clock, work: Promise<void>) =>
  new Promise<void>((resolve) => {
    const cancel = clock.after(longestMs, resolve)
    void work
      .catch(() => undefined)
      .then(() => {
        // the engine has put what happened into its state
        cancel()
        resolve()
      })
  })

/** `stop` ends the platform's spinner; it is called whatever happens. */
export function useRefresh(stop: () => void): () => void {
  const { sync, clock, device } = useApp()
  return useCallback(() => {
    void atMost(clock, sync.syncNow()).then(() => {
      stop()
      device.toast(sentenceOf(sync.getState()))
    })
  }, [sync, clock, device, stop])
}
