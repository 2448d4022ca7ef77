import { licenceInPrint } from '../../../src/domain/licence/print'

const code = '92330102MA2EXAMP5X'
const name = '杭州市上城区小满面馆'

describe('the code', () => {
  test.each([
    ['as printed', [`统一社会信用代码`, code]],
    ['behind its label', [`统一社会信用代码${code}`]],
    ['in groups', ['9233 0102 MA2E XAMP 5X']],
    ['full-width', ['统一社会信用代码：９２３３０１０２ＭＡ２ＥＸＡＭＰ５Ｘ']],
    ['lower case', [code.toLowerCase()]],
    ['O for 0', ['9233O1O2MA2EXAMP5X']],
    ['l for 1', ['92330l02MA2EXAMP5X']],
    ['I for 1', ['92330I02MA2EXAMP5X']],
    ['S for 5', ['92330102MA2EXAMPSX']],
    ['Z for 2', ['92330102MAZEXAMP5X']],
    ['over two lines', ['统一社会信用代码92330102MA', '2EXAMP5X']],
    ['one text with line breaks', [`营业执照\n统一社会信用代码\n${code}\n名称`]],
    ['something stuck to it', [`1${code}`]],
    ['the number of the copy behind it', [`${code}(1/1)`]],
  ])('%s', (_, lines) => expect(licenceInPrint(lines)).toEqual({ code }))

  test.each([
    ['an ID number', ['11010519491231002X']],
    ['a wrong check character', [`${code.slice(0, 17)}A`]],
    ['17 characters', [code.slice(1)]],
    ['a 注册号 that is wrong', ['注册号 110108000000017']],
    ['15 digits that nothing names', ['110108000000016']],
    ['nothing', []],
  ])('%s: none', (_, lines) => expect(licenceInPrint(lines)).toBeNull())

  test('of two wrong ones with different corrections neither', () => {
    expect(licenceInPrint(['9233O102MA2EXAMP5X', '9144O300708461136T'])).toBeNull()
  })

  test('an older licence has a 注册号', () => {
    expect(licenceInPrint(['注册号', '110108000000016'])).toEqual({ code: '110108000000016' })
    expect(licenceInPrint(['注册号：110108000000016'])).toEqual({ code: '110108000000016' })
  })
})

describe('the name', () => {
  test.each([
    ['behind its label', [`名称 ${name}`]],
    ['set wide', [`名    称  ${name}`]],
    ['in the next line', ['名称', name, '类型', '个体工商户']],
    ['the label broken', ['名', '称', name]],
    ['the label broken, the name behind its half', ['名', `称 ${name}`]],
    ['only the half seen', ['称', name]],
    ['with a colon', [`名称：${name}`]],
    ['going on', ['名称 杭州市上城区', '小满面馆', '组成形式 个人经营']],
    ['企业名称', [`企业名称:${name}`]],
  ])('%s', (_, lines) => expect(licenceInPrint(lines)).toEqual({ name }))

  test.each([
    ['名称', '称心如意饭店', '称心如意饭店'],
    ['名称', '名仕理发店', '名仕理发店'],
    ['名称', '样例（杭州）科技有限公司（分公司）', '样例（杭州）科技有限公司（分公司）'],
  ])('%s %s', (label, shop, expected) => expect(licenceInPrint([label, shop])).toEqual({ name: expected }))

  test.each([
    ['another label follows', ['名称', '类型', '个体工商户']],
    ['stars', ['名称 ***']],
    ['Latin letters only', ['名称 ABC']],
    ['one character', ['名称 店']],
    ['字号名称', ['字号名称 小满']],
    ['nothing follows', ['名称']],
  ])('%s: none', (_, lines) => expect(licenceInPrint(lines)).toBeNull())

  test('the next line is no part of a name that is complete', () => {
    expect(licenceInPrint(['名称 小满面馆', '类型 个体工商户'])).toEqual({ name: '小满面馆' })
    expect(licenceInPrint(['名称 小满面馆', '江滨路总店'])).toEqual({ name: '小满面馆' })
  })
})

test('a whole licence, as a recogniser tears it apart', () => {
  const lines = [
    '营业执照',
    '（副 本）',
    '统一社会信用代码',
    '9233O102MA2EXAMP5X',
    '名',
    '称 杭州市上城区小满面馆',
    '类',
  ]
  expect(licenceInPrint([...lines, '型 个体工商户', '经营者 陈小满', '经营范围 餐饮服务'])).toEqual({ code, name })
})
