/** Small sentences that several pages say: dates, time left, where a step is done, what comes next. */
import dayjs from 'dayjs'
import type { Deadline } from '#domain/clocks'
import type { Step } from '#domain/content/types'
import type { NextAction } from '#domain/progress'

const day = 86_400_000
const hour = 3_600_000

/** 「12 月 3 日」 in the phone's own time, with the year when it is not this year's. The blanks never break. */
export function dateWords(ms: number, now: number): string {
  const at = dayjs(ms)
  const words = at.format('M\u00a0月\u00a0D\u00a0日')
  return at.isSame(now, 'year') ? words : `${at.format('YYYY\u00a0年')}\u00a0${words}`
}

/** 「明天 10:20」 today and tomorrow, the date otherwise. */
function whenWords(ms: number, now: number): string {
  const at = dayjs(ms)
  const ahead = at.startOf('day').diff(dayjs(now).startOf('day'), 'day')
  if (ahead > 1) return dateWords(ms, now)
  return `${ahead === 0 ? '今天' : '明天'} ${at.format('H:mm')}`
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
  const left = endsMs - now
  if (left <= 0) {
    const late = Math.max(1, Math.floor(-left / day))
    return {
      figure: String(late),
      unit: '天前',
      when: '已过期，',
      what: clock.title,
      sub: clock.remedy,
      urgent: clock.kind === 'deadline',
    }
  }
  const about = deadline.approximate ? '大约 ' : ''
  const soon = left < day
  const figure = soon ? Math.max(1, Math.floor(left / hour)) : Math.ceil(left / day)
  const when = clock.kind === 'wait' ? `${about}${whenWords(endsMs, now)}，` : `${about}${whenWords(endsMs, now)}前`
  return {
    figure: String(figure),
    unit: soon ? '小时' : '天',
    when,
    what: clock.title,
    sub: clock.consequence,
    urgent: soon && clock.kind === 'deadline',
  }
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
