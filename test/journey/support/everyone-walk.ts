/** Every page in every state that a merchant can bring it to, each shown once to `look`. */
import type { Page } from 'playwright-core'
import { content } from '#domain/content/content'
import { arrive, goOn, see, tap, type Phone } from './browser'
import { photographing } from './everyone-photos'
import { representing } from './everyone-rep'
import { begin, choose, openTab, type, visit } from './merchant'
import type { RunningServer } from './server'
import { doStep, guideOf } from './walking'

export interface Walk {
  readonly phone: Phone
  readonly server: RunningServer
  /** For files to choose. */
  readonly dir: string
  readonly look: (name: string) => Promise<void>
}

export type Chapter = (walk: Walk) => Promise<void>

const fullWay = { subject: 'company', 'service-account': 'none', 'wants-service-account': 'yes', industry: 'snacks' }
const material = (page: Page, id: string) => visit(page, 'packages/material/detail', `?id=${id}`)
const step = (page: Page, guide: string, id: string) => visit(page, 'packages/guide/step', `?guide=${guide}&step=${id}`)
const search = (page: Page) => page.locator('.search:visible input').last()

/** Before a route is known: the first page, who invites, the questions. */
const beginning: Chapter = async ({ phone, server, look }) => {
  const { scene, rep } = await server.newScene('周敏', '云栈科技')
  const page = await phone.open(`${server.url}/?scene=${scene}`)
  await see(page, '周敏')
  await look('home, first visit')
  await visit(page, 'pages/guides')
  await look('guides, nothing answered')
  await visit(page, 'pages/checklist')
  await look('checklist, nothing answered')
  await visit(page, 'packages/start/join', `?scene=${scene}`)
  await see(page, '让周敏看到你的进度？')
  await look('join')
  await server.revoke(rep)
  await visit(page, 'packages/start/questions')
  await see(page, /第 1 题/)
  await look('question')
  await tap(page, '不确定？教你怎么查')
  await look('question, help')
  await tap(page, '知道了')
  await choose(page, '还没有营业执照')
  await goOn(page)
  await arrive(page, 'packages/start/not-eligible')
  await look('not eligible')
  await visit(page, 'pages/checklist')
  await look('checklist, not eligible')
  await visit(page, 'packages/start/resume', '?key=nothing')
  await look('resume')
}

/** Every material's page, and the photo's. */
const preparing: Chapter = async ({ phone, server, look }) => {
  const page = await begin(phone, server, true, fullWay)
  await visit(page, 'packages/start/questions')
  for (let asked = 1; asked < 4; asked++) await goOn(page)
  await look('industries')
  await search(page).fill('面')
  await look('industries, searched')
  await search(page).fill('火星')
  await look('industries, none found')
  await visit(page, 'packages/start/consents')
  await look('consents')
  for (const { id } of content.materials.filter(({ stage }) => stage !== 'result')) {
    await material(page, id)
    await look(`material ${id}`)
  }
  await material(page, 'no-such')
  await look('material, unknown')
  await material(page, 'email-service-account')
  await type(page, '邮箱', 'xiaoman@qq,com')
  await look('material, wrong value')
  await material(page, 'filing')
  await tap(page, '点这里选')
  await look('material, sheet of names')
  await page.locator('.sheet .one', { hasText: '宁夏' }).tap()
  await look('material, advice')
}

/** The steps, the days, the errors. */
const walking: Chapter = async ({ phone, server, look }) => {
  const page = await begin(phone, server, true, fullWay)
  await step(page, 'register-service-account', 'subject')
  await look('step')
  await page.locator('.shot-box:visible').first().tap()
  await page.locator('.viewer').waitFor()
  await look('viewer')
  await page.goBack()
  await page.locator('.viewer').waitFor({ state: 'detached' })
  for (const [guide, id] of [
    ['register-service-account', 'email-password'],
    ['certify-service-account', 'licence'],
    ['certify-service-account', 'audit-call'],
    ['reuse', 'reuse-tick'],
    ['finish-setup', 'filing'],
    ['finish-setup', 'app-id'],
    ['no-such', 'step'],
  ] as const) {
    await step(page, guide, id)
    await look(`step ${guide}.${id}`)
  }
  await visit(page, 'packages/guide/dates')
  await look('dates, none')
  const guide = guideOf('register-service-account')
  await step(page, guide.id, 'open-site')
  for (const one of guide.steps.slice(0, -1)) await doStep(page, guide.id, one)
  await goOn(page)
  await see(page, '记到日历')
  await look('clock')
  await tap(page, '知道了')
  await arrive(page, 'packages/guide/step')
  await visit(page, 'packages/guide/dates')
  await look('dates')
  await visit(page, 'packages/guide/errors')
  await look('errors')
  await search(page).fill('邮箱')
  await look('errors, found')
  await search(page).fill('火星文')
  await look('errors, none found')
  await visit(page, 'packages/guide/finish')
  await look('finish, too early')
}

/** Tabs, data, and what concerns every page. */
const around: Chapter = async ({ phone, server, look }) => {
  const { scene } = await server.newScene('周敏', '云栈科技')
  const page = phone.page()
  await visit(page, 'pages/home')
  await look('home, on the way')
  await openTab(page, '材料')
  await look('checklist')
  await openTab(page, '步骤')
  await look('guides')
  await openTab(page, '我的')
  await look('me')
  await visit(page, 'packages/start/join', `?scene=${scene}`)
  await tap(page, '同意，让周敏看到进度')
  await arrive(page, 'pages/guides')
  await openTab(page, '我的')
  await see(page, '给业务员看什么')
  await look('me, with a rep')
  await visit(page, 'packages/about/data')
  await look('data')
  await tap(page, '全部删除')
  await look('erase')
  await tap(page, '不删了')
  await visit(page, 'packages/about/sources')
  await look('sources')
  await phone.context.setOffline(true)
  await visit(page, 'pages/home')
  await see(page, /没有网|没网|离线/)
  await look('offline')
  await phone.context.setOffline(false)
}

/** What each of several merchants walks through, all at once. */
export const ways: readonly (readonly Chapter[])[] = [
  [beginning],
  [preparing, photographing],
  [walking, around],
  [representing],
]
