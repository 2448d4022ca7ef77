/** The phone's calendar and WeChat's question, with `wx` as its documentation and people's reports describe it. */
const calls: { readonly name: string; readonly options: unknown }[] = []
let answer: () => unknown = () => ({})
const asked = (name: string) => async (options: unknown) => {
  calls.push({ name, options })
  return answer()
}
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    addPhoneCalendar: (options: unknown) => asked('addPhoneCalendar')(options),
    requestSubscribeMessage: (options: unknown) => asked('requestSubscribeMessage')(options),
  },
}))
import { addToCalendar, askForMessage } from '../../src/miniapp/adapters/weapp/reminding'

const template = 'T'.repeat(43)
const event = {
  id: 'g.c',
  title: '从对公账户打款',
  startMs: 1_800_000_000_499,
  endMs: 1_800_001_800_000,
  alarmsMs: [3 * 86_400_000, 86_400_000],
  note: '超过 10 天没打到，注册就失败。',
}
const fails = (failure: object) => {
  answer = () => {
    throw failure
  }
}
beforeEach(() => {
  calls.length = 0
  answer = () => ({})
})

test('the calendar gets whole seconds and one alarm, the last', async () => {
  expect(await addToCalendar(event)).toBe('added')
  expect(calls).toEqual([
    {
      name: 'addPhoneCalendar',
      options: {
        title: event.title,
        startTime: 1_800_000_000,
        endTime: 1_800_001_800,
        description: event.note,
        alarm: true,
        alarmOffset: 86_400,
      },
    },
  ])
})

test.each([
  ['addPhoneCalendar:fail auth deny', 'refused'],
  ['addPhoneCalendar:fail:auth denied', 'refused'],
  ['addPhoneCalendar:fail system permission denied', 'refused'],
  ['addPhoneCalendar:fail privacy permission is not authorized', 'refused'],
  ['addPhoneCalendar:fail cancel', 'dismissed'],
  ['addPhoneCalendar:fail not support', 'none'],
])('%s: %s', async (errMsg, expected) => {
  fails({ errMsg })
  expect(await addToCalendar(event)).toBe(expected)
})

test('no such interface on an old phone', async () => {
  fails(new TypeError('addPhoneCalendar is not a function'))
  expect(await addToCalendar(event)).toBe('none')
})

test.each([
  ['accept', 'accepted'],
  ['acceptWithAlert', 'accepted'],
  ['acceptWithAudio', 'accepted'],
  ['acceptWithForcePush', 'accepted'],
  ['reject', 'refused'],
  ['ban', 'none'],
  ['filter', 'none'],
  [undefined, 'none'],
])('WeChat answers %p: %s', async (said, expected) => {
  answer = () => ({ errMsg: 'requestSubscribeMessage:ok', [template]: said })
  expect(await askForMessage(template)).toBe(expected)
  expect(calls).toEqual([{ name: 'requestSubscribeMessage', options: { tmplIds: [template] } }])
})

test.each([
  [20004, 'off'], // the person switched all messages off
  [10005, 'none'], // in the background
  [10002, 'none'], // no network
])('error %i: %s', async (errCode, expected) => {
  fails({ errCode, errMsg: 'requestSubscribeMessage:fail' })
  expect(await askForMessage(template)).toBe(expected)
})

test('WeChat is asked within the tap itself: before anything is awaited', () => {
  void askForMessage(template)
  expect(calls).toHaveLength(1)
})
