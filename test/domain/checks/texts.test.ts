import fc from 'fast-check'
import { checkAppId } from '#domain/checks/app-id'
import { checkEmail, mailboxOf } from '#domain/checks/email'
import { holdsIdNumber } from '#domain/checks/id-number'
import { compact, squeeze, tidy, toHalfWidth } from '#domain/checks/normalise'
import { checkPhone } from '#domain/checks/phone'
import { checks } from '#domain/checks/registry'
import { widthOf } from '#domain/checks/width'

describe('normalise', () => {
  test.each([
    [tidy, '  小满\u3000 面馆\u200b\n', '小满 面馆'],
    [tidy, '小满（上城）店', '小满（上城）店'],
    [tidy, '半\ud800个', '半个'],
    [toHalfWidth, 'ＡＢｃ１２－（）', 'ABc12-()'],
    [squeeze, ' ａ＠ qq。com ', 'a@qq。com'],
    [compact, '编号：ab－c d—1', 'ABCD1'],
  ])('%p %j → %j', (normalise, text, expected) => {
    expect(normalise(text)).toBe(expected)
  })
  test.each([tidy, toHalfWidth, squeeze, compact])('%p is idempotent', (normalise) => {
    const odd = fc.constantFrom(
      '\u3000',
      '\u200b',
      '\ufeff',
      '－',
      '—',
      'Ａ',
      'ｚ',
      '：',
      '代',
      '\u00a0',
      '\n',
      '\ud800',
      'ß',
      'a',
      '9',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(odd).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => expect(normalise(normalise(text))).toBe(normalise(text))),
      { numRuns: 1_000 },
    )
  })
})

describe('width', () => {
  test.each([
    ['', 0],
    ['abc1', 4],
    ['小满面馆', 8],
    ['小满Cafe', 8],
    ['（）', 4],
    ['é', 1],
    ['🍜', 4],
  ])('%j is %i wide', (text, width) => expect(widthOf(text)).toBe(width))
})

describe('email', () => {
  test.each([
    ['sample_shop@qq.com', 'sample_shop@qq.com'],
    [' Sample.Shop@QQ.COM ', 'Sample.Shop@qq.com'],
    ['sample＠ｑｑ。com', 'sample@qq.com'],
    ['mailto:a@example.com.cn', 'a@example.com.cn'],
  ])('%j → %j', (text, value) => expect(checkEmail(text)).toEqual({ ok: true, value }))
  test.each([
    ['', 'empty'],
    ['12345678', 'format'],
    ['a@qq', 'format'],
    ['a@@qq.com', 'format'],
    ['a..b@qq.com', 'format'],
    ['小满@qq.com', 'format'],
    ['a,b@qq.com', 'format'],
    [`${'a'.repeat(250)}@qq.com`, 'length'],
  ])('%j fails: %s', (text, error) => expect(checkEmail(text)).toMatchObject({ ok: false, error }))
  test.each([
    ['a@qq.con', 'qq.com'],
    ['a@qq.cm', 'qq.com'],
    ['a@qqq.com', 'qq.com'],
    ['a@gmial.com', 'gmail.com'],
    ['a@163.co', '163.com'],
  ])('%s asks whether %s was meant', (text, meant) => {
    expect(checkEmail(text)).toMatchObject({ ok: true, warnings: [expect.stringContaining(meant)] })
  })
  test('one mailbox however it is written', () => {
    expect(mailboxOf(' Shop＠QQ.com')).toBe(mailboxOf('shop@qq.com'))
  })
})

describe('phone', () => {
  test.each([
    ['13800138000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['00８６13800138000', '13800138000'],
    ['手机：138 0013 8000', '13800138000'],
  ])('%j → %j', (text, value) => expect(checkPhone(text)).toEqual({ ok: true, value }))
  test.each([
    ['0571-88888888', '0571-88888888'],
    ['(010)65556666', '010-65556666'],
    ['02161234567', '021-61234567'],
    ['0571-88888888转801', '0571-88888888-801'],
    ['0898—6677889', '0898-6677889'],
  ])('landline %j → %j, with a word about text messages', (text, value) => {
    expect(checkPhone(text)).toMatchObject({ ok: true, value, warnings: [expect.stringContaining('短信')] })
  })
  test.each([
    ['', 'empty'],
    ['1380013800', 'length'],
    ['138001380000', 'length'],
    ['12800138000', 'format'],
    ['88888888', 'format'],
    ['0571-8888', 'format'],
    ['400-800-8888', 'format'],
    ['138a0138000', 'format'],
  ])('%j fails: %s', (text, error) => expect(checkPhone(text)).toMatchObject({ ok: false, error }))
})

describe('AppID', () => {
  test.each(['wx0123456789abcdef', ' WX0123456789ABCDEF ', 'AppID(小程序ID)：wx0123456789abcdef'])(
    '%j passes',
    (text) => {
      expect(checkAppId(text)).toEqual({ ok: true, value: 'wx0123456789abcdef' })
    },
  )
  test.each([
    ['', 'empty', ''],
    ['wx0123456789abcde', 'length', ''],
    ['0123456789abcdef0123456789abcdef', 'refused', 'AppSecret'],
    ['gh_0123456789ab', 'refused', '原始'],
    ['0123456789abcdef', 'format', 'wx'],
    ['wx0123456789abcdeg', 'format', ''],
  ])('%j fails: %s', (text, error, said) => {
    expect(checkAppId(text)).toMatchObject({ ok: false, error, message: expect.stringContaining(said) })
  })
  test('a look-alike is offered only where one reading is possible', () => {
    expect(checkAppId('wxO123456789abcdef')).toMatchObject({ ok: false, suggestion: 'wx0123456789abcdef' })
  })
})

describe('ID numbers', () => {
  // The example of the standard itself.
  test('found with a right check, not otherwise', () => {
    expect(holdsIdNumber('11010519491231002X')).toBe(true)
    expect(holdsIdNumber('号码110105-19491231-002x。')).toBe(true)
    expect(holdsIdNumber('110105194912310021')).toBe(false)
    expect(holdsIdNumber('6222021101051949123100')).toBe(false)
    expect(holdsIdNumber('9144030071526726XG')).toBe(false)
    expect(holdsIdNumber('13800138000')).toBe(false)
  })
})

describe('every check', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ maxLength: 60 }),
    fc.stringMatching(/^[0-9A-Za-z@.\-_ ]{0,40}$/),
  )
  test.each(Object.entries(checks))('%s answers anything, in Chinese, with a value that passes again', (_, check) => {
    fc.assert(
      fc.property(odd, (text) => {
        const result = check(text)
        if (result.ok) {
          expect(check(result.value)).toEqual(result)
          for (const warning of result.warnings ?? []) expect(warning).toMatch(/[\u4e00-\u9fff].*[。？]$/)
        } else {
          expect(result.message).toMatch(/[\u4e00-\u9fff].*。$/)
          if (result.suggestion !== undefined) expect(check(result.suggestion).ok).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
