/** What is written down beforehand, so that it can be copied on the official pages. */
import { company, eligible, soleTrader } from '../conditions'
import type { Caution, Condition, Field, Material } from '../types'

const shop: Material = {
  id: 'shop',
  group: 'text',
  title: '店名',
  summary: '平时怎么叫就怎么写',
  icon: 'store',
  why: '首页上显示。你同意业务员看进度以后，他看到的也是它。',
  accepted: ['写招牌上的名字就行，不用和执照一样。'],
  applies: eligible,
  notApplicable: '还没有营业执照',
  fields: [{ id: 'name', label: '店名', example: '小满面馆', input: 'text' }],
  sources: ['own-advice'],
}

const freshMailbox: readonly string[] = [
  '没注册过公众平台：公众号、服务号、小程序用过的都不行。',
  '没注册过开放平台。',
  '没绑在任何人的个人微信上。',
  '现在就能登录、能收信，QQ 邮箱最省事。',
]
const passwordCaution: Caution = {
  level: 'caution',
  title: '邮箱和密码自己记牢',
  text: '注册时要另设一个登录密码，不是邮箱的密码：至少 8 位，用字母、数字或英文符号，分大小写。以后登录还要用。密码我们不问，也不存。',
}
const takenCaution: Caution = {
  level: 'info',
  title: '拿不准用没用过，就新开一个',
  text: '提示邮箱已被占用或已绑定微信的，换一个最快。旧邮箱绑在微信上的，也可以先在微信的设置里解绑。',
}
const addressField: Field = {
  id: 'address',
  label: '邮箱',
  hint: '写完整，包括 @ 后面的',
  example: 'xiaoman_mp@qq.com',
  input: 'email',
  check: 'email',
}

const emailServiceAccount: Material = {
  id: 'email-service-account',
  group: 'text',
  title: '服务号用的邮箱',
  summary: '要一个没用过的邮箱',
  icon: 'mail',
  why: '注册服务号要往这个邮箱发验证码，以后登录也用它。',
  accepted: [...freshMailbox, '一个邮箱只能办一个账号。'],
  applies: { guide: 'register-service-account' },
  notApplicable: '不用新注册服务号',
  fields: [{ ...addressField, called: '服务号用的邮箱' }],
  cautions: [passwordCaution, takenCaution],
  sources: ['guide-004', 'screens-2026', 'page-texts'],
}

const emailMiniProgram: Material = {
  id: 'email-mini-program',
  group: 'text',
  title: '小程序用的邮箱',
  summary: '没用过的邮箱，和服务号的不能相同',
  icon: 'mail',
  why: '小程序有自己的账号，注册要用它收激活邮件，以后登录也用它。',
  accepted: [...freshMailbox, '一个邮箱只能办一个小程序。服务号用了的邮箱，小程序要换一个。'],
  applies: eligible,
  notApplicable: '还没有营业执照',
  fields: [{ ...addressField, called: '小程序用的邮箱', example: 'xiaoman_shop@qq.com' }],
  cautions: [
    {
      level: 'caution',
      title: '两个账号要用不同的邮箱',
      text: '关联服务号的小程序，也要先有自己的账号。很多人卡在这里：拿服务号的邮箱去填，会说已被占用。',
    },
    passwordCaution,
    takenCaution,
  ],
  sources: ['guide-000', 'guide-004', 'screens-2026', 'page-texts'],
}

const accountNames: Material = {
  id: 'account-names',
  group: 'text',
  title: '账号名称，备 3 个',
  summary: '重名会被退回，多备两个稳妥',
  icon: 'edit',
  why: '名称不能和别人重，填上去不通过，就用下一个。',
  accepted: [
    '4–30 个字符，一个汉字算 2 个。',
    '别只写通用的词，比如「奶茶店」「美食」，加上自己的招牌名。',
    '别带「免费」「清仓」这类宣传的话，别用别人的品牌，别带微信、腾讯的字样。',
    '命名有两种：自选词汇，自己起；基于商标，要传商标注册证。',
    '备案还要再查一遍名字：带「图书」「直播」「新闻」「药」「教育」「培训」「金融」「理财」「宗教」「网约车」这些字的，没有批文会被拦。',
    '名字里别带「中国」「中华」，要有国家批准才行。',
  ],
  applies: eligible,
  notApplicable: '还没有营业执照',
  fields: [
    {
      id: 'first',
      label: '第一个',
      called: '账号名称，第 1 个',
      hint: '最想要的',
      example: '小满面馆上城店',
      input: 'text',
      check: 'account-name',
    },
    {
      id: 'second',
      label: '第二个',
      called: '账号名称，第 2 个',
      hint: '第一个重名时用',
      input: 'text',
      check: 'account-name',
      optional: true,
    },
    {
      id: 'third',
      label: '第三个',
      called: '账号名称，第 3 个',
      hint: '再备一个',
      input: 'text',
      check: 'account-name',
      optional: true,
    },
  ],
  cautions: [
    {
      level: 'caution',
      title: '填错要花掉一次机会',
      text: '认证里的名称提交后被退回，会用掉一次重填机会。先点「检测」，没问题再提交。',
    },
    {
      level: 'info',
      title: '服务号和小程序可以同名',
      text: '同一个主体的两个账号，一般能用同一个名字。能不能用，以「检测」的结果为准。',
    },
  ],
  uncertain: '以后改名一年大约 3 次，这个数只在一处看到，以后台为准。',
  sources: ['guide-004', 'screens-2026', 'operation-rules', 'page-texts', 'certification-form', 'filing-faq'],
}

