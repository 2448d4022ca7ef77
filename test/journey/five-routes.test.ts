/** Each of the five routes: from a rep's code through the questions to the right guides, fees and checklist. */
import { content } from '#domain/content/content'
import type { Answers, GuideId, RouteId } from '#domain/content/types'
import { arrive, see, tap } from './support/browser'
import { answer, openTab } from './support/merchant'
import { materialOf } from './support/preparing'
import { startServer } from './support/server'
import { openStage } from './support/stage'
import { guideOf } from './support/walking'

const stage = openStage(() => startServer())

interface Way {
  readonly route: RouteId
  readonly answers: Answers
  readonly guides: readonly GuideId[]
  /** Of the checklist: what this route needs, and what it says it does not need. */
  readonly needs: readonly string[]
  readonly spares: readonly string[]
}

const company = { subject: 'company', industry: 'snacks' } as const
const ways: readonly Way[] = [
  {
    route: 'reuse',
    answers: { ...company, 'service-account': 'certified' },
    guides: ['reuse', 'finish-setup'],
    needs: ['email-mini-program', 'industry-permits'],
    spares: ['email-service-account'],
  },
  {
    route: 'certify-then-reuse',
    answers: { ...company, 'service-account': 'registered', industry: 'supermarket' },
    guides: ['certify-service-account', 'reuse', 'finish-setup'],
    needs: ['email-mini-program'],
    spares: ['email-service-account', 'industry-permits'],
  },
  {
    route: 'service-account-first',
    answers: { ...company, 'service-account': 'none', 'wants-service-account': 'yes' },
    guides: ['register-service-account', 'certify-service-account', 'reuse', 'finish-setup'],
    needs: ['email-service-account', 'email-mini-program', 'industry-permits'],
    spares: [],
  },
  {
    route: 'standalone',
    answers: { subject: 'sole-trader', 'service-account': 'none', 'wants-service-account': 'no', industry: 'snacks' },
    guides: ['register-standalone', 'finish-setup'],
    needs: ['email-mini-program', 'industry-permits'],
    spares: ['email-service-account'],
  },
]

function routeOf(id: RouteId) {
  const route = content.routes.find((one) => one.id === id)
  if (route === undefined) throw new Error(`the content has no route ${id}`)
  return route
}

for (const { route, answers, guides, needs, spares } of ways) {
  stage.journey(`the route ${route}`, async ({ server, newPhone }) => {
    const phone = await newPhone()
    const { scene } = await server.newScene('周敏', '云栈科技')
    const page = await phone.open(`${server.url}/?scene=${scene}`)
    await see(page, '周敏')
    await see(page, '云栈科技，你的业务员')

    await answer(page, answers)
    await see(page, '让周敏看到你的进度？')
    await tap(page, '先不用')

    await arrive(page, 'pages/guides')
    await see(page, routeOf(route).title)
    const shown = await page.locator('.way-parts:visible .row .title').allInnerTexts()
    expect(shown).toEqual(guides.map((id) => guideOf(id).title))
    await see(page, /以微信后台显示为准/)

    await openTab(page, '材料')
    const unneeded = await page.locator('.item.is-none:visible .title').allInnerTexts()
    for (const id of needs) expect(unneeded).not.toContain(materialOf(id).title)
    for (const id of spares) expect(unneeded).toContain(materialOf(id).title)
  })
}

stage.journey('the route not-eligible says why not, and what to do', async ({ server, newPhone }) => {
  const phone = await newPhone()
  const { scene } = await server.newScene('周敏', '云栈科技')
  const page = await phone.open(`${server.url}/?scene=${scene}`)
  await see(page, '周敏')
  await answer(page, { subject: 'person' })
  const { title, remedies = [] } = routeOf('not-eligible')
  await see(page, title)
  for (const remedy of remedies) await see(page, remedy)

  await tap(page, '改回答')
  await see(page, '第 1 题，共 1 题')
  await tap(page, '个体工商户')
  await see(page, '第 1 题，共 4 题')
})
