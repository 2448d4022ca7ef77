import type { Field, Material } from '#domain/content/types'
import { checkField } from '#domain/field-check'
import { plan } from '#domain/route'
import { fieldValue, stepFields } from '#domain/values'
import { content } from './support/content'
import { company, entriesOf, reuse, serviceFirst, standalone } from './support/entries'

const at = (id: string, fieldId: string): readonly [Material, Field] => {
  const material = content.materials.find((one) => one.id === id)
  const field = material?.fields?.find((one) => one.id === fieldId)
  if (!material || !field) throw new Error(`no ${id}.${fieldId}`)
  return [material, field]
}
const check = (id: string, field: string, text: string, entries = entriesOf()) =>
  checkField(...at(id, field), text, entries)

describe('a field as it is typed', () => {
  test('is put right and kept', () => {
    expect(check('business-licence', 'name', ' 样例（杭州）有限公司\u200b ')).toEqual({
      ok: true,
      value: '样例（杭州）有限公司',
    })
    expect(check('business-licence', 'code', '９144 0300 7152 6726 xg')).toEqual({
      ok: true,
      value: '9144030071526726XG',
    })
    expect(check('company-bank-account', 'number', '6222 0000-1111 ２２２２')).toEqual({
      ok: true,
      value: '6222000011112222',
    })
    expect(check('company-bank-account', 'has', 'yes')).toEqual({ ok: true, value: 'yes' })
  })
  test.each([
    ['business-licence', 'name', ' \u3000', 'empty'],
    ['business-licence', 'name', '甲'.repeat(501), 'length'],
    ['business-licence', 'code', '91', 'length'],
    ['company-bank-account', 'number', '六二二二', 'format'],
    ['company-bank-account', 'has', 'maybe', 'choice'],
    ['app-id', 'value', 'gh_1', 'refused'],
    ['business-licence', 'name', '张三 11010519491231002X', 'refused'],
  ])('%s.%s %j fails: %s', (id, field, text, error) => {
    expect(check(id, field, text)).toMatchObject({
      ok: false,
      error,
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
    })
  })
  test('an optional one may stay empty', () =>
    expect(check('company-bank-account', 'number', ' ')).toEqual({ ok: true, value: '' }))
})

describe('the same mailbox twice', () => {
  const message = '两个账号要用不同的邮箱'
  const service = { 't.email-service-account.address': 'Shop@qq.com' }
  const mini = { 't.email-mini-program.address': 'shop@qq.com' }
  test('is refused on either side, however written', () => {
    for (const text of ['shop@qq.com', ' SHOP＠qq。com']) {
      expect(check('email-mini-program', 'address', text, entriesOf(serviceFirst, service))).toEqual({
        ok: false,
        error: 'taken',
        message,
      })
      expect(check('email-service-account', 'address', text, entriesOf(serviceFirst, mini))).toEqual({
        ok: false,
        error: 'taken',
        message,
      })
    }
  })
  test('its own value is no clash', () => {
    expect(check('email-mini-program', 'address', 'shop@qq.com', entriesOf(serviceFirst, mini)).ok).toBe(true)
    expect(check('email-mini-program', 'address', 'other@qq.com', entriesOf(serviceFirst, service)).ok).toBe(true)
  })
  test('also after the service account was registered and the answer changed', () => {
    expect(check('email-mini-program', 'address', 'shop@qq.com', entriesOf(reuse, service)).ok).toBe(false)
  })
  test('a mailbox meant for a service account that is not wanted any more is free', () => {
    expect(check('email-mini-program', 'address', 'shop@qq.com', entriesOf(standalone, service)).ok).toBe(true)
  })
})

test('a licence of the other kind than was answered', () => {
  const soleTrader = { ...company, 'a.subject': 'sole-trader' }
  const code = (text: string, entries = entriesOf(company)) => check('business-licence', 'code', text, entries)
  expect(code('92330102MA2EXAMP5X')).toMatchObject({ ok: true, warnings: [expect.stringContaining('个体工商户')] })
  expect(code('92330102MA2EXAMP5X', entriesOf(soleTrader))).toEqual({ ok: true, value: '92330102MA2EXAMP5X' })
  expect(code('9144030071526726XG', entriesOf(soleTrader))).toMatchObject({
    ok: true,
    warnings: [expect.stringContaining('企业')],
  })
  expect(code('9144030071526726XG')).toEqual({ ok: true, value: '9144030071526726XG' })
})

describe('values for the official page', () => {
  const entries = entriesOf({
    't.business-licence.name': '样例公司',
    'l.company-bank-account.number': '6222',
    't.company-bank-account.has': 'yes',
    't.company-bank-account.bank': '',
    't.shop.name': 5,
  })
  test.each([
    [{ entry: 't.business-licence.name' }, { kind: 'value', text: '样例公司' }],
    [{ entry: 'l.company-bank-account.number' }, { kind: 'value', text: '6222' }],
    [{ entry: 't.company-bank-account.has' }, { kind: 'value', text: '有' }],
    [{ entry: 't.company-bank-account.bank' }, { kind: 'missing', material: 'company-bank-account', field: 'bank' }],
    [{ entry: 't.business-licence.code' }, { kind: 'missing', material: 'business-licence', field: 'code' }],
    [{ entry: 't.shop.name' }, { kind: 'missing', material: 'shop', field: 'name' }],
    [{ text: '中国大陆' }, { kind: 'value', text: '中国大陆' }],
    [{ photo: 'business-licence' }, { kind: 'photo', material: 'business-licence' }],
    [{ onPage: '密码不存' }, { kind: 'on-page', why: '密码不存' }],
  ])('%j → %j', (source, expected) => expect(fieldValue(source, entries, content.materials)).toEqual(expected))

  test('a choice is shown by its id where the materials are not at hand', () => {
    expect(fieldValue({ entry: 't.company-bank-account.has' }, entries)).toEqual({ kind: 'value', text: 'yes' })
  })

  test('fields for others are left out', () => {
    const step = content.guides[0]?.steps[0]
    if (!step) throw new Error('no step')
    const fields = [
      { label: '名称', value: { text: '甲' } },
      { label: '备注', value: { text: '乙' }, applies: { answer: 'subject', in: ['sole-trader'] } },
    ] as const
    const labels = (subject: string) =>
      stepFields({ ...step, fields }, plan(content, { subject })).map(({ label }) => label)
    expect(labels('company')).toEqual(['名称'])
    expect(labels('sole-trader')).toEqual(['名称', '备注'])
    expect(stepFields(step, plan(content, {}))).toEqual([])
  })
})
