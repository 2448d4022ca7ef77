/** A fake of the phone around the app: what it was told to show is kept, so that a test can read it. */
import type { Phone } from '../phone'
import { type Answer, type Callbacks, Refused } from './answer'

export interface Shown {
  readonly toasts: string[]
  readonly questions: { readonly title: string; readonly content: string }[]
  readonly calendar: Record<string, unknown>[]
  readonly previews: { readonly urls: string[]; readonly current: string }[]
  /** Files and pictures, by their paths. */
  readonly shared: string[]
  /** Words drawn on a canvas. */
  readonly drawn: string[]
  /** Vibrations. */
  ticks: number
  /** By setKeepScreenOn. */
  lit: boolean
  /** Set by setNavigationBarTitle; the pages' own titles are in their json. */
  barTitle: string | null
  tabBar: boolean
  scrolledTo: Record<string, unknown>[]
}

export const nothingShown = (): Shown => ({
  toasts: [],
  questions: [],
  calendar: [],
  previews: [],
  shared: [],
  drawn: [],
  ticks: 0,
  lit: false,
  barTitle: null,
  tabBar: true,
  scrolledTo: [],
})

type With<T> = T & Callbacks

const screen = {
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  pixelRatio: 2,
  statusBarHeight: 20,
}
const safeArea = { left: 0, right: 375, top: 20, bottom: 667, width: 375, height: 647 }

export function deviceApis(phone: Phone, answer: Answer, shown: Shown) {
  const done = (name: string) => (options?: Callbacks) => answer(name, options, () => undefined)
  const noted =
    <T extends object>(name: string, note: (options: T) => void) =>
    (options: With<T>) =>
      answer(name, options, () => note(options) as undefined)
  const base = () => ({
    language: 'zh_CN',
    version: '8.0.60',
    SDKVersion: '3.5.0',
    theme: phone.dark ? 'dark' : 'light',
    fontSizeScaleFactor: phone.fontScale,
    fontSizeSetting: 17 * phone.fontScale,
  })
  const device = { brand: 'fake', model: 'fake', system: 'iOS 15.0', platform: 'ios' }
  return {
    getAppBaseInfo: base,
    getDeviceInfo: () => device,
    getWindowInfo: () => ({ ...screen, safeArea }),
    getSystemInfoSync: () => ({ ...base(), ...device, ...screen, safeArea }),
    getSystemSetting: () => ({}),
    getMenuButtonBoundingClientRect: () => ({ left: 281, top: 24, right: 368, bottom: 56, width: 87, height: 32 }),
    canIUse: () => true,
    getRandomValues: (options: With<{ length: number }>) =>
      answer('getRandomValues', options, () => ({
        randomValues: Uint8Array.from({ length: options.length }, () => Math.floor(Math.random() * 256)).buffer,
      })),
    setClipboardData: noted<{ data: string }>('setClipboardData', ({ data }) => {
      phone.clipboard = data
      shown.toasts.push('内容已复制') // WeChat's own
    }),
    getClipboardData: (options?: Callbacks) => answer('getClipboardData', options, () => ({ data: phone.clipboard })),
    showToast: noted<{ title: string }>('showToast', ({ title }) => void shown.toasts.push(title)),
    hideToast: done('hideToast'),
    showLoading: done('showLoading'),
    hideLoading: done('hideLoading'),
    showModal: (options: With<{ title?: string; content?: string }>) =>
      answer('showModal', options, () => {
        const question = { title: options.title ?? '', content: options.content ?? '' }
        shown.questions.push(question)
        const confirm = phone.answer(question)
        return { confirm, cancel: !confirm }
      }),
    vibrateShort: noted('vibrateShort', () => void (shown.ticks += 1)),
    setKeepScreenOn: noted<{ keepScreenOn: boolean }>(
      'setKeepScreenOn',
      ({ keepScreenOn }) => void (shown.lit = keepScreenOn),
    ),
    previewImage: noted<{ urls: string[]; current: string }>(
      'previewImage',
      ({ urls, current }) => void shown.previews.push({ urls, current }),
    ),
    addPhoneCalendar: noted<Record<string, unknown>>('addPhoneCalendar', (event) => void shown.calendar.push(event)),
    shareFileMessage: noted<{ filePath: string }>(
      'shareFileMessage',
      ({ filePath }) => void shown.shared.push(filePath),
    ),
    showShareImageMenu: noted<{ path: string }>('showShareImageMenu', ({ path }) => void shown.shared.push(path)),
    scanCode: (options?: Callbacks) =>
      answer('scanCode', options, () => {
        if (phone.code === null) throw new Refused('cancel')
        return { result: phone.code, scanType: 'QR_CODE' }
      }),
    setNavigationBarTitle: noted<{ title: string }>(
      'setNavigationBarTitle',
      ({ title }) => void (shown.barTitle = title),
    ),
    hideTabBar: noted('hideTabBar', () => void (shown.tabBar = false)),
    showTabBar: noted('showTabBar', () => void (shown.tabBar = true)),
    pageScrollTo: noted<Record<string, unknown>>('pageScrollTo', (to) => void shown.scrolledTo.push(to)),
    hideKeyboard: done('hideKeyboard'),
    getPrivacySetting: (options?: Callbacks) =>
      answer('getPrivacySetting', options, () => ({ needAuthorization: false, privacyContractName: '' })),
    requirePrivacyAuthorize: done('requirePrivacyAuthorize'),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    nextTick: (run: () => void) => void Promise.resolve().then(run),
  }
}
