/** The tables of the content: ids, references, sources, completeness against the guides and the official table, tone. */
import { fees, feeNotes } from '#domain/content/fees'
import { filingRegions } from '#domain/content/filing-regions'
import { industries } from '#domain/content/industries'
import { materials } from '#domain/content/materials'
import { permits } from '#domain/content/permits'
import { questions } from '#domain/content/questions'
import { routes } from '#domain/content/routes'
import { sources } from '#domain/content/sources'
import type { Condition, Material, PermitRule, Piece, SubjectId } from '#domain/content/types'
import { filingAdvice } from '#domain/filing'

const guideIds = ['register-service-account', 'certify-service-account', 'reuse', 'register-standalone', 'finish-setup']
const iconNames = (
  'store mail licence permit person-card bank fee camera album edit message guide phone-call scan shield qr checklist ' +
  'computer phone share copy link search lock'
).split(' ')

const options = questions.flatMap((question) => question.options)
const pieces: readonly Piece[] = [
  ...questions,
  ...options,
  ...routes,
  ...materials,
  ...permits,
  ...industries,
  ...fees,
  ...feeNotes,
  ...filingRegions,
]
const byId = <T extends { readonly id: string }>(list: readonly T[], id: string): T => {
  const found = list.find((entry) => entry.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const material = (id: string): Material => byId(materials, id)
const duplicates = (ids: readonly string[]) => ids.filter((id, at) => ids.indexOf(id) !== at)
const wellFormed = /^[a-z0-9-]{1,40}$/
const NBSP = '\u00a0'
const spaced = (text: string) => text.split(NBSP).join(' ')

/** Every string a merchant reads. Ids, official names and search words are not ours to style. */
const texts = (value: unknown, key = ''): readonly string[] => {
  if (['id', 'ids', 'category', 'sources', 'words', 'icon', 'check', 'example', 'input', 'permit'].includes(key))
    return []
  if (typeof value === 'string') return /[\u4e00-\u9fff]/.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((entry) => texts(entry, key))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, entry]) => texts(entry, name))
}
const advice = filingRegions.flatMap(({ id }) => [...filingAdvice(id, 'company'), ...filingAdvice(id, 'sole-trader')])
const allTexts = texts([pieces, advice])

