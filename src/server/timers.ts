/**
 * What the function does by itself: deleting what is past its time and what belongs to nobody once a day (uploads
 * that were given up every hour), reminding and closing computers' desks every ten minutes. The first round of each
 * comes soon after the start: a process that is started anew every day would never see its second day.
 */
import type { Core } from './core/action'
import { sweepDesks } from './core/desks'
import { sweepOrphans } from './core/orphans'
import { recountWhenNew } from './core/recount'
import { sendDue } from './core/reminders-due'
import { purge } from './core/retention'
import { sweepPieces } from './core/pieces'
import { sweepTokens } from './core/tokens'

const minuteMs = 60_000
const soonMs = minuteMs
const hourlyMs = 60 * minuteMs
const dailyMs = 1440 * minuteMs
const remindMs = 10 * minuteMs
const sweepMs = 10 * minuteMs

export interface Timers {
  /** No new rounds; settles when the running ones are over. */
  stop(): Promise<void>
}

export function startTimers(core: Core, retentionMs: number): Timers {
  const timers = [
    every(core, 'purge', dailyMs, () => purge(core, retentionMs)),
    every(core, 'orphans', dailyMs, () => sweepOrphans(core)),
    every(core, 'pieces', hourlyMs, () => sweepPieces(core)),
    every(core, 'recount', dailyMs, () => recountWhenNew(core.ports)),
    every(core, 'tokens', dailyMs, () => sweepTokens(core)),
    every(core, 'reminders', remindMs, () => sendDue(core)),
    every(core, 'desks', sweepMs, () => sweepDesks(core.ports)),
  ]
  return {
    async stop() {
      await Promise.all(timers.map((timer) => timer.stop()))
    },
  }
}

/** One round at a time; one that fails is logged, the next comes anyway. */
function every({ ports }: Core, task: string, ms: number, run: () => Promise<unknown>): Timers {
  let running: Promise<unknown> | null = null
  const round = () => {
    running ??= run()
      .catch((error: unknown) => ports.log.error('timer failed', error, { task }))
      .finally(() => {
        running = null
      })
  }
  const first = setTimeout(round, soonMs).unref()
  const timer = setInterval(round, ms).unref()
  return {
    async stop() {
      clearTimeout(first)
      clearInterval(timer)
      await running
    },
  }
}
