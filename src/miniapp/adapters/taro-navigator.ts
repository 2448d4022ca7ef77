import Taro from '@tarojs/taro'
import type { Navigator } from '../ports/navigator'

const query = (params: Record<string, string>) =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

const url = (path: string, params: Record<string, string> = {}) =>
  Object.keys(params).length === 0 ? `/${path}/index` : `/${path}/index?${query(params)}`

const photoPlace = (material: string, slot: string, photo?: string) =>
  photo === undefined ? { material, slot } : { material, slot, photo }

const deepest = 9

/** Opens a page; near WeChat's limit of ten the current page is replaced. */
function open(target: string): void {
  if (Taro.getCurrentPages().length >= deepest) void Taro.redirectTo({ url: target })
  else void Taro.navigateTo({ url: target })
}

const tab = (name: string) => () => void Taro.switchTab({ url: url(`pages/${name}`) })

function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: url('pages/home') })
}

const site = process.env.TARO_ENV === 'h5' ? location.origin : PUBLIC_URL

/** The key stands behind the #: it never reaches a server's log. */
const resumeLink = (key: string) =>
  process.env.TARO_ENV === 'h5' ? `${location.origin}/#${url('packages/start/resume', { key })}` : null

export function createTaroNavigator(): Navigator {
  return {
    home: tab('home'),
    checklist: tab('checklist'),
    guides: tab('guides'),
    me: tab('me'),
    questions: () => open(url('packages/start/questions')),
    notEligible: () => void Taro.redirectTo({ url: url('packages/start/not-eligible') }),
    join: (scene) => open(url('packages/start/join', { scene })),
    consents: () => open(url('packages/start/consents')),
    material: (id) => open(url('packages/material/detail', { id })),
    shoot: (...place) => open(url('packages/capture/shoot', photoPlace(...place))),
    check: (...place) => void Taro.redirectTo({ url: url('packages/capture/check', photoPlace(...place)) }),
    step(guide, step, how = 'push') {
      const target = url('packages/guide/step', { guide, step })
      if (how === 'replace') void Taro.redirectTo({ url: target })
      else open(target)
    },
    errors: (from) => open(url('packages/guide/errors', from ? { guide: from.guide, step: from.step } : {})),
    dates: () => open(url('packages/guide/dates')),
    finish: () => open(url('packages/guide/finish')),
    data: () => open(url('packages/about/data')),
    rep: () => open(url('packages/rep/merchants')),
    claim: (code) => open(url('packages/rep/claim', { code })),
    sources: () => open(url('packages/about/sources')),
    desk: (desk) => open(url('packages/desk/approve', desk ? { desk } : {})),
    back,
    resumeLink,
    computerPage: site === '' ? null : `${site}/desk`,
  }
}
