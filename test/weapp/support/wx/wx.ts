/** The fake `wx`: one plain object, because Taro takes over exactly the names it finds on it. */
import type { PageStack } from '../page-stack'
import type { Phone } from '../phone'
import type { Timers } from '../timers'
import { createAnswer } from './answer'
import { cameraApis } from './camera'
import { deviceApis, type Shown } from './device'
import { fileApis } from './files'
import { networkApis, type Server } from './network'
import { photoApis } from './photos'
import { routingApis } from './routing'
import { selectorApis } from './selector'
import { storageApis } from './storage'

type Listener = (event: unknown) => void

function heardBy() {
  const listeners = new Set<Listener>()
  return {
    on: (listener: Listener) => void listeners.add(listener),
    off: (listener?: Listener) => void (listener === undefined ? listeners.clear() : listeners.delete(listener)),
    tell: (event?: unknown) => listeners.forEach((listener) => listener(event)),
  }
}

/** Of those the fakes know. getWindowInfo, getDeviceInfo and getAppBaseInfo took the place of the first three. */
const deprecated = [
  'getSystemInfoSync',
  'getSystemInfo',
  'getSystemInfoAsync',
  'getUserInfo',
  'chooseImage',
  'createCanvasContext',
]

export interface Surroundings {
  readonly phone: Phone
  readonly timers: Timers
  readonly report: (error: unknown) => void
  readonly shown: Shown
  readonly server: Server
  readonly login: string
  readonly stack: () => PageStack
  readonly entered: object
  /** Every synchronous call of storage. */
  readonly storageCalls: string[]
  /** Calls of what WeChat calls deprecated. */
  readonly deprecatedCalls: string[]
}

export function createWx({
  phone,
  timers,
  report,
  shown,
  server,
  login,
  stack,
  entered,
  storageCalls,
  deprecatedCalls,
}: Surroundings) {
  const answer = createAnswer(timers, report)
  const later = (run: () => void) => void timers.setTimeout(run, 0)
  const camera = cameraApis(phone, answer, later)
  const network = networkApis(phone, answer, server, login)
  const show = heardBy()
  const hide = heardBy()
  const never = heardBy()
  const theme = heardBy()
  const wx: Record<string, unknown> = {
    ...storageApis(phone, answer, storageCalls),
    ...fileApis(phone),
    ...photoApis(phone, answer, later, shown),
    ...camera.apis,
    ...network.apis,
    ...deviceApis(phone, answer, shown),
    ...routingApis(answer, stack),
    ...selectorApis(later),
    getLaunchOptionsSync: () => entered,
    getEnterOptionsSync: () => entered,
    onAppShow: show.on,
    offAppShow: show.off,
    onAppHide: hide.on,
    offAppHide: hide.off,
    onThemeChange: theme.on,
    offThemeChange: theme.off,
    onError: never.on,
    onUnhandledRejection: never.on,
    onKeyboardHeightChange: never.on,
    offKeyboardHeightChange: never.off,
    onWindowResize: never.on,
    offWindowResize: never.off,
  }
  for (const name of deprecated) {
    const call = wx[name] as ((...args: unknown[]) => unknown) | undefined
    if (call === undefined) continue
    wx[name] = (...args: unknown[]) => {
      deprecatedCalls.push(name)
      return call(...args)
    }
  }
  return {
    wx,
    networkChanged: network.networkChanged,
    appShown: show.tell,
    appHidden: hide.tell,
    themeChanged: theme.tell,
    sensor: camera.sensor,
    hold: camera.hold,
  }
}