const accountIntroduction: Material = {
  id: 'account-introduction',
  group: 'text',
  title: '账号介绍',
  summary: '一两句话，写你卖什么、做什么',
  icon: 'message',
  why: '注册服务号和填小程序信息时都要写。',
  accepted: [
    '4–120 个字符，一个汉字算 2 个，也就是 60 个汉字以内。',
    '写真的在做的生意，和类目对得上。',
    '别写电话、网址、促销的话，别夸大。',
  ],
  applies: eligible,
  notApplicable: '还没有营业执照',
  fields: [
    {
      id: 'text',
      label: '介绍',
      called: '账号介绍',
      example: '现煮手工面，可到店，可外送，每天早上六点开门。',
      input: 'lines',
      check: 'introduction',
    },
  ],
  sources: ['guide-004', 'screens-2026', 'screens-2018', 'operation-rules'],
}

const contact: Material = {
  id: 'contact',
  group: 'text',
  title: '认证联系人',
  summary: '谁来接审核电话',
  icon: 'phone-call',
  why: '付完认证费，一般 1 个工作日内会有审核公司打电话核实。',
  accepted: [
    '最好就是管理员本人，免得两个人说的不一样。',
    '填随时能接的手机号，陌生来电、外地座机也要接。',
    '知道店里的情况：主体名称、谁是法定代表人、账号叫什么、拿来做什么。',
  ],
  applies: eligible,
  notApplicable: '还没有营业执照',
  fields: [
    { id: 'name', label: '联系人姓名', input: 'text' },
    { id: 'phone', label: '联系人手机', hint: '审核电话打这里', input: 'phone', check: 'phone' },
  ],
  cautions: [
    {
      level: 'stop',
      title: '电话没接到，认证就失败',
      text: '钱不退，要重新交。付款后的那一两天，把来电拦截关掉，手机别静音。',
    },
    {
      level: 'info',
      title: '是哪家公司打来，后台会写',
      text: '付款后点后台的小信封，能看到审核公司的名字和电话。网上列的号码会变，别只认那几个。',
    },
  ],
  sources: ['guide-004', 'certification-calls', 'certification-notes'],
}

/** A company always has one to fill in. A sole trader says whether there is one; the rest then is optional. */
const accountFields = (applies: Condition, required: boolean): readonly Field[] => {
  const optional = required ? {} : { optional: true as const }
  return [
    {
      id: 'bank',
      label: '开户银行',
      hint: '银行的全称',
      example: '某某银行',
      input: 'text',
      applies,
      ...optional,
    },
    {
      id: 'branch',
      label: '开户网点',
      hint: '到支行，连省和市一起写',
      example: '浙江省杭州市上城支行',
      input: 'text',
      applies,
      ...optional,
    },
  ]
}

const companyBankAccount: Material = {
  id: 'company-bank-account',
  group: 'text',
  title: '对公账户',
  summary: '户名要和执照名称一样',
  icon: 'bank',
  why: '认证要填它；选小额打款来验证主体，也从它打。',
  accepted: [
    '户名和营业执照的名称一字不差。',
    '开户银行写全称，网点写到支行，不清楚就问开户的银行或看开户许可。',
    '选小额打款的，要在 10 天内打，金额和收款账号看注册最后一步的页面，提前跟财务说好。',
    '打过去的钱验证完原路退回。',
    '个体工商户没有对公账户，就走法人扫脸。',
  ],
  applies: { answer: 'subject', in: ['company', 'sole-trader'] },
  notApplicable: '还没有营业执照',
  fields: [
    {
      id: 'has',
      label: '你有对公账户吗？',
      input: 'choice',
      choices: [
        { id: 'yes', label: '有', note: '把开户银行和网点写在下面' },
        { id: 'no', label: '没有', note: '验证时选法人扫脸' },
      ],
      applies: soleTrader,
    },
    ...accountFields(company, true),
    ...accountFields(soleTrader, false),
    {
      id: 'number',
      label: '账号',
      hint: '只存在这部手机上，不上传。有的页面不让粘贴，要照着输两遍',
      input: 'digits',
      optional: true,
      local: true,
    },
  ],
  cautions: [
    {
      level: 'caution',
      title: '超过 10 天没打款，注册就失败',
      text: '要从头再来。打款前看准：从对公账户打，别用个人的卡。',
    },
  ],
  uncertain: '有服务商说，个体工商户可以用经营者本人的银行卡来填，我们没在官方页面看到，以后台提示为准。',
  sources: ['guide-004', 'screens-2026', 'page-texts', 'introduction', 'sole-trader-account'],
}

const invoice: Material = {
  id: 'invoice',
  group: 'text',
  title: '认证费的发票',
  summary: '要不要开，开哪一种',
  icon: 'guide',
  why: '付认证费之前，页面会问发票怎么开。',
  accepted: [
    '税号就是统一社会信用代码，抬头就是执照上的名称。',
    '不报账的，选「不开具发票」。',
    '开专用发票，还要填单位的地址、电话和开户信息，先问问会计。',
  ],
  applies: eligible,
  notApplicable: '还没有营业执照',
  fields: [
    {
      id: 'kind',
      label: '发票类型',
      input: 'choice',
      choices: [
        { id: 'none', label: '不开具发票' },
        { id: 'electronic', label: '电子发票（普通）', note: '发到邮箱' },
        { id: 'special', label: '增值税专用发票', note: '一般纳税人抵税用' },
      ],
    },
    { id: 'email', label: '收发票的邮箱', input: 'email', check: 'email', optional: true },
  ],
  sources: ['guide-004', 'page-texts', 'screens-2026'],
}

export const textMaterials: readonly Material[] = [
  shop,
  emailServiceAccount,
  emailMiniProgram,
  accountNames,
  accountIntroduction,
  contact,
  companyBankAccount,
  invoice,
]
