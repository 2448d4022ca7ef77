/** 小程序备案, step 4 of finish-setup: mandatory since 2023‑09‑04, in neither source guide. Facts §1.7, screens 2D‑9…14. */
import { soleTrader } from '../conditions'
import type { Part, Step } from '../types'
import { licenceCode, licenceName } from './shared'

const forms: readonly Part[] = [
  {
    id: 'filing-kind',
    title: '选地区和主体类型，传执照',
    text: '选省、市、区和主体类型，传营业执照，再点「验证」。页面会自己认字，名称、住所、代码和执照逐项对。浙江、广西别选「市辖区」。企业以前备过小程序的，可以点「复用资料」跳过前两页，个体工商户不行。',
  },
  {
    id: 'filing-subject',
    title: '填主体信息',
    text: '通讯地址写到门牌号，和执照同一个省。主体负责人一般填法定代表人，要身份证正反面、手机、邮箱。应急联系人要是另一个人、另一个号码。',
  },
  {
    id: 'filing-program',
    title: '填小程序信息',
    text: '名称是锁住的。选服务内容标识；前置审批不沾边的选「以上都不涉及」。',
  },
  {
    id: 'filing-person',
    title: '填小程序负责人，刷脸',
    text: '负责人就是管理员，要用他本人的微信扫码刷脸：找面白墙，不戴帽子、耳机、口罩，穿好上衣，睁着眼。港澳台居民做不了。',
  },
  {
    id: 'filing-submit',
    title: '看一遍，勾承诺书，提交',
    text: '勾上「互联网信息服务承诺书」再提交。广东第一次备案、新疆，要先下载签好再传。',
    clock: {
      id: 'filing-first-review',
      kind: 'wait',
      title: '等平台初审',
      amount: 2,
      unit: 'workday',
      consequence: '0755 开头的核实电话没接到，会被退回',
      remedy: '登录后台首页，看「小程序备案」的状态。被驳回的，照原因改好再交。',
      until: 'finish-setup.first-review',
    },
  },
]

const reviews: readonly Part[] = [
  {
    id: 'first-review',
    title: '收到「初审通过」了',
    text: '一般 1–2 个工作日，消息来自「公众平台安全助手」。这几天 0755 开头的电话一定接。一收到就勾，24 小时从这时算。',
    clock: {
      id: 'filing-sms',
      kind: 'deadline',
      title: '做完短信核验',
      amount: 24,
      unit: 'hour',
      consequence: '12381 发来的短信，过时备案会退回，要重新提交',
      remedy: '到后台首页「小程序备案」点「去完善」，重新提交，再收到短信当天就做。',
      until: 'finish-setup.sms',
    },
  },
  {
    id: 'first-review-again',
    title: '被驳回，改好又交了',
    text: '没被驳回的，不用勾。原因在后台首页「小程序备案」里看，改好再交，这次要 7 个工作日。',
    optional: true,
    clock: {
      id: 'filing-second-review',
      kind: 'wait',
      title: '等平台再审一次',
      amount: 7,
      unit: 'workday',
      consequence: '核实电话没接到，会再被退回',
      remedy: '登录后台首页，看「小程序备案」的状态，有驳回原因就照着改。',
      until: 'finish-setup.first-review',
    },
  },
  {
    id: 'sms',
    title: '12381 的短信核验好了',
    text: '初审通过 5–10 分钟后，短信发给主体负责人。打开下面的核验网址，点「短信核验」，填 6 位验证码、手机号、身份证后 6 位。错 5 次就退回。以前备过案、这次只是新增小程序的，不发短信，直接勾。',
    clock: {
      id: 'filing-authority',
      kind: 'wait',
      title: '等管局审核',
      amount: 20,
      unit: 'workday',
      consequence: '管局也可能来电话，没接到会被退回',
      remedy: '到 beian.miit.gov.cn 查一查，或者看站内信。被退回的，照原因改好再交。',
      until: 'finish-setup.authority',
    },
  },
  {
    id: 'authority',
    title: '管局审核通过了',
    text: '省通信管理局审，1–20 个工作日，结果发站内信和短信。这段时间电话别漏接。',
  },
  {
    id: 'number',
    title: '看到备案号了',
    text: '短信里有。发布以后，会自动显示在小程序的「更多资料」里，不用自己挂。长期有效，资料变了要去改备案。',
  },
]

export const filing: Step = {
  id: 'filing',
  title: '小程序备案',
  device: 'both',
  minutes: 40,
  after: ['finish-setup.information', 'finish-setup.category'],
  instructions: [
    { text: '首页「小程序备案」点「去备案」', note: '点不了的，先把小程序信息和类目填好。' },
    { text: '一页一页填，刷脸，提交', note: '每填完一页，勾下面的一项。' },
    { text: '提交后盯着手机', note: '0755 的电话要接，12381 的短信要在 24 小时内核验。' },
  ],
  fields: [
    { label: '营业执照', hint: '100–200 KB，四角完整的彩色原件', value: { photo: 'business-licence' } },
    { label: '企业名称', hint: '自动认出来的，对一遍', value: licenceName },
    { label: '统一社会信用代码', value: licenceCode },
    { label: '主体负责人', value: { onPage: '执照上的法定代表人或经营者，身份证到页面上当场拍，我们不存' } },
    { label: '小程序负责人', hint: '就是管理员', value: { entry: 't.administrator.name' } },
    { label: '授权书、承诺书', hint: '你那个省要的才传', value: { photo: 'filing' } },
    { label: '主体备注（门牌号已经最细）', value: { text: '通信地址已为最详细' } },
    { label: '主体备注（没有公章）', value: { text: '个体工商户无公章' }, applies: soleTrader },
    { label: '短信核验网址', value: { text: 'https://beian.miit.gov.cn' } },
  ],
  cautions: [
    {
      level: 'stop',
      title: '12381 的短信，24 小时内核验',
      text: '过时备案会退回，要重新提交。满 12 小时没做，会自动再发一次。没看到就翻拦截短信。',
    },
    {
      level: 'caution',
      title: '两位负责人的电话别漏接',
      text: '平台的核实电话多是 0755 开头，没接到会被驳回，再审要 7 个工作日。',
    },
  ],
  errors: [
    'filing-locked',
    'filing-region',
    'filing-recognition',
    'filing-registry',
    'filing-empty-name',
    'filing-licence-photo',
    'filing-name-words',
    'filing-name-refused',
    'filing-principal',
    'filing-shared-contact',
    'filing-manager',
    'filing-real-name',
    'filing-real-name-missing',
    'filing-face-system',
    'filing-call-missed',
    'filing-conflict',
    'filing-limit',
    'photo-validity',
    'letter-refused',
    'sms-late',
    'sms-nothing',
    'sms-wrong-code',
    'sms-no-record',
    'sms-none-pending',
  ],
  parts: [...forms, ...reviews],
  uncertain: '照片要多大、证件还要有多久有效，官方几页写得不一样，以后台提示为准。',
  sources: ['filing-guide', 'filing-faq', 'filing-material', 'filing-sms', 'filing-fields', 'screens-2026'],
}
