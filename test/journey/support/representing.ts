/** What a rep does with thumbs, in the app's own words. */
import type { Page } from 'playwright-core'
import { arrive, goOn, pasted, see, tap, type Phone } from './browser'
import { visit } from './merchant'
import type { RunningServer } from './server'

/** By the link that the operator's command prints; ends on the list of merchants. */
export async function becomeRep(phone: Phone, server: RunningServer, name: string, company: string): Promise<Page> {
  const { claim } = await server.newRep(name, company)
  const page = await phone.open(`${server.url}/?claim=${claim}`)
  await arrive(page, 'packages/rep/claim')
  await see(page, '绑定业务员身份')
  await goOn(page)
  await arrive(page, 'packages/rep/merchants')
  await see(page, '还没有商户')
  return page
}

/** The link of the rep's first code, as it is copied. */
export async function copyLink(phone: Phone): Promise<string> {
  const page = phone.page()
  await visit(page, 'packages/rep/codes')
  await tap(page, '复制链接')
  await see(page, /链接已复制/)
  return pasted(phone.context)
}

/** The list, fetched anew. */
export async function openMerchants(page: Page): Promise<void> {
  await visit(page, 'pages/me')
  await tap(page, '业务员工作台')
  await arrive(page, 'packages/rep/merchants')
}
