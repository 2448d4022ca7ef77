import { checkAccountName } from '#domain/checks/account-name'
import { checkIntroduction } from '#domain/checks/introduction'

describe('account name', () => {
  test.each(['小满面馆上城店', '阿福Cafe', 'Lulu1986', '山药娃农家菜', '小满面馆'])('%s passes', (name) => {
    expect(checkAccountName(name)).toEqual({ ok: true, value: name })
  })
  test.each([
    ['', 'empty'],
    ['面', 'length'],
    ['abc', 'length'],
    ['一二三四五六七八九十一二三四五六', 'length'],
    ['小满微信商城', 'refused'],
    ['WeChat 小满', 'refused'],
    ['腾 讯小满', 'refused'],
    ['ｗｅｉｘｉｎ小满', 'refused'],
  ])('%j fails: %s', (name, error) => expect(checkAccountName(name)).toMatchObject({ ok: false, error }))

  test('exactly 4 and 30 wide pass', () => {
    expect(checkAccountName('阿福').ok).toBe(true)
    expect(checkAccountName('甲'.repeat(15)).ok).toBe(true)
    expect(checkAccountName(`${'甲'.repeat(15)}a`).ok).toBe(false)
  })

  /** The examples of 运营规范 2.3–2.5 and 备案 §9 among them. */
  test.each([
    ['免费自助餐', '宣传'],
    ['女装巨便宜', '宣传'],
    ['名牌包包清仓', '宣传'],
    ['小满全城第一', '宣传'],
    ['短裤短裙', '太常见'],
    ['奶茶店', '太常见'],
    ['美食外卖平台', '太常见'],
    ['20252026', '太常见'],
    ['小满星巴克', '品牌'],
    ['小满图书', '备案'],
    ['阿福大药房', '备案'],
    ['小满教育培训', '备案'],
    ['小满网约车', '备案'],
    ['中国小满', '批准'],
    ['中华小满面', '批准'],
    ['小满小程序', '小程序'],
    ['小满QQ糖', 'qq'],
    ['小满&阿福', '「&」'],
    ['小满 面馆', '空格'],
    ['小满🍜面馆', '「🍜」'],
  ])('%s passes with a warning about %s', (name, about) => {
    expect(checkAccountName(name)).toMatchObject({
      ok: true,
      value: name,
      warnings: expect.arrayContaining([expect.stringContaining(about)]),
    })
  })
})

describe('introduction', () => {
  test('passes, and is tidied', () => {
    expect(checkIntroduction(' 现煮手工面，\n可到店，可外送，最好提前预约。 ')).toEqual({
      ok: true,
      value: '现煮手工面， 可到店，可外送，最好提前预约。',
    })
  })
  test.each([
    ['', 'empty'],
    ['面', 'length'],
    ['面'.repeat(61), 'length'],
  ])('%j fails: %s', (text, error) => expect(checkIntroduction(text)).toMatchObject({ ok: false, error }))
  test('says how much is too much', () => {
    expect(checkIntroduction('面'.repeat(63))).toMatchObject({ message: expect.stringContaining('多了 3') })
  })
  test.each([
    ['手工面，电话 13800138000', '电话'],
    ['手工面，看 www.example.com', '网址'],
    ['手工面免费送', '免费'],
    ['微信订餐的手工面', '微信'],
  ])('%s: a warning about %s', (text, about) => {
    expect(checkIntroduction(text)).toMatchObject({ ok: true, warnings: [expect.stringContaining(about)] })
  })
})
