import { readFileSync } from 'node:fs'
import path from 'node:path'
import { builtApp } from './support/built-app'
import { compiledApp } from './support/compiled-app'
import { createFunction } from './support/function'
import { launch } from './support/launch'
import { createPhone } from './support/phone'
import { queries } from './support/queries'
import { answerQuestions, both } from './support/stories'

const dir = builtApp()
const { pages } = compiledApp(dir)

describe('pulling down', () => {
  const tabs = ['pages/home/index', 'pages/checklist/index', 'pages/guides/index']
  type Pulled = { onPullDownRefresh?: () => void }

  async function pulled(
    page: string,
    how: { readonly server?: ReturnType<ReturnType<typeof createFunction>['phone']>; readonly online?: boolean },
  ) {
    let stopped = 0
    const alter = (wx: Record<string, unknown>) => {
      wx.stopPullDownRefresh = () => Promise.resolve(void (stopped += 1))
    }
    const phone = createPhone()
    const first = await launch({ phone, ...(how.server && { server: how.server }) })
    await answerQuestions(first, both)
    await first.tap(how.server ? '同意，存一份' : '先不用，只留在这台手机里')
    first.kill()
    const app = await launch({ phone, path: page, alter, ...(how.server && { server: how.server }) })
    if (how.online === false) await app.online(false)
    const before = app.shown.toasts.length
    const { instance } = app.page()
    ;(instance as Pulled).onPullDownRefresh?.call(instance)
    await app.settle()
    const said = app.shown.toasts.slice(before)
    expect(app.errors).toEqual([])
    app.kill()
    return { stopped, said }
  }

  test('only the pages that have something to fetch', () => {
    const app = compiledApp(dir)
    expect(pages.filter((page) => app.config(page)?.enablePullDownRefresh === true)).toEqual([
      ...tabs,
      ...['packages/rep/merchants/index', 'packages/rep/merchant/index'],
    ])
    const window = JSON.parse(readFileSync(path.join(dir, 'app.json'), 'utf8')) as {
      readonly window: Readonly<Record<string, string>>
    }
    expect(window.window.backgroundTextStyle).toBe('@pageText')
  })

  test.each(tabs)('%s: fetched', async (page) => {
    const fn = createFunction()
    expect(await pulled(page, { server: fn.phone('o1') })).toEqual({ stopped: 1, said: ['已经是最新的'] })
    expect(fn.errors).toEqual([])
  })

  test('without network', async () => {
    const fn = createFunction()
    const { stopped, said } = await pulled(tabs[0] ?? '', { server: fn.phone('o1'), online: false })
    expect([stopped, said]).toEqual([1, ['现在连不上网，填的都在手机里']])
  })

  test('without a copy in the cloud', async () => {
    expect(await pulled(tabs[1] ?? '', {})).toEqual({ stopped: 1, said: ['没开云端备份，都在这部手机里'] })
  })
})

describe('a new version', () => {
  async function withUpdate(answer: boolean, page?: string) {
    let ready = () => undefined as void
    let keyboard = (_: { readonly height: number }) => undefined as void
    let applied = 0
    const phone = createPhone()
    phone.answer = () => answer
    const alter = (wx: Record<string, unknown>) => {
      wx.getUpdateManager = () => ({
        onCheckForUpdate: () => undefined,
        onUpdateReady: (heard: typeof ready) => void (ready = heard),
        onUpdateFailed: () => undefined,
        applyUpdate: () => void (applied += 1),
      })
      wx.onKeyboardHeightChange = (heard: typeof keyboard) => void (keyboard = heard)
    }
    const app = await launch({ phone, alter, ...(page && { path: page, query: queries[page] ?? {} }) })
    return { app, ready: () => ready(), keyboard: (height: number) => keyboard({ height }), applied: () => applied }
  }

  test('asks, and restarts when the person wants to', async () => {
    const { app, ready, applied } = await withUpdate(true)
    ready()
    await app.settle()
    expect(app.shown.questions.map(({ title }) => title)).toEqual(['新版本准备好了'])
    expect(applied()).toBe(1)
    app.kill()
  })

  test('later is an answer', async () => {
    const { app, ready, applied } = await withUpdate(false)
    ready()
    await app.settle()
    expect(applied()).toBe(0)
    app.kill()
  })

  test('never over a keyboard, nor over a photo in hand', async () => {
    const typing = await withUpdate(true)
    typing.keyboard(300)
    typing.ready()
    await typing.app.settle()
    expect(typing.app.shown.questions).toEqual([])
    typing.app.kill()
    const photo = await withUpdate(true, 'packages/capture/check/index')
    photo.ready()
    await photo.app.settle()
    expect(photo.app.shown.questions).toEqual([])
    photo.app.kill()
  })
})

test('a page that is no more leads home and says so', async () => {
  const app = await launch({ path: 'packages/guide/errors/index' })
  await app.notFound('packages/old/page')
  expect(app.paths()).toEqual(['pages/home/index'])
  expect(app.shown.toasts).toEqual(['这一页找不到了，先回到首页'])
  expect(app.errors).toEqual([])
  app.kill()
})

test('the right keyboards, and the field above them', async () => {
  const phone = createPhone()
  const first = await launch({ phone })
  await answerQuestions(first, both)
  first.kill()
  /** Material -> how many of its fields have a keyboard of digits. */
  const digits = { 'company-bank-account': 1, contact: 1, 'email-service-account': 0 }
  for (const [id, many] of Object.entries(digits)) {
    const app = await launch({ phone, path: 'packages/material/detail/index', query: { id } })
    const inputs = app.findAll('.input')
    expect(inputs.length).toBeGreaterThan(0)
    expect(inputs.filter((input) => app.attribute(input, 'type') === 'number')).toHaveLength(many)
    for (const input of inputs) expect(Number(app.attribute(input, 'cursor-spacing'))).toBeGreaterThanOrEqual(100)
    app.kill()
  }
})

test.each(pages)('%s: whatever can be tapped looks pressed, by hover-class', async (page) => {
  const app = await launch({ path: page, query: queries[page] ?? {} })
  const tappable = app.findAll('.pressable')
  expect(tappable.filter((one) => app.attribute(one, 'hover-class') !== 'is-pressed')).toEqual([])
  app.kill()
})
