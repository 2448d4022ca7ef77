/** The fake `wx`: one plain object, because Taro takes over exactly the names it finds on it. */
import type { PageStack } from '../page-stack'
import type { Phone } from '../phone'
import type { Timers } from '../timers'
import { createAnswer } from './answer'
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

export interface Surroundings {
  readonly phone: Phone
  readonly timers: Timers
  readonly report: (error: unknown) => void
  readonly shown: Shown
  readonly server: Server
  readonly login: string
  readonly stack: () => PageStack
  readonly entered: object
}

export function createWx({ phone, timers, report, shown, server, login, stack, entered }: Surroundings) {
  const answer = createAnswer(timers, report)
  const later = (run: () => void) => void timers.setTimeout(run, 0)
  const network = networkApis(phone, answer, server, login)
  const show = heardBy()
  const hide = heardBy()
  const never = heardBy()
  const wx: Record<string, unknown> = {
    ...storageApis(phone, answer),
    ...fileApis(phone),
    ...photoApis(phone, answer, later),
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
    onThemeChange: never.on,
    offThemeChange: never.off,
    onError: never.on,
    onUnhandledRejection: never.on,
    onKeyboardHeightChange: never.on,
    offKeyboardHeightChange: never.off,
    onWindowResize: never.on,
    offWindowResize: never.off,
  }
  return { wx, networkChanged: network.networkChanged, appShown: show.tell, appHidden: hide.tell }
}
