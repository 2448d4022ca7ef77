/**
 * Starts the compiled WeChat build in jsdom: WeChat's own component framework (glass-easel) renders the
 * real templates, the real scripts run with only what WeChat gives them. Around them everything is a fake
 * of WeChat written for these tests: `wx`, the page stack and touches. There is no layout, and no built-in
 * component does anything by itself.
 */
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { builtApp } from './built-app'
import { compiledApp } from './compiled-app'
import { createDefinitions } from './definitions'
import { createHands } from './hands'
import { createPageStack, type Query } from './page-stack'
import { createPhone, type Phone, temporary } from './phone'
import { createReport } from './report'
import { createScripts, loadingOf } from './scripts'
import { createTimers } from './timers'
import { nothingShown } from './wx/device'
import type { Server } from './wx/network'
import { createWx } from './wx/wx'

export interface Launch {
  /** A WeChat build; dist/weapp by default. */
  readonly dir?: string
  readonly phone?: Phone
  readonly path?: string
  readonly query?: Query
  /** WeChat's scene number: 1001 from the list, 1047 by a scanned code. */
  readonly scene?: number
  readonly server?: Server
  /** What wx.login answers. */
  readonly login?: string
  /** Changes the fake before the app sees it: an interface refused, a listener caught. */
  readonly alter?: (wx: Record<string, unknown>) => void
}

interface AppDefinition {
  onLaunch?: (options: object) => void
  onShow?: (options: object) => void
  onHide?: () => void
  onPageNotFound?: (options: object) => void
}

export async function launch(options: Launch = {}) {
  const { phone = createPhone(), path, query = {}, scene = 1001, server = {}, login = 'fake-code' } = options
  const compiled = compiledApp(options.dir ?? builtApp())
  const log = createReport(compiled.warnings)
  const timers = createTimers(log.report)
  const shown = nothingShown()
  const storageCalls: string[] = []
  const deprecatedCalls: string[] = []
  const entered = { path: path ?? compiled.app.pages[0] ?? '', query, scene, referrerInfo: {}, shareTicket: undefined }

  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  const definitions = createDefinitions(compiled, space, timers, log.report)
  const stack = createPageStack({
    app: compiled,
    backend: env.associateBackend(),
    space,
    load: (page) => loadingOf(compiled, run)(page),
    guarded: log.guarded,
    later: (work) => void timers.setTimeout(work, 0),
  })
  const surroundings = {
    phone,
    timers,
    report: log.report,
    shown,
    server,
    login,
    stack: () => stack,
    entered,
    storageCalls,
    deprecatedCalls,
  }
  const { wx, networkChanged, appShown, appHidden, themeChanged, sensor, hold } = createWx(surroundings)
  options.alter?.(wx)
  const { setTimeout, clearTimeout, setInterval, clearInterval } = timers
  let app: AppDefinition = {}
  const { run } = createScripts(compiled.dir, (current) => ({
    ...{ wx, console: log.console, setTimeout, clearTimeout, setInterval, clearInterval },
    ...definitions.constructors(current),
    App: (definition: AppDefinition) => void (app = definition),
    getApp: () => app,
    getCurrentPages: () => stack.pages().map(({ instance }) => instance),
  }))

  log.guarded(() => void run('app'))
  log.guarded(() => app.onLaunch?.(entered))
  log.guarded(() => app.onShow?.(entered))
  log.guarded(() => stack.open(entered.path, query))
  await timers.settle()

  const kill = () => {
    timers.stop()
    stack.closeAll()
    definitions.stop()
    log.stop()
    for (const file of [...phone.files.keys()]) if (file.startsWith(temporary)) phone.files.delete(file)
  }
  return {
    phone,
    /** Thrown in the app or its templates, or logged as an error. */
    errors: log.errors,
    warnings: log.warnings,
    /** What the app told WeChat to show. */
    shown,
    /** Synchronous calls of storage so far, in order: 「get kt.session.a」. */
    storageCalls,
    deprecatedCalls,
    /** Every setData so far. */
    renders: definitions.renders,
    ...createHands(stack, timers, definitions),
    /** Paths of the open pages, the first one first. */
    paths: () => stack.pages().map((page) => page.path),
    settle: timers.settle,
    async wait(ms: number) {
      await new Promise((resolve) => window.setTimeout(resolve, ms))
      await timers.settle()
    },
    async online(on: boolean) {
      phone.online = on
      networkChanged()
      await timers.settle()
    },
    /** Whether the app listens to how the phone is held. */
    sensor,
    /** The phone is held so many degrees from lying flat. */
    async hold(degrees: number) {
      log.guarded(() => hold(degrees))
      await timers.settle()
    },
    /** Something of WeChat's own covers the page: a viewer, the settings. */
    async cover() {
      log.guarded(() => stack.top()?.instance.onHide?.())
      await timers.settle()
    },
    async uncover() {
      log.guarded(() => stack.top()?.instance.onShow?.())
      await timers.settle()
    },
    async dark(on: boolean) {
      phone.dark = on
      themeChanged({ theme: on ? 'dark' : 'light' })
      await timers.settle()
    },
    /** Into the background. */
    async leave() {
      log.guarded(() => app.onHide?.())
      appHidden()
      await timers.settle()
    },
    /** Back to the front. By a code or link (a `query`) WeChat opens the app's first page anew. */
    async enter(again: { readonly query?: Query; readonly scene?: number } = {}) {
      const now = { ...entered, query: {}, ...again }
      log.guarded(() => app.onShow?.(now))
      appShown(now)
      if (again.query !== undefined) log.guarded(() => stack.reLaunch(now.path, now.query))
      await timers.settle()
    },
    /** WeChat was told to open a page that the app does not have. */
    async notFound(missing: string) {
      log.guarded(() => app.onPageNotFound?.({ path: missing, query: {}, isEntryPage: true }))
      await timers.settle()
    },
    kill,
    /** Killed and started again: only storage and kept files are left. */
    relaunch(again: Launch = {}) {
      kill()
      return launch({ ...options, query: {}, ...again, phone })
    },
  }
}

export type Running = Awaited<ReturnType<typeof launch>>
