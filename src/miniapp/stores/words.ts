/** Small sentences that several pages say: dates, time left, where a step is done, what comes next. */
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'
import { dayOf } from '#domain/calendar'
import { nearnessOf, type Deadline } from '#domain/clocks'
import type { Step } from '#domain/content/types'
import type { NextAction } from '#domain/progress'

dayjs.extend(utc)

const dayMs = 86_400_000
const hour = 3_600_000

/** A moment on the clocks of China, whatever zone the phone is set to. */
const inChina = (ms: number) => dayjs(ms).utcOffset(8)

/** 「12 月 3 日」 in China, with the year when it is not this year's. The blanks never break. */
export function dateWords(ms: number, now: number): string {
  const at = inChina(ms)
  const thisYear = at.year() === inChina(now).year()
  return at.format(`${thisYear ? '' : 'YYYY\u00a0年\u00a0'}M\u00a0月\u00a0D\u00a0日`)
}

/** 「周四」 */
const weekdayWords = (ms: number): string => `周${'日一二三四五六'[inChina(ms).day()] ?? ''}`

/** 「12 月 3 日周四 15:00」, of a working day 「12 月 3 日周四」; 「约」 in front while holidays are not announced. */
export function dayWords({ clock, endsMs, approximate }: Deadline, now: number): string {
  const day = `${approximate ? '约\u00a0' : ''}${dateWords(endsMs, now)}${weekdayWords(endsMs)}`
  return clock.unit === 'workday' ? day : `${day}\u00a0${timeWords(endsMs)}`
}

/** 「12 月 3 日前」, 「15:00 前」. */
export const beforeWords = (day: string): string => `${day}${/\d$/.test(day) ? '\u00a0' : ''}前`

/** 「9:05」 in China. */
export const timeWords = (ms: number): string => inChina(ms).format('H:mm')

/** 「明天 10:20」 today and tomorrow, the date otherwise. Of a working day the hour says nothing. */
function whenWords({ clock, endsMs }: Deadline, now: number): string {
  const ahead = dayOf(endsMs) - dayOf(now)
  if (ahead > 1) return dateWords(endsMs, now)
  const near = ahead === 0 ? '今天' : '明天'
  if (clock.unit === 'workday') return near
  return `${near} ${timeWords(endsMs)}`
}

export interface DeadlineWords {
  readonly figure: string
  readonly unit: string
  readonly when: string
  readonly what: string
  readonly sub: string
  readonly urgent: boolean
}

/** A deadline as its card says it: days, under 24 hours in hours, passed with what to do. */
export function deadlineWords(deadline: Deadline, now: number): DeadlineWords {
  const { clock, endsMs } = deadline
  const nearness = nearnessOf(deadline, now)
  const urgent = clock.kind === 'deadline' && (nearness === 'today' || nearness === 'passed')
  if (nearness === 'passed')
    return { ...lateWords(endsMs, now), when: passedWords[clock.kind], what: clock.title, sub: clock.remedy, urgent }
  const about = deadline.approximate ? '约\u00a0' : ''
  const day = `${about}${whenWords(deadline, now)}`
  const when = clock.kind === 'wait' ? `${day}，` : beforeWords(day)
  return { ...leftWords(deadline, now), when, what: clock.title, sub: clock.consequence, urgent }
}

const passedWords = { deadline: '已过期，', wait: '日子到了，' } as const

/** Days by the calendar; within 24 hours hours, but for a working day just 「今天」. */
function leftWords({ clock, endsMs }: Deadline, now: number): { readonly figure: string; readonly unit: string } {
  const days = dayOf(endsMs) - dayOf(now)
  if (clock.unit === 'workday') return { figure: days === 0 ? '今' : String(days), unit: '天' }
  if (clock.unit !== 'hour' && endsMs - now >= dayMs) return { figure: String(days), unit: '天' }
  return { figure: String(Math.max(1, Math.floor((endsMs - now) / hour))), unit: '小时' }
}

function lateWords(endsMs: number, now: number): { readonly figure: string; readonly unit: string } {
  const days = dayOf(now) - dayOf(endsMs)
  if (days > 0) return { figure: String(days), unit: '天前' }
  return { figure: String(Math.max(1, Math.floor((now - endsMs) / hour))), unit: '小时前' }
}

/** 「30–300」; one figure when both are the same. */
export const yuanWords = (min: number, max: number): string => (min === max ? String(min) : `${min}–${max}`)

export const deviceWords: Record<Step['device'], { readonly icon: string; readonly words: string }> = {
  computer: { icon: 'computer', words: '电脑上做' },
  phone: { icon: 'phone', words: '手机上做' },
  both: { icon: 'computer', words: '电脑和手机' },
}

const verbs = { photo: '拍', text: '填', confirm: '确认' } as const

/** The words of the one next button. */
export function nextWords(next: NextAction): string {
  if (next.kind === 'questions') return '接着回答问题'
  if (next.kind === 'not-eligible') return '先看这里'
  if (next.kind === 'finish') return '全办好了，去看看'
  if (next.kind === 'material') return `${verbs[next.material.group]}${next.material.title}`
  return next.step.waiting ? next.step.waiting.done : `继续：${next.step.title}`
}
