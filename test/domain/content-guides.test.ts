/** The guides and the error texts: complete against both source guides and the facts, resolvable, short, in our tone. */
import { content } from '#domain/content/content'
import { errors } from '#domain/content/errors'
import { sources } from '#domain/content/sources'
import type { Clock, Guide, Part, Step, StepField, SubjectId } from '#domain/content/types'

const { guides, materials, questions } = content
const places = guides.flatMap((guide) => guide.steps.map((step) => ({ guide, step, name: `${guide.id}.${step.id}` })))
const partsOf = (step: Step): readonly Part[] => step.parts ?? []
const idsOf = (guide: Guide): readonly string[] =>
  guide.steps.flatMap((step) => [step.id, ...partsOf(step).map((part) => part.id)])
const tickable = new Set(guides.flatMap((guide) => idsOf(guide).map((id) => `${guide.id}.${id}`)))
const stepNames = new Set(places.map(({ name }) => name))
const duplicates = (list: readonly string[]) => list.filter((entry, at) => list.indexOf(entry) !== at)
const clocks: readonly { readonly at: string; readonly clock: Clock }[] = places.flatMap(({ guide, step, name }) => [
  ...(step.clock === undefined ? [] : [{ at: name, clock: step.clock }]),
  ...partsOf(step).flatMap(({ id, clock }) => (clock === undefined ? [] : [{ at: `${guide.id}.${id}`, clock }])),
])
const NBSP = '\u00a0'
const spaced = (text: string) => text.split(NBSP).join(' ')

/** Every string of ours. What an official page says (labels, error texts), ids and addresses are quoted as they are. */
const skipped = [
  'id',
  'sources',
  'covers',
  'errors',
  'until',
  'after',
  'words',
  'said',
  'label',
  'url',
  'entry',
  'photo',
]
const texts = (value: unknown, key = ''): readonly string[] => {
  if (skipped.includes(key)) return []
  if (typeof value === 'string') return /[\u4e00-\u9fff]/.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((entry) => texts(entry, key))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, entry]) => texts(entry, name))
}
const guideOf = (id: string): Guide => {
  const found = guides.find((guide) => guide.id === id)
  if (found === undefined) throw new Error(`no guide ${id}`)
  return found
}
const said = (place: string): string => {
  const [guideId = '', stepId] = place.split('/')
  const guide = guideOf(guideId)
  if (stepId === undefined) return spaced(texts({ ...guide, steps: [] }).join(' '))
  const step = guide.steps.find(({ id }) => id === stepId)
  if (step === undefined) throw new Error(`no step ${place}`)
  return spaced(texts(step).join(' '))
}

