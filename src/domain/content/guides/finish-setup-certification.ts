/** The mini-program's own 微信认证, step 3 of finish-setup: facts §1.3, screens 2D‑8. */
import type { Part, Step } from '../types'
import { licenceCode, licenceName } from './shared'

const parts: readonly Part[] = [
  {
    id: 'form',
    title: '认证资料填好了',
    text: '认证类型、营业执照、对公账户或法人扫脸、联系人、名称、发票，都和服务号认证一样填。',
  },
  {
    id: 'payment',
    title: '认证费付了',
    text: '微信扫码付。付之前看金额：企业 300 元，个体工商户可能 30 元，以页面显示为准。付了不退。',
    clock: {
      id: 'mini-program-audit-call',
      kind: 'wait',
      title: '等审核电话',
      amount: 1,
      unit: 'workday',
      consequence: '没接到，认证失败，钱不退',
      remedy: '点后台的小信封，照通知里的电话打给审核公司。已经失败的，要重新申请、重新付费。',
      until: 'finish-setup.call',
    },
  },
  {
    id: 'call',
    title: '审核电话接到了',
    text: '一般 1 个工作日内打给认证联系人，外地座机也接。没接到算失败，钱不退。',
  },
  {
    id: 'result',
    title: '认证通过了',
    text: '通知在站内信和邮件里，一般 1–5 个工作日。勾上，明年到期前会提醒你年审。',
    clock: {
      id: 'mini-program-renewal',
      kind: 'deadline',
      title: '给小程序做年审，再交一次费',
      amount: 365,
      unit: 'day',
      consequence: '过期了搜不到、发不了新版本，再拖下去不能分享、不能收款',
      remedy: '登录小程序后台，在「微信认证」里重新认证，要再交一次费。',
      remindDays: [90, 60, 30, 7],
    },
  },
  {
    id: 'returned',
    title: '被打回了，要改',
    text: '没有打回的，不用勾。从收到通知那天算，30 天内（自然日）改好再交，最多重填 3 次。',
    optional: true,
    clock: {
      id: 'mini-program-resubmit',
      kind: 'deadline',
      title: '改好认证资料，再提交',
      amount: 30,
      unit: 'day',
      consequence: '过了 30 天没交，这次认证算失败，钱不退',
      remedy: '重新申请认证，要重新付费。',
      until: 'finish-setup.resubmitted',
      remindDays: [7, 3, 1],
    },
  },
  {
    id: 'resubmitted',
    title: '改好，重新提交了',
    text: '提交以后，电话还可能再来，照样要接。',
    optional: true,
  },
]

export const certification: Step = {
  id: 'certification',
  title: '小程序认证',
  device: 'both',
  minutes: 25,
  instructions: [
    {
      text: '首页「微信认证」点「去认证」',
      note: '也可以从左边「管理」里的「微信认证」进。后台显示已认证的，下面几项直接勾。',
    },
    { text: '认证类型照执照选', note: '资料照下面的填，执照最后传。' },
    { text: '扫码「支付」，等电话', note: '付完关掉来电拦截，一般 1 个工作日内来电话。' },
  ],
  fields: [
    { label: '企业全称', value: licenceName },
    { label: '统一社会信用代码', value: licenceCode },
    { label: '主体资质', hint: '只传 1 张营业执照', value: { photo: 'business-licence' } },
    { label: '开户名称', hint: '和执照名称一字不差。选法人扫脸的不用填', value: licenceName },
    { label: '开户银行', value: { entry: 't.company-bank-account.bank' } },
    { label: '账号', hint: '只在这部手机上', value: { entry: 'l.company-bank-account.number' } },
    { label: '联系人姓名', value: { entry: 't.contact.name' } },
    { label: '联系人手机', hint: '审核电话打这里', value: { entry: 't.contact.phone' } },
    { label: '联系人身份证号', value: { onPage: '到页面上填，我们不存' } },
    { label: '小程序名称', value: { entry: 't.account-names.first' } },
    { label: '发票邮箱', hint: '抬头是执照名称，税号是信用代码', value: { entry: 't.invoice.email' } },
  ],
  cautions: [
    {
      level: 'stop',
      title: '审核电话没接到，钱不退',
      text: '付完那一两天，联系人手机别静音，陌生电话都接。',
    },
    {
      level: 'caution',
      title: '个体工商户，别选成「企业」',
      text: '选错了按企业收费。付款前看清金额，不对就退回去改。',
    },
  ],
  errors: [
    'certification-unpaid',
    'call-missed',
    'certification-returned',
    'certification-in-review',
    'certification-failed',
    'bank-name-mismatch',
    'scan-forwarded',
    'registry-mismatch',
    'name-violates',
    'refill-chance',
    'person-cannot',
    'photo-unclear',
  ],
  parts,
  uncertain:
    '个体工商户交 30 元，官方页面没写。要不要认证完才能发布，官方两处说法不同，早点办稳妥。过期的后果是 2023 年的说法。',
  sources: [
    'certification',
    'certification-form',
    'certification-notes',
    'certification-calls',
    'reuse-2023',
    'sole-trader-fee',
    'screens-2026',
    'guide-004',
    'guide-000',
  ],
}
