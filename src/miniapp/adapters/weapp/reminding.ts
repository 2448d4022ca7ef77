/** The phone's calendar and one-time messages: both only within a tap, both may be refused by the person. */
import Taro from '@tarojs/taro'
import type { CalendarEvent, CalendarOutcome } from '../../ports/device'

const secondMs = 1000

const failureOf = (error: unknown): { readonly errMsg: string; readonly errCode: unknown } => {
  const { errMsg, errCode } = error as { readonly errMsg?: unknown; readonly errCode?: unknown }
  return { errMsg: typeof errMsg === 'string' ? errMsg : '', errCode }
}

/** WeChat takes one alarm. Its words for a refusal differ by phone: auth deny, permission denied, privacy. */
export async function addToCalendar(event: CalendarEvent): Promise<CalendarOutcome> {
  try {
    await Taro.addPhoneCalendar({
      title: event.title,
      startTime: Math.round(event.startMs / secondMs),
      // Documented as a number; Taro's types still say text, as WeChat's once did.
      endTime: Math.round(event.endMs / secondMs) as unknown as string,
      description: event.note,
      alarm: true,
      alarmOffset: Math.round((event.alarmsMs.slice(-1)[0] ?? 0) / secondMs),
    })
    return 'added'
  } catch (error) {
    const { errMsg } = failureOf(error)
    if (/cancel/i.test(errMsg)) return 'dismissed'
    return /deny|denied|auth|permission|privacy/i.test(errMsg) ? 'refused' : 'none'
  }
}

const switchedOff = 20004

/** Nothing may be awaited before it: WeChat wants the tap itself. */
export async function askForMessage(template: string): Promise<'accepted' | 'refused' | 'off' | 'none'> {
  try {
    const options = { tmplIds: [template] } as Parameters<typeof Taro.requestSubscribeMessage>[0]
    const reply: object = await Taro.requestSubscribeMessage(options)
    const answer: unknown = Object.entries(reply).find(([id]) => id === template)?.[1]
    if (typeof answer === 'string' && answer.startsWith('accept')) return 'accepted'
    return answer === 'reject' ? 'refused' : 'none'
  } catch (error) {
    return failureOf(error).errCode === switchedOff ? 'off' : 'none'
  }
}