describe('completeness', () => {
  test('five guides with the agreed steps', () => {
    expect(guides.map(({ id, steps }) => [id, steps.map((step) => step.id).join(' ')])).toEqual([
      ['register-service-account', 'open-site account-kind email-password confirm-kind subject administrator profile'],
      [
        'certify-service-account',
        'apply administrator agreement subject-kind licence bank-account contact name invoice pay audit-call',
      ],
      ['reuse', 'menu quick-register terms scan reuse-tick mailbox activate administrator'],
      ['register-standalone', 'landing account activate subject administrator'],
      ['finish-setup', 'information category certification filing privacy app-id'],
    ])
  })

  test('every numbered step of both source guides is carried, and nothing else is claimed', () => {
    const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`)
    const all = [...numbered('004/', 17), ...numbered('004/mp-', 5), ...numbered('000/1.', 3), ...numbered('000/2.', 5)]
    const covered = new Set(places.flatMap(({ step }) => step.covers ?? []))
    expect(all.filter((id) => !covered.has(id))).toEqual([])
    expect([...covered].filter((id) => !all.includes(id))).toEqual([])
  })

  test('the steps of guide 004 come in its order', () => {
    const order = (guide: string, prefix: RegExp) =>
      guideOf(guide).steps.flatMap((step) => (step.covers ?? []).filter((id) => prefix.test(id)))
    const numbers = ['register-service-account', 'certify-service-account'].flatMap((id) => order(id, /^004\/\d/))
    expect(numbers).toEqual(Array.from({ length: 17 }, (_, at) => `004/${at + 1}`))
    expect(order('reuse', /mp/)).toEqual([1, 2, 3, 4, 5].map((n) => `004/mp-${n}`))
    expect(order('reuse', /^000/)).toEqual([1, 2, 3, 4, 5].map((n) => `000/2.${n}`))
  })

  test('the official address and the full-process link can be copied', () => {
    const of = (guide: string, step: string) => guideOf(guide).steps.find(({ id }) => id === step)?.address?.url
    for (const [guide, step] of [
      ['register-service-account', 'open-site'],
      ['certify-service-account', 'apply'],
      ['reuse', 'menu'],
      ['register-standalone', 'landing'],
      ['finish-setup', 'information'],
    ] as const) {
      expect([guide, of(guide, step)]).toEqual([guide, 'https://mp.weixin.qq.com'])
    }
    expect(of('register-standalone', 'subject')).toBe('https://kf.qq.com/faq/170109iQBJ3Q170109JbQfiu.html')
    expect(of('register-standalone', 'subject')).toBe(sources['full-process'].url)
  })
})

describe('ids, lengths and references', () => {
  test.each(guides.map((guide) => [guide.id, guide] as const))('%s: ids unique among steps and parts', (_, guide) => {
    const ids = idsOf(guide)
    expect(duplicates(ids)).toEqual([])
    expect(ids.filter((id) => !/^[a-z0-9-]{1,40}$/.test(id))).toEqual([])
  })

  test.each(places.map(({ name, step }) => [name, step] as const))('%s is short', (_, step) => {
    expect(step.instructions.length).toBeLessThanOrEqual(3)
    expect(step.title.length).toBeLessThanOrEqual(16)
    expect(step.instructions.map(({ text }) => text).filter((text) => text.length > 16)).toEqual([])
    const levels = (step.cautions ?? []).map(({ level }) => ['stop', 'caution', 'info'].indexOf(level))
    expect(levels.length).toBeLessThanOrEqual(2)
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
    expect(duplicates((step.cautions ?? []).map(({ title }) => title))).toEqual([])
    expect(duplicates(step.instructions.map(({ text }) => text))).toEqual([])
    expect(step.minutes).toBeGreaterThan(0)
    // 「这一步常见的 n 种报错」 must stay believable; filing alone is five pages and four reviews long.
    expect(step.errors?.length ?? 0).toBeLessThanOrEqual(step.id === 'filing' ? 24 : 14)
  })

  test('errors, goto, after, until and asks resolve', () => {
    const errorIds = errors.map(({ id }) => id)
    expect(duplicates(errorIds)).toEqual([])
    expect(errorIds.filter((id) => !/^[a-z0-9-]{1,40}$/.test(id))).toEqual([])
    for (const { name, step } of places) {
      expect([name, (step.errors ?? []).filter((id) => !errorIds.includes(id))]).toEqual([name, []])
      expect([name, duplicates(step.errors ?? [])]).toEqual([name, []])
      expect([name, (step.after ?? []).filter((id) => !tickable.has(id))]).toEqual([name, []])
      if (step.asks !== undefined) {
        expect(materials.filter(({ id, stage }) => id === step.asks && stage === 'result')).toHaveLength(1)
      }
    }
    expect(clocks.filter(({ clock: { until } }) => until !== undefined && !tickable.has(until))).toEqual([])
    const lost = errors.filter(({ goto: target }) => {
      if (target === undefined) return false
      if ('material' in target) return !materials.some(({ id }) => id === target.material)
      return !stepNames.has(`${target.guide}.${target.step}`)
    })
    expect(lost.map(({ id }) => id)).toEqual([])
  })

  test('an error is met at a step, or is frequent, or leads somewhere', () => {
    const met = new Set(places.flatMap(({ step }) => step.errors ?? []))
    const idle = errors.filter(({ id, frequent, goto: target }) => !met.has(id) && !frequent && target === undefined)
    expect(idle.map(({ id }) => id)).toEqual([])
    const frequent = errors.filter((error) => error.frequent === true)
    expect(frequent.length).toBeGreaterThanOrEqual(6)
    expect(frequent.length).toBeLessThanOrEqual(10)
  })

  test('every error says why and what to do, in one to three ways', () => {
    for (const { id, said: text, where, cause, remedies } of errors) {
      expect([id, text !== '' && where !== '' && cause !== '']).toEqual([id, true])
      expect([id, remedies.length >= 1 && remedies.length <= 3]).toEqual([id, true])
    }
    expect(duplicates(errors.map((error) => error.said))).toEqual([])
  })

  test('sources are known', () => {
    for (const piece of [...guides, ...places.map(({ step }) => step), ...errors]) {
      expect([piece.id, piece.sources.length > 0 && piece.sources.every((id) => id in sources)]).toEqual([
        piece.id,
        true,
      ])
    }
  })
})

describe('values to fill in', () => {
  const fields: readonly { readonly name: string; readonly field: StepField }[] = places.flatMap(({ name, step }) =>
    (step.fields ?? []).map((field) => ({ name, field })),
  )

  test('an entry names a field of a material, local ones under l.; choices are not copied', () => {
    for (const { name, field } of fields) {
      if (!('entry' in field.value)) continue
      const [prefix, materialId, fieldId, ...rest] = field.value.entry.split('.')
      const found = materials.find(({ id }) => id === materialId)?.fields?.find(({ id }) => id === fieldId)
      expect([name, field.label, rest, found?.input === undefined, found?.input === 'choice']).toEqual([
        name,
        field.label,
        [],
        false,
        false,
      ])
      expect([name, field.label, prefix]).toEqual([name, field.label, found?.local === true ? 'l' : 't'])
    }
  })

  test('a photo names a material with slots', () => {
    for (const { name, field } of fields) {
      const { value } = field
      if (!('photo' in value)) continue
      expect([name, materials.find(({ id }) => id === value.photo)?.slots !== undefined]).toEqual([name, true])
    }
  })

  test('passwords, ID numbers and codes are typed on the page only', () => {
    const secret = fields.filter(({ field }) => /密码|身份证号|验证码/.test(field.label))
    expect(secret.length).toBeGreaterThan(15)
    expect(secret.filter(({ field }) => !('onPage' in field.value))).toEqual([])
  })

  test.each<SubjectId>(['company', 'sole-trader'])('labels are unique within a step for a %s', (subject) => {
    for (const { name, step } of places) {
      const own = (step.fields ?? []).filter(
        ({ applies }) => applies === undefined || !('answer' in applies) || applies.in.includes(subject),
      )
      expect([name, duplicates(own.map(({ label }) => label))]).toEqual([name, []])
    }
  })

  test('conditions name known questions and options', () => {
    for (const { field } of fields) {
      const { applies } = field
      if (applies === undefined || !('answer' in applies)) continue
      const known = questions.find(({ id }) => id === applies.answer)?.options.map(({ id }) => id) ?? []
      expect(applies.in.filter((id) => !known.includes(id))).toEqual([])
    }
  })

  test('what the merchant prepared as text is used', () => {
    const used = new Set(fields.flatMap(({ field }) => ('entry' in field.value ? [field.value.entry] : [])))
    const prepared = materials
      .filter(({ id, stage }) => stage !== 'result' && id !== 'shop')
      .flatMap(({ id, fields: own = [] }) =>
        own
          // A paper's last day is entered to be warned by.
          .filter(({ input }) => input !== 'choice' && input !== 'date')
          .map((field) => `${field.local === true ? 'l' : 't'}.${id}.${field.id}`),
      )
    expect([...new Set(prepared)].filter((key) => !used.has(key))).toEqual([])
  })
})

describe('clocks', () => {
  test('what starts where, how long, and what ends it', () => {
    const rows = clocks.map(({ at, clock }) => [at, clock.kind, clock.amount, clock.unit, clock.until ?? null])
    expect(rows).toEqual([
      ['register-service-account.transfer-chosen', 'deadline', 10, 'day', 'register-service-account.transfer-sent'],
      ['register-service-account.profile', 'deadline', 30, 'day', 'certify-service-account.audit-call'],
      ['certify-service-account.pay', 'wait', 1, 'workday', 'certify-service-account.audit-call'],
      ['certify-service-account.certified', 'deadline', 365, 'day', null],
      ['certify-service-account.returned', 'deadline', 30, 'day', 'certify-service-account.resubmitted'],
      ['register-standalone.transfer-chosen', 'deadline', 10, 'day', 'register-standalone.transfer-sent'],
      ['finish-setup.payment', 'wait', 1, 'workday', 'finish-setup.call'],
      ['finish-setup.result', 'deadline', 365, 'day', null],
      ['finish-setup.returned', 'deadline', 30, 'day', 'finish-setup.resubmitted'],
      ['finish-setup.filing-submit', 'wait', 2, 'workday', 'finish-setup.first-review'],
      ['finish-setup.first-review', 'deadline', 24, 'hour', 'finish-setup.sms'],
      ['finish-setup.first-review-again', 'wait', 7, 'workday', 'finish-setup.first-review'],
      ['finish-setup.sms', 'wait', 20, 'workday', 'finish-setup.authority'],
    ])
  })

  test('ids are unique, reminders lie inside, every year is announced four times', () => {
    expect(duplicates(clocks.map(({ clock }) => clock.id))).toEqual([])
    for (const { clock } of clocks) {
      expect((clock.remindDays ?? []).filter((day) => day >= clock.amount)).toEqual([])
      if (clock.amount === 365) expect(clock.remindDays).toEqual([90, 60, 30, 7])
      if (clock.kind === 'deadline' && clock.unit === 'day') expect(clock.remindDays).toBeDefined()
    }
  })

  test('parts that only some merchants have never hold a step up', () => {
    const optional = places.flatMap(({ guide, step }) =>
      partsOf(step).flatMap((part) => (part.optional === true ? [`${guide.id}.${part.id}`] : [])),
    )
    expect(optional).toEqual([
      'register-service-account.transfer-chosen',
      'register-service-account.transfer-sent',
      'certify-service-account.certified',
      'certify-service-account.returned',
      'certify-service-account.resubmitted',
      'register-standalone.transfer-chosen',
      'register-standalone.transfer-sent',
      'finish-setup.returned',
      'finish-setup.resubmitted',
      'finish-setup.first-review-again',
    ])
  })

  test('filing waits for information and category; the call is waited for', () => {
    const step = (id: string) => guideOf('finish-setup').steps.find((entry) => entry.id === id)
    expect(step('filing')?.after).toEqual(['finish-setup.information', 'finish-setup.category'])
    expect(guideOf('certify-service-account').steps.at(-1)?.waiting).toEqual({
      title: '现在等审核电话',
      done: '接到电话了',
    })
    expect(step('app-id')?.asks).toBe('app-id')
  })
})

describe('nothing of the facts is lost', () => {
  const facts: readonly (readonly [fact: string, place: string, said: RegExp])[] = [
    // Easy to lose, named by the product page
    ['linking still needs an account registered first', 'reuse/quick-register', /关联，也得先注册好一个小程序账号/],
    ['a scan is accepted as well as a photo', 'certify-service-account/licence', /照片、原件的扫描件都行/],
    [
      'the mall: service account before mini-program',
      'register-service-account/open-site',
      /商城.*先注册、认证好服务号，再来建小程序/,
    ],
    [
      'the mall, said to who comes by the other road',
      'register-standalone/landing',
      /商城，别从这里走.*先注册、认证好服务号/,
    ],
    ['terms: data are taken over', 'reuse/terms', /交过的资料，会调过来登记/],
    ['terms: jointly liable', 'reuse/terms', /主体要承担连带责任.*真实、合法/],
    ['terms: more material may be asked for', 'reuse/terms', /必要时还会要你补交材料/],
    ['linked by default', 'reuse/terms', /默认关联这个服务号/],
    ['not shown on the profile, no notice', 'reuse/terms', /不会显示在服务号的资料页，也不会给粉丝发关联通知/],
    [
      'keep mailbox and password, service account',
      'register-service-account/email-password',
      /邮箱和密码写在本子上收好/,
    ],
    ['keep mailbox and password, reuse', 'reuse/mailbox', /这组邮箱和密码，以后登录小程序要用/],
    ['keep mailbox and password, standalone', 'register-standalone/account', /以后每次登录后台都要用/],
    ['logins need the administrator’s scan', 'register-service-account/administrator', /每次登录都要管理员微信扫码/],
    ['logins need the scan, standalone', 'register-standalone/administrator', /以后登录后台，都要他扫码/],
    [
      'administrator = contact, at registration',
      'register-service-account/administrator',
      /最好和认证联系人是同一个人/,
    ],
    [
      'administrator = contact, at certification',
      'certify-service-account/administrator',
      /建议和认证联系人是同一个人/,
    ],
    ['contact = administrator', 'certify-service-account/contact', /建议和前面的管理员是同一个人/],
    ['legal-representative verification advised', 'register-service-account/subject', /选「法定代表人验证」 建议选它/],
    ['微信认证 at registration costs extra', 'register-service-account/subject', /别选「微信认证」.*另付 300 元审核费/],
    ['it may lift the limit: unconfirmed', 'register-service-account/subject', /突破绑定数量的限制，没有证实/],
    ['two ways to name', 'certify-service-account/name', /「基于自选词汇」.*「基于商标」/],
    ['call within a working day', 'certify-service-account/pay', /1 个工作日内，审核公司会打给认证联系人/],
    ['missed: failed, not refunded', 'certify-service-account/pay', /没接到，认证失败，费用不退/],
    ['result by site message and mail', 'certify-service-account/audit-call', /站内信和邮件/],
    // Guide 004, step by step
    ['004/1 立即注册', 'register-service-account/open-site', /右上角「立即注册」/],
    ['004/2 服务号', 'register-service-account/account-kind', /点「服务号」/],
    ['004/2 not 公众号', 'register-service-account/account-kind', /「公众号」就是以前的订阅号/],
    ['004/3 unused mailbox, activate', 'register-service-account/email-password', /「激活邮箱」.*没注册过公众平台/],
    ['004/3 code from the mail', 'register-service-account/email-password', /邮件里的 6 位验证码/],
    ['004/3 not the mailbox’s password', 'register-service-account/email-password', /不是邮箱的密码/],
    ['004/4 服务号 again, for good', 'register-service-account/confirm-kind', /「选择并继续」.*类型就不能改/],
    ['004/5 country', 'register-service-account/subject', /国家选「中国大陆」/],
    ['004/5 企业 for both', 'register-service-account/subject', /主体类型选「企业」 公司、个体工商户都归在这里/],
    ['004/5 kind as the licence says', 'register-service-account/subject', /企业类型照执照选/],
    ['004/6 ID, code, scan', 'register-service-account/administrator', /「获取验证码」.*本人微信扫二维码/],
    ['004/7 name and introduction', 'register-service-account/profile', /「帐号名称」.*「功能介绍」/],
    ['004/7 30 natural days', 'register-service-account/profile', /30 天内（自然日）.*认证通过，账号才能正常用/],
    ['004/8 licence and 申请', 'certify-service-account/apply', /「申请」 要先传营业执照的/],
    ['004/10 the agreement', 'certify-service-account/agreement', /《微信公众平台认证服务协议》/],
    ['004/11 kind of certification', 'certify-service-account/subject-kind', /认证类型照执照选/],
    ['004/13 bank account', 'certify-service-account/bank-account', /名称、开户银行、账号/],
    ['004/16 invoice kinds', 'certify-service-account/invoice', /「不开具发票」、电子发票（普通）或「增值税专用发票」/],
    ['004/17 pay', 'certify-service-account/pay', /扫码付款/],
    ['004/17 the caller is a third party', 'certify-service-account/audit-call', /第三方审核公司/],
    ['004/mp-1 the menu', 'reuse/menu', /「小程序管理」.*「广告与服务」.*右上角点「添加」/],
    ['004/mp-2 the entry', 'reuse/quick-register', /「快速注册并认证小程序」/],
    ['004/mp-3 the service account’s administrator scans', 'reuse/scan', /管理员微信扫二维码 要这个服务号的管理员本人/],
    ['004/mp-4 two ticks', 'reuse/reuse-tick', /「运营者信息」.*「微信认证资质」/],
    ['004/mp-4 the second may be gone', 'reuse/reuse-tick', /现在可能已经没有了/],
    ['004/mp-5 another mailbox', 'reuse/mailbox', /服务号用过的邮箱，不能再用/],
    ['004 food permits', 'finish-setup/category', /食品经营许可证，食品厂传食品生产许可证/],
    // Guide 000
    ['000/1.2 kind 小程序', 'register-standalone/landing', /注册类型选「小程序」/],
    ['000/2.3 the tick', 'reuse/terms', /我已明白快速创建小程序的流程，现在开始进行创建.*「快速创建」/],
    ['000/2.4 both agreements', 'reuse/mailbox', /《微信公众平台服务协议》《微信小程序平台服务条款》/],
    ['000/2.5 activation mail', 'reuse/activate', /点邮件里的激活链接 腾讯发来的/],
    ['000 reuse saves nothing for certain', 'reuse/menu', /2023 年 9 月 25 日起，小程序要单独认证、单独交费/],
    ['000 not only once', 'certify-service-account/pay', /有效期 365 天.*再交一次/],
    // What is mandatory today
    ['10 days to pay, refunded', 'register-standalone/subject', /10 天.*注册就失败/],
    ['the transfer comes back', 'register-standalone/administrator', /原路退回/],
    ['subject final', 'register-standalone/administrator', /主体就不能再改/],
    ['one mailbox, one mini-program', 'register-standalone/account', /一个邮箱只能办一个小程序/],
    ['a forwarded code fails', 'certify-service-account/bank-account', /转发给法定代表人扫，都会失败/],
    ['name first, picture last', 'certify-service-account/licence', /执照最后传/],
    ['saved for the day only', 'certify-service-account/licence', /只管当天/],
    ['30 days after a return', 'certify-service-account/audit-call', /30 天内（自然日）改好再交/],
    ['audit time is uncertain', 'certify-service-account/audit-call', /一般 1–5 个工作日.*15 个工作日都有/],
    ['the envelope names the firm', 'certify-service-account/audit-call', /小信封 里面写着是哪家审核公司/],
    ['15 days left: renew first', 'reuse/menu', /不到 15 天/],
    ['default uncertified since 2023-12-25', 'reuse/reuse-tick', /2023 年 12 月 25 日起.*默认是未认证/],
    ['30 yuan is unconfirmed', 'finish-setup/certification', /可能 30 元.*30 元，官方页面没写/],
    ['before release or not', 'finish-setup/certification', /官方两处说法不同/],
    ['kind as the licence, else the wrong fee', 'finish-setup/certification', /别选成「企业」 选错了按企业收费/],
    ['name 4–30', 'finish-setup/information', /4–30 个字符，一个汉字算 2 个/],
    ['avatar 2 MB, introduction 4–120', 'finish-setup/information', /头像不超过 2 MB，介绍 4–120 个字符/],
    ['five categories, five a month', 'finish-setup/category', /最多 5 个，一个月能加 5 次/],
    ['categories are reviewed', 'finish-setup/category', /审核一般 3 个工作日以内/],
    ['a company may reuse its filing data', 'finish-setup/filing', /「复用资料」跳过前两页，个体工商户不行/],
    ['the last page leads on', 'register-service-account/profile', /「微信认证」.*「前往获取打款信息」/],
    ['filing is locked before', 'finish-setup/filing', /先把小程序信息和类目填好/],
    ['first review and its calls', 'finish-setup/filing', /1–2 个工作日.*0755/],
    ['second review', 'finish-setup/filing', /7 个工作日/],
    ['sms 12381', 'finish-setup/filing', /12381 的短信要在 24 小时内核验/],
    ['resent at 12 h, five errors', 'finish-setup/filing', /满 12 小时.*再发一次/],
    ['sms: code, phone, last six', 'finish-setup/filing', /6 位验证码、手机号、身份证后 6 位。错 5 次就退回/],
    ['no sms for an added one', 'finish-setup/filing', /只是新增小程序的，不发短信/],
    ['authority', 'finish-setup/filing', /1–20 个工作日/],
    ['emergency contact is another', 'finish-setup/filing', /应急联系人要是另一个人、另一个号码/],
    ['以上都不涉及', 'finish-setup/filing', /「以上都不涉及」/],
    ['face on white ground', 'finish-setup/filing', /白墙，不戴帽子、耳机、口罩/],
    ['港澳台 cannot', 'finish-setup/filing', /港澳台居民做不了/],
    ['the commitment in 广东 and 新疆', 'finish-setup/filing', /广东第一次备案、新疆/],
    ['the number shows itself', 'finish-setup/filing', /自动显示在小程序的「更多资料」/],
    ['privacy path', 'finish-setup/privacy', /「服务内容声明」.*「用户隐私保护指引」.*「去完善」/],
    ['privacy: stored at home', 'finish-setup/privacy', /「境内」/],
    ['AppID path', 'finish-setup/app-id', /「开发管理」.*「开发设置」.*「AppID\(小程序ID\)」/],
    ['payment afterwards', 'finish-setup/app-id', /「接入微信支付」/],
  ]
  test.each(facts)('%s (%s)', (_, place, pattern) => {
    expect(said(place)).toMatch(pattern)
  })

  /** Texts of facts §1.2–1.8 and screens §2 that a merchant may type; a code is found as well as its words. */
  const searched = [
    ...[
      '该邮箱已被占用，请更换其他邮箱',
      '邮箱已经被注册过，请直接登录',
      '此邮箱已绑定客户端微信帐号，不能用于注册公众帐号',
    ],
    ...[
      '一个身份证号码只能注册5个小程序',
      '一个手机号码只能注册5个小程序',
      '请先填写企业名称与管理员身份信息',
      '请先填写名称',
    ],
    ...['身份证格式不正确，或者年龄未满18周岁，请重新填写', '请填写企业名称', '请填写姓名', '请输入正确的手机号码'],
    ...[
      '验证码应为6位数字',
      '无法接收验证码',
      '对公账户户名与申请主体不一致，请核实',
      '主体信息提交后不可修改',
      '没有收到邮件',
    ],
    ...['请输入15位营业执照注册号或18位的统一社会信用代码', '请在10天内完成汇款'],
    ...[
      '100001',
      '100002',
      '100003',
      '100004',
      '1000',
      '1001',
      '101',
      '102',
      '103',
      '104',
      '105',
      '61070',
      '86004',
      '89249',
    ],
    ...[
      '企业已注销',
      '企业信息或法定代表人信息不一致',
      '企业不存在或企业信息未更新',
      '工商数据未更新',
      '主体创建小程序数量达到上限',
    ],
    ...['61051', '61052', '61053', '61055', '61056', '61057', '61058', '61061'],
    ...['apply_status 1', 'apply_status 2', 'apply_status 3', 'apply_status 5', '打回重填', '待支付', '审核中'],
    ...[
      '主体未合法注册',
      '运营者未得',
      '身份证错误',
      '3次重填',
      '30天未再',
      '资质过期',
      '类目不符',
      '对公账户名不一致',
    ],
    ...['模糊', '反光', '遮挡', '名称违规', '一旦提交，你将消耗一次重填的机会'],
    ...[
      '名称与平台内已有名称重复。基于帐号名称唯一原则',
      '保护期',
      '通用词',
      '商业宣传',
      '商标',
      '能使用该名称',
      '4-30个字符',
    ],
    ...[
      '不可新增',
      '未完成微信认证，无法复用资质申请小程序',
      '暂不支持个人类型公众号复用资质创建小程序',
      '由于安全原因',
    ],
    ...[
      '已关联10个同主体小程序',
      '帐号主体已申请5个小程序',
      '帐号主体注册小程序个数已达上限，无法继续注册',
      '已少于15天',
    ],
    ...['省市区不正确', '输入信息与图片信息相差过大', '工商数据对比不通过', '营业执照名称为空', '主办者冲突'],
    ...[
      '负责人与小程序管理员不一致',
      '实名验证失败',
      '不允许被多人使用',
      '当前主体已超过小程序注册数量上限',
      '86369',
      '1028',
    ],
    ...[
      '需先填写小程序信息和类目',
      '小程序昵称包含前置审批相关内容',
      '12381',
      '0755',
      '港澳台',
      '不支持法定代表人授权',
    ],
    ...[
      '复印件',
      '黑白',
      '翻拍',
      '电子证件',
      '水印',
      '有效期',
      '分辨率',
      '合同章',
      '上传文件过大',
      '不可大于2M',
      '文件必须为以下格式',
    ],
  ]
  test.each(searched)('the error finder knows 「%s」', (text) => {
    const found = errors.filter(
      (error) => error.said.includes(text) || (error.words ?? []).some((word) => word.includes(text)),
    )
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('tone', () => {
  const all = texts([guides, errors])
  const ours = all.map((text) => text.replace(/「[^」]*」|《[^》]*》/g, '「」'))

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
    ['a breaking space before a unit', /\d (?:元|天|年|月|日|个|位|次|张|种|选|步|样|小时|周岁|倍|分钟|KB|MB)/],
    ['our own 微信 brand', /微信小?助手/],
  ])('nowhere: %s', (_, pattern) => {
    expect(ours.filter((text) => pattern.test(text))).toEqual([])
  })

  test('no text promises a saving', () => {
    const claims = all
      .flatMap((text) => text.split(/[。；！？]/))
      .filter((sentence) => /省(下|掉|去|了|钱)|省\s*\d|免费|不用(再)?(交|付)|节省|节约|零费用/.test(sentence))
    const denied = /复用不等于不用交费|宣传的话|核实资料不用再付钱/
    expect(claims.filter((sentence) => !denied.test(sentence))).toEqual([])
  })

  test('sentences stay short', () => {
    const long = all.flatMap((text) => text.split(/[。；！？：]/)).filter((sentence) => sentence.length > 60)
    expect(long).toEqual([])
  })
})
