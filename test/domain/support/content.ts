/**
 * A small content made by hand, with one of everything the rules know: so that a change of the real
 * texts breaks no rule's test, and every rule can be seen on one page.
 */
import type {
  Condition,
  Content,
  Guide,
  GuideId,
  Industry,
  Material,
  Piece,
  Question,
  Route,
  Step,
} from '#domain/content/types'

const sources: Piece['sources'] = ['own-advice']
const eligible: Condition = { not: { answer: 'subject', in: ['person'] } }
const option = (id: string) => ({ id, label: `选 ${id}`, sources })

const questions: readonly Question[] = [
  { id: 'subject', title: '主体', why: '', options: ['company', 'sole-trader', 'person'].map(option), sources },
  {
    id: 'service-account',
    title: '服务号',
    why: '',
    options: ['certified', 'registered', 'none'].map(option),
    asked: eligible,
    sources,
  },
  {
    id: 'wants-service-account',
    title: '要服务号',
    why: '',
    options: ['yes', 'no'].map(option),
    asked: { all: [eligible, { not: { answer: 'service-account', in: ['certified', 'registered'] } }] },
    sources,
  },
  { id: 'industry', title: '行业', why: '', options: [], asked: eligible, sources },
]

const route = (id: Route['id'], guides: readonly GuideId[], uncertain?: string): Route => ({
  id,
  title: id,
  summary: '',
  when: '',
  guides,
  sources,
  ...(uncertain !== undefined && { uncertain }),
})

const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  title: `做 ${id}`,
  device: 'computer',
  minutes: 5,
  instructions: [{ text: '照着做' }],
  sources,
  ...more,
})
const guide = (id: GuideId, steps: readonly Step[]): Guide => ({ id, title: `指南 ${id}`, goal: '', steps, sources })

const clock = { title: '做完', consequence: '要重来', remedy: '重新提交' }

export const transferClock = {
  ...clock,
  id: 'transfer',
  kind: 'deadline',
  amount: 10,
  unit: 'day',
  until: 'register-service-account.received',
} as const
export const certifyClock = {
  ...clock,
  id: 'certify',
  kind: 'deadline',
  amount: 30,
  unit: 'day',
  until: 'certify-service-account.audit-call',
} as const
export const callClock = {
  ...clock,
  id: 'call',
  kind: 'wait',
  amount: 1,
  unit: 'workday',
  until: 'certify-service-account.audit-call',
} as const
export const smsClock = {
  ...clock,
  id: 'sms',
  kind: 'deadline',
  amount: 24,
  unit: 'hour',
  until: 'finish-setup.sms',
} as const
export const yearClock = { ...clock, id: 'year', kind: 'deadline', amount: 365, unit: 'day' } as const
export const reviewClock = {
  ...clock,
  id: 'review',
  kind: 'wait',
  amount: 2,
  unit: 'workday',
  until: 'finish-setup.reviewed',
} as const

const guides: readonly Guide[] = [
  guide('register-service-account', [
    step('open-site'),
    step('subject', {
      parts: [
        { id: 'filled', title: '填好', text: '' },
        { id: 'sent', title: '打款', text: '', optional: true, clock: transferClock },
        { id: 'received', title: '收到', text: '', optional: true },
      ],
    }),
    step('profile', { clock: certifyClock }),
  ]),
  guide('certify-service-account', [
    step('apply'),
    step('pay', { clock: callClock }),
    step('audit-call', { waiting: { title: '等电话', done: '接到电话了' } }),
  ]),
  guide('reuse', [step('menu'), step('mailbox', { asks: 'app-id' })]),
  guide('register-standalone', [step('landing'), step('account')]),
  guide('finish-setup', [
    step('information'),
    step('certification', { clock: yearClock }),
    step('filing', {
      after: ['finish-setup.information', 'certify-service-account.audit-call'],
      parts: [
        { id: 'submitted', title: '提交', text: '', clock: reviewClock },
        { id: 'reviewed', title: '初审过了', text: '', clock: smsClock },
        { id: 'sms', title: '短信', text: '' },
      ],
    }),
    step('app-id', { asks: 'app-id' }),
  ]),
]

const material = (id: string, group: Material['group'], more: Partial<Material> = {}): Material => ({
  id,
  group,
  title: `材料 ${id}`,
  summary: '',
  icon: 'store',
  why: '',
  accepted: [],
  applies: eligible,
  notApplicable: '不用',
  sources,
  ...more,
})
const email = { id: 'address', label: '邮箱', input: 'email', check: 'email' } as const

