/** Each of the five routes, from the printed address to the right list of guides. */
import type { Browser } from 'playwright-core'
import { launch, newPhone, see, tap } from './support/browser'
import { answer, type Answers } from './support/merchant'
import { startServer, type RunningServer } from './support/server'

let browser: Browser
let server: RunningServer

beforeAll(async () => {
  browser = await launch()
  server = await startServer()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.dispose()
})

const company = { subject: '企业' } as const
const routes: readonly (readonly [name: string, answers: Answers, seen: readonly RegExp[]])[] = [
  ['reuse', { ...company, account: /已经认证过/ }, [/创建小程序/, /完善信息/]],
  ['certify-then-reuse', { ...company, account: /还没认证/ }, [/服务号认证|认证服务号/, /创建小程序/, /完善信息/]],
  ['service-account-first', { ...company, account: /^没有/, wants: /要|需要/ }, [/注册服务号/, /服务号认证|认证服务号/, /创建小程序/, /完善信息/]],
  ['standalone', { subject: '个体工商户', account: /^没有/, wants: /不/ }, [/注册小程序/, /完善信息/]],
]

test.each(routes)('%s', async (_name, answers, seen) => {
  const { context, page, errors } = await newPhone(browser)
  await page.goto(server.url)
  await answer(page, answers)
  await see(page, /存一份到云端/)
  await tap(page, /先不用/)
  for (const title of seen) await see(page, title)
  await see(page, /以微信后台显示为准/)
  expect(errors).toEqual([])
  await context.close()
}, 60_000)

test('a person is told why not, and what to do', async () => {
  const { context, page, errors } = await newPhone(browser)
  await page.goto(server.url)
  await answer(page, { subject: '还没有营业执照' })
  await see(page, /可以这样做/)
  await tap(page, '改回答')
  await see(page, /第 1 题/)
  expect(errors).toEqual([])
  await context.close()
}, 60_000)
