/** Reminders in a build that has a template: asked within the tap, told to the real function, seen on the pages. */
import path from 'node:path'
import { createSealer } from '../../src/server/adapters/sealer'
import type { ReminderRecord } from '../../src/server/core/records'
import { runTaro } from '../../tools/taro'
import { createFunction } from './support/function'
import { launch, type Running } from './support/launch'
import { createPhone } from './support/phone'
import { answerQuestions, both } from './support/stories'

const template = 'T'.repeat(43)
const dir = process.env.WEAPP_REMINDERS ?? path.resolve(__dirname, '../../.cache/weapp-reminders')
beforeAll(async () => {
  if (!process.env.WEAPP_REMINDERS) await runTaro('weapp', { TARO_OUTPUT: dir, REMINDER_TEMPLATE: template })
}, 180_000)

interface Options {
  readonly success?: (reply: object) => void
  readonly fail?: (failure: object) => void
  readonly complete?: (reply: object) => void
  readonly tmplIds?: readonly string[]
}

/** WeChat, as the person answers it. `tapping`: a tap is under way; WeChat refuses what comes later. */
function createWechat() {
  const asked: { readonly tmplIds: readonly string[] | undefined; readonly inTap: boolean }[] = []
  const state = { tapping: false, says: 'accept', calendar: '', settings: 0 }
  const alter = (wx: Record<string, unknown>) => {
    const added = wx.addPhoneCalendar as (options: Options) => unknown
    wx.requestSubscribeMessage = (options: Options) => {
      asked.push({ tmplIds: options.tmplIds, inTap: state.tapping })
      options.success?.({ errMsg: 'requestSubscribeMessage:ok', [template]: state.says })
    }
    wx.openSetting = (options: Options) => {
      state.settings += 1
      options.success?.({ errMsg: 'openSetting:ok', authSetting: {} })
    }
    // Without callbacks WeChat answers by a promise.
    wx.addPhoneCalendar = (options: Options) => {
      if (state.calendar === '') return added(options)
      const failure = { errMsg: `addPhoneCalendar:fail ${state.calendar}` }
      options.fail?.(failure)
      return options.fail ? undefined : Promise.reject(failure)
    }
  }
  /** Events are heard before the first await: that is the tap. */
  const tap = async (app: Running, words: string) => {
    state.tapping = true
    const done = app.tap(words)
    state.tapping = false
    await done
  }
  return { asked, state, alter, tap }
}

async function atTheTransfer(consent: '同意' | '先不用，只留在这台手机里') {
  const backend = createFunction()
  const messages = { send: async () => 'sent' as const }
  Object.assign(backend.ports, {
    reminders: { template, messages, sealer: createSealer(new Uint8Array(32).fill(7)) },
  })
  const wechat = createWechat()
  const phone = createPhone()
  const server = backend.phone('openid-1')
  const first = await launch({ dir, phone, server, alter: wechat.alter })
  await answerQuestions(first, both)
  await first.tap(consent)
  await first.wait(50)
  first.kill()
  const query = { guide: 'register-service-account', step: 'subject' }
  const app = await launch({ dir, phone, server, alter: wechat.alter, path: 'packages/guide/step/index', query })
  await app.tap('我选了小额打款')
  const kept = () => backend.ports.store.list<ReminderRecord>('reminders', { limit: 9 })
  return { app, backend, wechat, kept }
}

test('the tick starts the clock, the tap asks WeChat, the function knows, the pages say so', async () => {
  const { app, backend, wechat, kept } = await atTheTransfer('同意')
  expect(app.text()).toContain('从现在起')
  await wechat.tap(app, '到时候微信提醒我')
  await app.wait(100)
  expect(wechat.asked).toEqual([{ tmplIds: [template], inTap: true }])
  expect(await kept()).toMatchObject([{ value: { clock: 'register-service-account.service-account-transfer' } }])
  expect(app.shown.toasts.at(-1)).toContain('提醒你')
  expect(app.text()).toContain('微信会提醒你一次')
  await app.tap('记到日历')
  expect(app.shown.calendar).toMatchObject([{ title: '从对公账户打款', alarm: true, alarmOffset: 86_400 }])
  expect(app.text()).toContain('日历里记好了')
  await app.tap('知道了')
  const dates = await launch({ dir, phone: app.phone, path: 'packages/guide/dates/index', alter: wechat.alter })
  expect(dates.text()).toContain('日历里记好了')
  expect(dates.text()).toContain('微信提醒你一次')
  expect(dates.has('微信提醒我')).toBe(false)
  expect([app.errors, dates.errors, backend.errors]).toEqual([[], [], []])
  app.kill()
  dates.kill()
})

test('refused, the calendar refused too: a sentence, the settings, and nothing is kept', async () => {
  const { app, wechat, kept } = await atTheTransfer('同意')
  wechat.state.says = 'reject'
  await wechat.tap(app, '到时候微信提醒我')
  expect(app.shown.questions.at(-1)?.title).toBe('微信提醒没打开')
  expect(wechat.state.settings).toBe(1)
  wechat.state.calendar = 'auth deny'
  await app.tap('记到日历')
  expect(app.shown.questions.at(-1)?.title).toBe('还不能写日历')
  expect(wechat.state.settings).toBe(2)
  expect(app.shown.calendar).toEqual([])
  expect(app.has('记到日历')).toBe(true)
  expect(await kept()).toEqual([])
  expect(app.errors).toEqual([])
  app.kill()
})

test('who keeps everything on the phone is offered the calendar only', async () => {
  const { app } = await atTheTransfer('先不用，只留在这台手机里')
  expect(app.has('记到日历')).toBe(true)
  expect(app.has('到时候微信提醒我')).toBe(false)
  app.kill()
})

test('a build without a template never asks', async () => {
  const app = await launch({ path: 'packages/guide/dates/index' })
  expect(app.text()).toContain('现在没有要记的日子')
  expect(app.errors).toEqual([])
  app.kill()
})
