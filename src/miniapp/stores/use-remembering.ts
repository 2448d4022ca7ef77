/** A deadline on this phone: into its calendar, as a message, and what was done of both. */
import { useCallback, useState } from 'react'
import type { Deadline } from '#domain/clocks'
import { progress } from '#domain/progress'
import { messageAt } from '#domain/reminder-moment'
import { calendarEvent, calendarNote, inCalendar, type InCalendar } from './calendar'
import { useApp, useEntries } from './hooks'
import { reminderOf } from './reminders'
import { dateWords } from './words'

export type InMessages =
  /** WeChat may be asked; it was asked, and the day is known or not yet; it cannot be asked here and now. */
  'open' | 'asked' | 'planned' | 'none'

export interface Remembering {
  readonly calendar: InCalendar
  readonly message: InMessages
  /** 「11 月 27 日」; null: not known. */
  readonly messageDay: string | null
  /** Both within a tap. */
  toCalendar(): Promise<void>
  asMessage(): Promise<void>
}

export function useRemembering(deadline: Deadline): Remembering {
  const app = useApp()
  const entries = useEntries()
  const now = app.clock.now()
  const asked = reminderOf(entries, deadline)
  const can = app.reminders.offered() && messageAt(deadline, now) !== null
  return {
    calendar: inCalendar(entries, deadline),
    message: asked === null ? (can ? 'open' : 'none') : asked.at === null ? 'asked' : 'planned',
    messageDay: asked === null || asked.at === null ? null : dateWords(asked.at, now),
    toCalendar: () => toCalendar(app, deadline),
    asMessage: () => asMessage(app, deadline),
  }
}

type App = ReturnType<typeof useApp>

async function toCalendar({ device, entries }: App, deadline: Deadline): Promise<void> {
  const outcome = await device.addToCalendar(calendarEvent(deadline))
  if (outcome === 'dismissed') return
  if (outcome === 'refused') return toSettings(device, '还不能写日历', '到设置里打开「添加到日历」，回来再点一次。')
  if (outcome === 'none') return device.toast('这台手机写不进日历，这里也会提醒你')
  const { key, text } = calendarNote(deadline)
  entries.set(key, text)
  device.toast(outcome === 'file' ? '下载好了，点开就加进日历' : '记到日历了')
}

async function asMessage({ device, reminders, clock }: App, deadline: Deadline): Promise<void> {
  const outcome = await reminders.ask(deadline)
  if (outcome.ok) {
    const day = outcome.at === null ? '联网后就会安排' : `${dateWords(outcome.at, clock.now())}提醒你`
    return device.toast(day)
  }
  if (outcome.error === 'declined') return device.toast(outcome.message)
  if (outcome.error === 'none') return device.toast('现在问不了微信，先记到日历吧')
  await toSettings(device, '微信提醒没打开', '到设置的「订阅消息」里打开，回来再点一次。不打开也行，这里会提醒你。')
}

async function toSettings(device: App['device'], title: string, text: string): Promise<void> {
  if (await device.confirm({ title, text, yes: '去设置', no: '先不用' })) device.openSettings()
}

export interface StartedClock {
  /** The clock that a tick has just started. */
  readonly deadline: Deadline | null
  /** false: it does not run, because what it leads to is done already. */
  start(guide: string, clock: string): boolean
  clear(): void
}

export function useStartedClock(): StartedClock {
  const { content, entries, clock } = useApp()
  const [deadline, setDeadline] = useState<Deadline | null>(null)
  const start = useCallback(
    (guide: string, id: string) => {
      const { deadlines } = progress(content, entries.getState().entries, clock.now())
      const found = deadlines.find((one) => one.id === `${guide}.${id}` && !one.passed) ?? null
      setDeadline(found)
      return found !== null
    },
    [content, entries, clock],
  )
  const clear = useCallback(() => setDeadline(null), [])
  return { deadline, start, clear }
}