describe('ids and references', () => {
  test.each<readonly [string, readonly { readonly id: string }[]]>([
    ['questions', questions],
    ['routes', routes],
    ['materials', materials],
    ['permits', permits],
    ['industries', industries],
    ['fees', fees],
    ['fee notes', feeNotes],
    ['filing regions', filingRegions],
    ...questions.map((question) => [`options of ${question.id}`, question.options] as const),
  ])('ids of %s are unique and fit an entry key', (_, list) => {
    const ids = list.map(({ id }) => id)
    expect(duplicates(ids)).toEqual([])
    expect(ids.filter((id) => !wellFormed.test(id))).toEqual([])
  })

  test('parts of a material are unique for each subject and fit an entry key', () => {
    const applies = (condition: Condition | undefined, subject: SubjectId) =>
      condition === undefined || !('answer' in condition) || condition.in.includes(subject)
    for (const { id, fields = [], slots, statements = [] } of materials) {
      for (const subject of ['company', 'sole-trader'] as const) {
        const own = fields.filter((field) => applies(field.applies, subject))
        expect([id, duplicates(own.map((field) => field.id))]).toEqual([id, []])
      }
      const parts = [...fields, ...statements, ...(slots === undefined || slots === 'industry' ? [] : slots)]
      expect(parts.filter((part) => !wellFormed.test(part.id))).toEqual([])
      expect(duplicates(statements.map((statement) => statement.id))).toEqual([])
      for (const field of fields) expect(field.choices === undefined).toBe(field.input !== 'choice')
    }
  })

  test('slots of materials and permits share no id but the licence, whose photo serves both', () => {
    const slotIds = materials
      .flatMap(({ slots }) => (slots === undefined || slots === 'industry' ? [] : slots))
      .map(({ id }) => id)
    const shared = slotIds.filter((id) => permits.some((permit) => permit.id === id))
    expect(shared).toEqual(['business-licence'])
  })

  test('every source is known and dated', () => {
    for (const { id, sources: named } of pieces) {
      expect([id, named.length > 0]).toEqual([id, true])
      for (const name of named) expect(sources[name as keyof typeof sources].checked).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  test('permits resolve, and none is without use', () => {
    const used = (rule: PermitRule): readonly string[] =>
      'permit' in rule ? [rule.permit] : ('any' in rule ? rule.any : rule.all).flatMap(used)
    const named = new Set(industries.flatMap(({ permits: rule }) => (rule === undefined ? [] : used(rule))))
    expect([...named].filter((id) => !permits.some((permit) => permit.id === id))).toEqual([])
    expect(permits.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([])
  })

  test('conditions name known questions, options and guides', () => {
    const check = (condition: Condition): void => {
      if ('answer' in condition) {
        const known = byId(questions, condition.answer).options.map(({ id }) => id)
        expect(condition.in.filter((id) => !known.includes(id))).toEqual([])
      } else if ('guide' in condition) expect(guideIds).toContain(condition.guide)
      else if ('all' in condition) condition.all.forEach(check)
      else if ('any' in condition) condition.any.forEach(check)
      else if ('not' in condition) check(condition.not)
    }
    const fieldConditions = materials.flatMap(({ fields = [] }) => fields.map(({ applies }) => applies))
    const all = [
      ...questions.map(({ asked }) => asked),
      ...[...materials, ...fees, ...feeNotes].map(({ applies }) => applies),
    ]
    for (const condition of [...all, ...fieldConditions]) if (condition !== undefined) check(condition)
  })

  test('an inapplicable material says why, and icons are drawn ones', () => {
    for (const { id, applies, notApplicable, icon } of materials) {
      expect([id, notApplicable !== undefined]).toEqual([id, applies !== undefined])
      expect(iconNames).toContain(icon)
    }
  })

  test('every material has a part that must be there', () => {
    for (const { id, slots, fields = [], statements = [] } of materials) {
      const slotList = slots === undefined ? [] : slots
      const required =
        slotList === 'industry' ||
        slotList.some(({ optional }) => optional !== true) ||
        fields.some(({ optional }) => optional !== true) ||
        statements.length > 0
      expect([id, required]).toEqual([id, true])
    }
  })
})

describe('questions and routes', () => {
  test('four questions with the agreed options', () => {
    const shape = questions.map(({ id, options: own }) => [id, own.map((option) => option.id)])
    expect(shape).toEqual([
      ['subject', ['company', 'sole-trader', 'person']],
      ['service-account', ['certified', 'registered', 'none']],
      ['wants-service-account', ['yes', 'no']],
      ['industry', []],
    ])
    for (const { help, why } of questions) {
      expect(help?.lines.length).toBeGreaterThan(2)
      expect(why.length).toBeGreaterThan(5)
    }
  })

  test('five routes, their guides in order; only the closed one has remedies', () => {
    expect(Object.fromEntries(routes.map(({ id, guides }) => [id, guides]))).toEqual({
      'not-eligible': [],
      reuse: ['reuse', 'finish-setup'],
      'certify-then-reuse': ['certify-service-account', 'reuse', 'finish-setup'],
      'service-account-first': ['register-service-account', 'certify-service-account', 'reuse', 'finish-setup'],
      standalone: ['register-standalone', 'finish-setup'],
    })
    for (const { id, remedies } of routes) expect(remedies !== undefined).toBe(id === 'not-eligible')
  })
})

describe('materials', () => {
  const contract: Readonly<Record<string, readonly string[]>> = {
    'business-licence': ['slot:business-licence', 'name', 'code', 'until'],
    'industry-permits': ['slot:industry'],
    avatar: ['slot:avatar'],
    shop: ['name'],
    'email-service-account': ['address'],
    'email-mini-program': ['address'],
    'account-names': ['first', 'second', 'third'],
    'account-introduction': ['text'],
    contact: ['name', 'phone'],
    'company-bank-account': ['has', 'bank', 'branch', 'bank', 'branch', 'number'],
    invoice: ['kind', 'email'],
    administrator: ['name', 'statements'],
    'legal-representative': ['statements'],
    'certification-fee': ['statements'],
    filing: ['slot:filing-letter', 'region', 'statements'],
    'app-id': ['value'],
  }

  test('have the agreed ids and parts, in the order of the checklist', () => {
    const parts = ({ slots, fields = [], statements }: Material) => [
      ...(slots === 'industry' ? ['slot:industry'] : (slots ?? []).map(({ id }) => `slot:${id}`)),
      ...fields.map(({ id }) => id),
      ...(statements === undefined ? [] : ['statements']),
    ]
    expect(materials.map((entry) => [entry.id, parts(entry)])).toEqual(Object.entries(contract))
    expect(materials.map(({ group }) => group)).toEqual([
      ...Array<string>(3).fill('photo'),
      ...Array<string>(8).fill('text'),
      ...Array<string>(4).fill('confirm'),
      'text',
    ])
    expect(materials.filter(({ stage }) => stage === 'result').map(({ id }) => id)).toEqual(['app-id'])
  })

  test('only the account number stays on the phone; no password or ID number is asked for', () => {
    const fields = materials.flatMap(({ id, fields: own = [] }) =>
      own.map((field) => ({ ...field, key: `${id}.${field.id}` })),
    )
    expect(fields.filter(({ local }) => local === true).map(({ key }) => key)).toEqual(['company-bank-account.number'])
    expect(fields.filter(({ label }) => /密码|身份证/.test(label))).toEqual([])
  })

  test('a company gives its bank; a sole trader says whether there is one', () => {
    const required = (subject: SubjectId) =>
      (material('company-bank-account').fields ?? [])
        .filter(({ applies }) => applies === undefined || ('answer' in applies && applies.in.includes(subject)))
        .filter(({ optional }) => optional !== true)
        .map(({ id }) => id)
    expect(required('company')).toEqual(['bank', 'branch'])
    expect(required('sole-trader')).toEqual(['has'])
  })

  /** Every fact about preparation in both source guides, and where it lives now. */
  const facts: readonly (readonly [fact: string, home: string, said: RegExp])[] = [
    ['000 一.1 a mailbox that can receive mail, QQ advised', 'email-mini-program', /能收信，QQ 邮箱/],
    ['000 一.2 licence, photo or scan', 'business-licence', /拍照，或者原件的彩色扫描件/],
    ['000 一.3 permits of the trade', 'industry-permits', /食品经营许可证/],
    ['000 一.3 none needed: ignore', 'industry-permits', /没要求的，这一样不用管/],
    ['000 note: linking needs an account first', 'email-mini-program', /关联服务号的小程序，也要先有自己的账号/],
    ['000 2.4 not on 公众平台', 'email-mini-program', /没注册过公众平台/],
    ['000 2.4 not on 开放平台', 'email-mini-program', /没注册过开放平台/],
    ['000 2.4 not bound to a personal WeChat', 'email-mini-program', /没绑在任何人的个人微信上/],
    ['000 2.4 password rule', 'email-mini-program', /至少 8 位，用字母、数字或英文符号，分大小写/],
    ['000 2.4 keep mailbox and password', 'email-mini-program', /自己记牢.*以后登录还要用/],
    ['000 a fee for certification', 'certification-fee', /认证的最后一步是付款/],
    ['004 food operation', 'industry-permits', /做餐饮、卖食品的，要食品经营许可证/],
    ['004 food production', 'industry-permits', /食品厂要食品生产许可证/],
    ['004 see 服务类目', 'industry-permits', /「服务类目」/],
    ['004/3 unused mailbox for the service account', 'email-service-account', /没注册过公众平台/],
    ['004/3 the code comes to the mailbox', 'email-service-account', /往这个邮箱发验证码/],
    ['004/3 not the mailbox password', 'email-service-account', /不是邮箱的密码/],
    ['004/5 name and number of the licence', 'business-licence', /名称.*统一社会信用代码.*15 位注册号/],
    [
      '004/5 legal-representative verification advised',
      'legal-representative',
      /用法定代表人扫脸来验证，比花钱的「微信认证」方式好/,
    ],
    ['004/5 it may lift the limit', 'administrator', /能放宽 5 个的限制，我们没有证实/],
    ['004/6 same as the contact', 'administrator', /最好就是认证联系人/],
    ['004/6 ID, phone code and scan', 'administrator', /身份证、手机号和微信.*短信验证码/],
    ['004/6 later logins need the scan', 'administrator', /以后每次登录后台，也要他扫码/],
    ['004/7 name', 'account-names', /4–30 个字符/],
    ['004/7 introduction', 'account-introduction', /4–120 个字符/],
    ['004/8,12 licence is uploaded', 'business-licence', /认证、备案都要交执照照片/],
    ['004/13 bank account of the subject', 'company-bank-account', /认证要填它/],
    ['004/14 contact as administrator', 'contact', /最好就是管理员本人/],
    ['004/15 two ways to name', 'account-names', /自选词汇.*基于商标/],
    ['004/16 invoice', 'invoice', /不开具发票.*电子发票（普通）.*增值税专用发票/],
    ['004/17 fee is paid', 'certification-fee', /微信扫了付/],
    ['004 call within a working day', 'contact', /1 个工作日内会有审核公司打电话/],
    ['004 missed: failed, not refunded', 'contact', /没接到，认证就失败.*钱不退/],
    ['004/mp-5 another unused mailbox', 'email-mini-program', /服务号用了的邮箱，小程序要换一个/],
  ]
  test.each(facts)('%s → %s', (_, home, said) => {
    expect(spaced(texts(material(home)).join(' '))).toMatch(said)
  })

  test('004: a person cannot, a company or a sole trader can', () => {
    const said = texts(byId(routes, 'not-eligible')).join(' ')
    expect(said).toMatch(/个人还不能办/)
    expect(said).toMatch(/企业或个体工商户/)
  })

  test('photo rules of the official pages, also where they disagree', () => {
    const said = spaced(texts(material('business-licence')).join(' '))
    for (const rule of [/原件/, /彩色/, /四个角/, /翻拍屏幕/, /复印件/, /3 个月以上，宁夏要 6 个月以上/, /1 个月/]) {
      expect(said).toMatch(rule)
    }
    expect(said).toMatch(/100–200 KB、1500×1100 以上.*不超过 2 MB、720×1280 以上/)
    expect(said).toMatch(/5–15 个工作日/)
  })

  test('the administrator’s and the legal representative’s conditions', () => {
    const said = spaced(texts(material('administrator').statements).join(' '))
    for (const rule of [/都不到 5 个/, /满 18 周岁/, /实过名/, /手机在手边/, /港澳台/]) expect(said).toMatch(rule)
    const self = texts(material('legal-representative').statements).join(' ')
    for (const rule of [/带着自己的手机/, /本人对着屏幕扫，不转发/, /改选对公打款/]) expect(self).toMatch(rule)
  })
})

describe('industries', () => {
  /** The rows of the official table that a small business may meet, by their names there. */
  const rows = {
    餐饮服务: '餐饮服务场所/餐饮服务管理企业 餐厅排队 点餐平台 外卖平台',
    商家自营:
      '食品饮料 母婴食品 酒类 保健品 特殊医学用途配方食品 生鲜/初级食用农产品 百货商场/购物中心 服饰内衣 鞋靴 箱包皮具 美妆 ' +
      '个护家清 母婴用品 玩具 3C数码 家用电器 家居家纺 家装/五金/建材 工艺品 园艺/鲜花 宠物食品/用品 眼镜 钟表 时尚首饰 ' +
      '运动户外 办公/文具 农资 海淘 珠宝玉石 图书报刊/音像/影视/游戏/动漫 成人用品（医疗器械类） 成人情趣用品 农药销售 种子 预付卡',
    生活服务:
      '百货/超市/便利店 丽人服务 洗浴保健 宠物（非医院类） 宠物医院/兽医 求职/招聘 开锁服务 家政服务 婚庆服务 跑腿 寄存 休闲娱乐',
    旅游服务: '住宿服务 旅行社',
    医疗服务: '其他私立医疗机构 药品（非处方药）销售 医疗器械自营',
    教育服务: '非学科类培训机构 学历教育（培训机构） 课程销售 驾校培训',
    体育: '体育培训 体育场馆服务',
    汽车服务: '维修保养 汽车用品 二手车',
    物流服务: '收件/派件 货物运输',
    商业服务: '律所服务 会计师事务所 典当',
    电商平台: '电商平台',
  }
  const names = Object.entries(rows).flatMap(([parent, children]) =>
    children.split(' ').map((child) => `${parent} > ${child}`),
  )
  const categories = industries.map(({ category }) => category.split(' > ').slice(0, 2).join(' > '))

  test.each(names)('%s has an industry', (name) => {
    expect(categories).toContain(name)
  })

  const kinds = '咖啡厅 西餐 粤式 面包甜点饮品 川湘菜 日韩料理 东南亚菜 自助餐 小吃快餐 海鲜 火锅 其他'.split(' ')
  test.each(kinds)('餐饮 %s has an industry', (kind) => {
    const place = `餐饮服务 > 餐饮服务场所/餐饮服务管理企业 > ${kind}`
    expect(industries.some(({ category }) => category === place)).toBe(true)
  })

  test('none is asked where the table asks nothing', () => {
    const none = (
      'queueing supermarket clothes shoes bags cosmetics personal-care maternity toys digital appliances home-textiles ' +
      'building-materials crafts flowers pet-goods glasses watches fashion-jewellery sports-goods stationery farm-supplies ' +
      'overseas beauty hair nails pet-shop housekeeping wedding errands storage leisure gym sports-training sports-venue ' +
      'car-repair car-wash car-parts other'
    ).split(' ')
    for (const id of none) expect([id, byId(industries, id).permits]).toEqual([id, undefined])
  })

  const shape = (rule: PermitRule | undefined): unknown => {
    if (rule === undefined) return null
    if ('permit' in rule) return rule.permit
    return 'any' in rule ? { any: rule.any.map(shape) } : { all: rule.all.map(shape) }
  }
  const food = { any: ['food-operation', 'food-production', 'prepackaged-filing', 'border-health'] }
  const internet = { any: ['drug-info', 'drug-device-filing'] }
  const clinic = { any: ['medical-institution', 'tcm-clinic', 'clinic-filing'] }
  test.each<readonly [string, unknown]>([
    [
      'restaurant',
      {
        any: [
          'food-operation',
          { all: ['catering-relation', 'catering-letter', 'outlet-food-operation'] },
          'border-health',
        ],
      },
    ],
    ['ordering-platform', 'telecom'],
    ['delivery-platform', { any: ['online-food-platform', 'online-catering-platform'] }],
    ['food', food],
    ['infant-food', food],
    ['supermarket-online', food],
    ['food-factory', 'food-production'],
    ['liquor', { any: [{ any: ['food-production', 'food-operation'] }, 'prepackaged-filing', 'border-health'] }],
    ['health-food', { any: ['health-food-domestic', 'health-food-import', 'food-operation', 'prepackaged-filing'] }],
    ['medical-food', { any: ['food-operation', 'prepackaged-filing'] }],
    ['vegetables-fruit', 'business-licence'],
    ['jewellery', 'business-licence'],
    ['books', 'publication'],
    ['seeds', { any: ['seed-forestry', 'seed-crop', 'seed-filing', { all: ['seed-agency', 'seed-partner'] }] }],
    ['prepaid-cards', { any: ['prepaid-filing', 'payment'] }],
    [
      'massage',
      { all: ['public-hygiene', 'health-certificate', { any: ['fire-check', 'fire-acceptance'] }, 'storefront'] },
    ],
    ['pet-hospital', 'animal-clinic'],
    ['recruiting', 'human-resources'],
    ['locksmith', { all: ['business-licence', { any: ['locksmith-filing', 'locksmith-list'] }] }],
    ['homestay', { any: ['business-licence', 'special-trade'] }],
    ['travel-agency', 'travel-agency'],
    ['clinic', clinic],
    ['medical-beauty', clinic],
    ['pharmacy', { all: ['drug-operation', internet] }],
    ['medical-devices', { all: [internet, { any: ['device-production', 'device-operation'] }] }],
    [
      'hobby-classes',
      { any: ['private-school', 'off-campus', 'arts-opinion', 'training-filing', 'vocational-filing'] },
    ],
    ['school-tutoring', { all: ['private-school', { any: ['business-licence', 'institution', 'non-enterprise'] }] }],
    ['course-sales', 'telecom'],
    ['driving-school', 'driving-school'],
    ['courier', { any: ['courier', 'courier-outlet', { all: ['courier-agreement', 'courier-partner'] }] }],
    ['freight', { any: ['road-transport', 'rail-transport', 'sea-filing', 'air-transport'] }],
    ['marketplace', { all: ['telecom', 'platform-terms', 'platform-review', 'platform-disputes'] }],
  ])('the rule of %s', (id, expected) => {
    expect(shape(byId(industries, id).permits)).toEqual(expected)
  })

  test('the licence is asked for only with what its 经营范围 must say, or beside other papers', () => {
    const bare = industries.filter(
      ({ permits: rule }) => rule !== undefined && 'permit' in rule && rule.permit === 'business-licence',
    )
    for (const { id, permits: rule } of bare) {
      expect([id, rule !== undefined && 'permit' in rule && rule.scope?.startsWith('经营范围要有')]).toEqual([id, true])
    }
  })

  test('regional papers are taken, and said to be uncertain', () => {
    expect(byId(permits, 'food-operation').uncertain).toMatch(/小餐饮登记证.*是否被认可以审核为准/)
    for (const id of ['restaurant', 'snacks', 'food']) expect(byId(industries, id).note).toMatch(/是否被认可以审核为准/)
    expect(byId(permits, 'food-operation').check).toBe('food-operation-permit')
    expect(byId(permits, 'food-production').check).toBe('food-production-permit')
  })
})

describe('fees', () => {
  test('amounts to be ready for', () => {
    expect(fees.map(({ id, yuan, per }) => [id, ...yuan, per])).toEqual([
      ['service-account-certification', 300, 300, 'year'],
      ['mini-program-certification-company', 300, 300, 'year'],
      ['mini-program-certification-sole-trader', 30, 300, 'year'],
    ])
    expect(byId(fees, 'mini-program-certification-sole-trader').uncertain).toBeDefined()
  })

  test('the notes say what changed, that it is yearly, not refunded, and who decides', () => {
    const said = spaced(texts(feeNotes).join(' '))
    for (const rule of [
      /2023 年 9 月 25 日/,
      /2023 年 12 月 25 日/,
      /365 天/,
      /不退/,
      /原路退回/,
      /以微信后台显示为准/,
      /别选「微信认证」/,
    ]) {
      expect(said).toMatch(rule)
    }
  })

  test('no text promises a saving', () => {
    const sentences = allTexts.flatMap((text) => text.split(/[。；！？]/))
    const claims = sentences.filter((sentence) =>
      /省(下|掉|去|了)|省\s*\d|免费|不用(再)?(交|付)钱|节省|节约|零费用/.test(sentence),
    )
    const denied = /教程说|复用不等于免费|别带「免费」/
    expect(claims.filter((sentence) => !denied.test(sentence))).toEqual([])
    expect(claims.length).toBeGreaterThan(1)
  })
})

describe('filing', () => {
  const said = (region: string, subject: SubjectId) =>
    spaced(
      filingAdvice(region, subject)
        .map(({ title, text }) => `${title}：${text}`)
        .join('\n'),
    )
  const mainland = filingRegions.filter(({ rules }) => rules !== null)

  test('34 regions, 31 with rules, offered by the filing material', () => {
    expect(filingRegions).toHaveLength(34)
    expect(mainland).toHaveLength(31)
    const choices = material('filing').fields?.find(({ id }) => id === 'region')?.choices
    expect(choices?.map(({ id }) => id)).toEqual(filingRegions.map(({ id }) => id))
  })

  const named = (rule: (region: (typeof mainland)[number]) => boolean) =>
    mainland
      .filter(rule)
      .map(({ name }) => name)
      .sort()
  const list = (text: string) => text.split(' ').sort()

  test('who may be 主体负责人', () => {
    const withLetter = named(({ rules }) => rules?.principal.company === 'letter')
    expect(withLetter).toEqual(list('吉林 甘肃 江苏 安徽 四川'))
    expect(named(({ rules }) => rules?.principal.company === 'anyone')).toEqual(list('北京 海南 辽宁'))
    expect(named(({ rules }) => rules?.principal['sole-trader'] === 'letter')).toEqual(list('吉林 甘肃 江苏 安徽'))
  })

  test('who may be 小程序负责人', () => {
    expect(named(({ rules }) => rules?.manager.company === 'letter')).toEqual(
      list('天津 黑龙江 江苏 安徽 湖北 湖南 重庆 四川 贵州 陕西 青海 宁夏 福建'),
    )
    expect(named(({ rules }) => rules?.manager.company === 'online-letter')).toEqual(['上海'])
    expect(named(({ rules }) => rules?.manager['sole-trader'] === 'legal-representative')).toEqual(['福建'])
  })

  test('where a seal must be carved, and where the 承诺书 is downloaded', () => {
    expect(named(({ rules }) => rules?.withoutSeal === false)).toEqual(list('上海 江苏 宁夏 福建'))
    expect(named(({ rules }) => rules?.commitment !== undefined)).toEqual(list('广东 新疆'))
    expect(named(({ rules }) => rules?.validMonths === 6)).toEqual(['宁夏'])
  })

  test('广东: the 承诺书 is downloaded, signed within half a year', () => {
    expect(said('guangdong', 'company')).toMatch(/第一次备案时要下载承诺书.*半年/)
    expect(said('guangdong', 'company')).not.toMatch(/公章的个体工商户/)
    expect(said('guangdong', 'sole-trader')).toMatch(/备注里写「个体工商户无公章」/)
    expect(said('xinjiang', 'company')).toMatch(/90 天/)
    expect(said('zhejiang', 'company')).toMatch(/不用下载承诺书/)
  })

  test('上海: a sole trader without a seal carves one first; a company is not told so', () => {
    expect(filingAdvice('shanghai', 'sole-trader')[0]).toMatchObject({ level: 'stop', title: '没有公章，要先刻一个' })
    expect(said('shanghai', 'company')).not.toMatch(/公章/)
    expect(said('shanghai', 'company')).toMatch(/授权书由页面生成/)
    expect(said('sichuan', 'sole-trader')).toMatch(/主体备注里写「个体工商户无公章」/)
  })

  test('福建: the manager of a sole trader is the owner, a company may send somebody with a letter', () => {
    const stops = filingAdvice('fujian', 'sole-trader').filter(({ level }) => level === 'stop')
    expect(stops.map(({ title }) => title)).toEqual(['管理员要是经营者本人', '没有公章，要先刻一个'])
    expect(said('fujian', 'company')).toMatch(/管理员不是法定代表人，要交授权书/)
  })

  test('addresses, and validity in 宁夏', () => {
    expect(said('beijing', 'company')).toMatch(/地址别用特殊符号/)
    for (const region of ['zhejiang', 'guangxi']) expect(said(region, 'company')).toMatch(/别选「市辖区」/)
    expect(said('ningxia', 'company')).toMatch(/6 个月以上/)
    expect(said('hubei', 'sole-trader')).toMatch(/电子商务情况说明书/)
  })

  test('nothing for a person or an unknown region; 香港, 澳门, 台湾 are sent on', () => {
    expect(filingAdvice('guangdong', 'person')).toEqual([])
    expect(filingAdvice('atlantis', 'company')).toEqual([])
    for (const region of ['hongkong', 'macao', 'taiwan']) expect(said(region, 'company')).toMatch(/先问服务商/)
  })

  test('the most serious first', () => {
    const order = ['stop', 'caution', 'info']
    for (const { id } of filingRegions) {
      const levels = filingAdvice(id, 'sole-trader').map(({ level }) => order.indexOf(level))
      expect(levels).toEqual([...levels].sort((a, b) => a - b))
    }
  })
})

describe('tone', () => {
  /** Words of official pages, papers and names are quoted as they are. */
  const ours = allTexts.map((text) => text.replace(/「[^」]*」|《[^》]*》/g, '「」'))

  test.each<readonly [string, RegExp]>([
    ['个体户', /个体户/],
    ['帐号', /帐号/],
    ['您', /您/],
    ['half-width punctuation', /[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]/],
    ['straight quotes', /["'“”‘’]/],
    ['a dot between facts', /·/],
    ['~ for a range', /[~～]|\d-\d/],
    ['emoji', /\p{Extended_Pictographic}/u],
    ['no space at a digit', /[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff]/],
    ['no space at Latin', /[\u4e00-\u9fff][A-Za-z]|[A-Za-z][\u4e00-\u9fff]/],
    ['a breaking space before a unit', /\d (?:元|天|年|月|日|个|位|次|张|种|选|步|样|小时|周岁|倍|KB|MB)/],
    ['our own 微信 brand', /微信小?助手/],
  ])('nowhere: %s', (_, pattern) => {
    // The official name of one paper begins with these words.
    const allowed = ['微信小程序餐饮门店运营资质和责任承诺函']
    expect(ours.filter((text) => pattern.test(text) && !allowed.includes(text))).toEqual([])
  })

  test('second lines are short enough for one line', () => {
    expect(materials.map(({ summary }) => summary).filter((summary) => summary.length > 20)).toEqual([])
  })
})
