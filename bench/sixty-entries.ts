/**
 * What a company holds in the end that registered both accounts: 60 entries under the product's own keys, with
 * values of usual length. Everything the bench stores, sends and compares is made of these.
 */
import type { Value } from '#domain/entries'
import { content } from '#domain/content/content'

const walked = ['register-service-account', 'certify-service-account', 'reuse', 'finish-setup']
const ticked = Date.UTC(2026, 9, 12, 9, 30)
const minute = 60_000

const answers: readonly (readonly [string, Value])[] = [
  ['a.subject', 'company'],
  ['a.service-account', 'none'],
  ['a.wants-service-account', 'yes'],
  ['a.industry', 'restaurant'],
]
const typed: readonly (readonly [string, Value])[] = [
  ['t.shop.name', '青岚小厨'],
  ['t.email-service-account.address', 'fuwuhao@qinglan.example'],
  ['t.email-mini-program.address', 'xiaochengxu@qinglan.example'],
  ['t.business-licence.name', '青岚餐饮管理（示例）有限公司'],
  ['t.business-licence.code', '91350100M000100Y43'],
  ['t.administrator.name', '张三'],
  ['t.company-bank-account.bank', '示例银行'],
  ['t.company-bank-account.branch', '示例银行城东支行'],
  ['t.account-names.first', '青岚小厨'],
  ['t.account-names.second', '青岚小厨餐厅'],
  ['t.account-names.third', '青岚小厨城东店'],
  ['t.account-introduction.text', '城东的家常菜馆，可以在线点餐、订座、看今日菜单。'],
  ['t.contact.name', '张三'],
  ['t.contact.phone', '13800000000'],
  ['t.invoice.kind', 'electronic'],
  ['t.filing.region', 'fujian'],
  ['t.app-id.value', 'wx0123456789abcdef'],
]
const confirmed = ['administrator', 'legal-representative', 'certification-fee', 'filing']
const photos: readonly (readonly [string, Value])[] = [
  'p.business-licence.Licence0000000000001',
  'p.food-operation-permit.Permit00000000000001',
  'p.avatar.Avatar00000000000001',
].map((key, n) => [key, { sha256: String(n).repeat(64), w: 1600, h: 1200 }])

/** In the order in which they were written, a minute apart. */
export const sixtyEntries: readonly (readonly [key: string, value: Value])[] = [
  ...answers,
  ...typed,
  ...confirmed.map((material): [string, Value] => [`c.${material}`, true]),
  ...photos,
  ...content.guides
    .filter(({ id }) => walked.includes(id))
    .flatMap(({ id, steps }) => steps.map((step) => `s.${id}.${step.id}`))
    .map((key, n): [string, Value] => [key, ticked + n * minute]),
].slice(0, 60)

/** The step whose tick is measured: a key of usual length. */
export const measuredTick = 's.finish-setup.category'