const materials: readonly Material[] = [
  material('business-licence', 'photo', {
    slots: [{ id: 'business-licence', label: '营业执照', shape: 'landscape' }],
    fields: [
      { id: 'name', label: '名称', input: 'text' },
      { id: 'code', label: '代码', input: 'code', check: 'credit-code' },
    ],
  }),
  material('industry-permits', 'photo', { slots: 'industry', applies: { all: [eligible, { permits: 'needed' }] } }),
  material('avatar', 'photo', { optional: true, slots: [{ id: 'avatar', label: '头像', shape: 'square' }] }),
  material('email-service-account', 'text', { applies: { guide: 'register-service-account' }, fields: [email] }),
  material('email-mini-program', 'text', { fields: [email] }),
  material('company-bank-account', 'text', {
    fields: [
      {
        id: 'has',
        label: '有没有',
        input: 'choice',
        choices: [
          { id: 'yes', label: '有' },
          { id: 'no', label: '没有' },
        ],
        applies: { answer: 'subject', in: ['sole-trader'] },
      },
      { id: 'bank', label: '银行', input: 'text', applies: { answer: 'subject', in: ['company'] } },
      { id: 'number', label: '账号', input: 'digits', optional: true, local: true },
    ],
  }),
  material('administrator', 'confirm', { statements: [{ id: 'at-hand', text: '在手边' }] }),
  material('filing', 'confirm', {
    slots: [{ id: 'filing-letter', label: '授权书', shape: 'portrait', pages: 'many', optional: true }],
    statements: [{ id: 'face', text: '能刷脸' }],
  }),
  material('app-id', 'text', {
    stage: 'result',
    fields: [{ id: 'value', label: 'AppID', input: 'code', check: 'app-id' }],
  }),
]

const permit = (id: string, title: string) => ({ id, title, shape: 'landscape', sources }) as const
const industry = (id: string, more: Partial<Industry> = {}): Industry => ({
  id,
  label: id,
  group: 'eat',
  category: '',
  sources,
  ...more,
})

export const content: Content = {
  questions,
  routes: [
    route('not-eligible', []),
    route('reuse', ['reuse', 'finish-setup'], '入口的叫法没核实'),
    route('certify-then-reuse', ['certify-service-account', 'reuse', 'finish-setup']),
    route('service-account-first', ['register-service-account', 'certify-service-account', 'reuse', 'finish-setup']),
    route('standalone', ['register-standalone', 'finish-setup']),
  ],
  materials,
  permits: [
    permit('business-licence', '营业执照'),
    permit('food', '食品证'),
    permit('letter', '承诺函'),
    permit('outlet', '门店证'),
    permit('fire', '消防证'),
  ],
  industries: [
    industry('noodles', {
      permits: { any: [{ permit: 'food' }, { all: [{ permit: 'letter' }, { permit: 'outlet' }] }] },
      note: '小证也行',
    }),
    industry('bath', { permits: { all: [{ permit: 'food' }, { any: [{ permit: 'fire' }, { permit: 'letter' }] }] } }),
    industry('farm', { permits: { permit: 'business-licence', scope: '范围含农产品' } }),
    industry('clothes'),
    industry('other', { uncertain: '不知道' }),
  ],
  fees: [
    {
      id: 'service',
      label: '服务号',
      yuan: [300, 300],
      per: 'year',
      applies: { guide: 'certify-service-account' },
      sources,
    },
    {
      id: 'company',
      label: '小程序',
      yuan: [300, 300],
      per: 'year',
      applies: { answer: 'subject', in: ['company'] },
      sources,
    },
    {
      id: 'sole-trader',
      label: '小程序',
      yuan: [30, 300],
      per: 'year',
      applies: { answer: 'subject', in: ['sole-trader'] },
      sources,
    },
  ],
  feeNotes: [
    { id: 'yearly', title: '每年', text: '每年', sources },
    { id: 'reuse', title: '复用', text: '复用', applies: { guide: 'reuse' }, sources },
  ],
  guides,
  errors: [
    {
      id: 'mailbox',
      said: '该邮箱已被占用，请更换其他邮箱。查看详情',
      where: '注册',
      cause: '邮箱用过了',
      remedies: ['换一个邮箱'],
      words: ['邮件'],
      frequent: true,
      sources,
    },
    {
      id: 'limit',
      said: '帐号主体注册小程序个数已达上限',
      where: '信息登记',
      cause: '同一个主体办多了，和邮箱没关系',
      remedies: ['先注销一个'],
      sources,
    },
    {
      id: 'wait',
      said: '105 工商数据未更新',
      where: '认证',
      cause: '执照刚办',
      remedies: ['等 5–15\u00a0个工作日再试', '问市场监管局'],
      words: ['一致'],
      sources,
    },
  ],
}
