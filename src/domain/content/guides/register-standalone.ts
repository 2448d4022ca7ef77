/** Guide 000 part 1 steps 1–3, extended by screens 2D. */
import type { Guide, Step } from '../types'
import {
  administratorErrors,
  administratorFields,
  captchaField,
  fullProcess,
  keepPassword,
  licenceCode,
  licenceErrors,
  licenceName,
  officialSite,
  passwordErrors,
  passwordFields,
  subjectFinal,
  transferErrors,
  transferFields,
} from './shared'

const landing: Step = {
  id: 'landing',
  title: '打开小程序注册页',
  device: 'computer',
  minutes: 3,
  address: officialSite,
  instructions: [
    { text: '打开网址，点「立即注册」', note: '在电脑上做，「立即注册」在右上角。' },
    { text: '注册类型选「小程序」' },
    { text: '点「前往注册」', note: '旁边的「找服务商帮我做」不用点。' },
  ],
  fields: [{ label: '注册页直达', value: { text: 'https://mp.weixin.qq.com/wxopen/waregister?action=step1' } }],
  cautions: [
    {
      level: 'caution',
      title: '要用服务号里的商城，别从这里走',
      text: '先注册、认证好服务号，再用它建小程序。到「改回答」里选「要，一起办」。',
    },
  ],
  errors: ['system-busy'],
  covers: ['000/1.1', '000/1.2'],
  sources: ['guide-000', 'introduction', 'screens-2026'],
}

const account: Step = {
  id: 'account',
  title: '填账号信息',
  device: 'computer',
  minutes: 5,
  instructions: [
    { text: '填邮箱', note: '没注册过的新邮箱，一个邮箱只能办一个小程序。' },
    { text: '设密码，再输一遍', note: '至少 8 位，字母和数字都要有，分大小写。' },
    { text: '勾协议，点「注册」', note: '先照图填好验证码。协议有三份，勾上那一格就是都同意。' },
  ],
  fields: [
    {
      label: '邮箱',
      hint: '没注册过公众平台、开放平台，没绑过个人微信',
      value: { entry: 't.email-mini-program.address' },
    },
    ...passwordFields,
    captchaField,
  ],
  cautions: [keepPassword],
  errors: [
    'email-taken',
    'email-registered',
    'email-bound-to-wechat',
    'email-format',
    ...passwordErrors,
    'captcha-wrong',
    'too-often',
  ],
  covers: ['000/1.3'],
  sources: ['guide-000', 'screens-2026', 'page-texts'],
}

const activate: Step = {
  id: 'activate',
  title: '去邮箱激活',
  device: 'computer',
  minutes: 5,
  instructions: [
    { text: '点「登录邮箱」', note: '登录刚才填的那个邮箱。' },
    { text: '点邮件里的激活链接', note: '就在这台电脑上点，会接着往下填。没收到看垃圾箱，再点「重新发送」。' },
  ],
  errors: ['email-not-received'],
  covers: ['000/1.3'],
  sources: ['screens-2026', 'introduction'],
}

const subject: Step = {
  id: 'subject',
  title: '登记主体信息',
  device: 'both',
  minutes: 10,
  address: fullProcess,
  instructions: [
    { text: '主体类型选「企业」', note: '公司、个体工商户都归在这里。国家选「中国大陆」。' },
    { text: '企业类型照执照选', note: '执照写着个体工商户，就选「个体工商户」。' },
    {
      text: '注册方式选小额打款',
      note: '就是「向腾讯公司小额打款验证」，从对公账户打。页面有「法定代表人验证」的，优先选它。',
    },
  ],
  fields: [
    { label: '企业名称', hint: '和执照一字不差，括号也一样', value: licenceName },
    { label: '营业执照注册号', hint: '填 18 位统一社会信用代码，老执照填 15 位', value: licenceCode },
    ...transferFields,
  ],
  cautions: [
    {
      level: 'stop',
      title: '提交以后，主体不能再改',
      text: '名称和代码照执照逐字对一遍，错了改不了，要换邮箱重来。',
    },
    {
      level: 'caution',
      title: '「微信认证」要先付 300 元',
      text: '没有对公账户、又没有扫脸的，才选它。审核 1–5 个工作日，没通过前信息也填不了，金额以页面为准。',
    },
  ],
  errors: [...licenceErrors, ...transferErrors, 'registry-mismatch', 'legal-person-missing', 'legal-real-name'],
  parts: [
    {
      id: 'transfer-chosen',
      title: '我选了小额打款',
      text: '选别的方式，不用勾。金额和收款账号在最后一页，先跟财务说好，10 天里打过去。',
      optional: true,
      clock: {
        id: 'mini-program-transfer',
        kind: 'deadline',
        title: '从对公账户打款',
        amount: 10,
        unit: 'day',
        consequence: '超过 10 天没打到，注册就失败',
        remedy: '登录看看结果。已经失败的，用执照从头再注册，邮箱可能要换一个。',
        until: 'register-standalone.transfer-sent',
        passedBy: ['finish-setup.information', 'finish-setup.payment'],
        remindDays: [3, 1],
      },
    },
  ],
  covers: ['000/1.3'],
  uncertain: '单独注册时有没有「法定代表人验证」，各处看到的不一样，以页面为准。',
  sources: ['guide-000', 'full-process', 'introduction', 'screens-2026', 'page-texts'],
}

const administrator: Step = {
  id: 'administrator',
  title: '登记管理员',
  device: 'both',
  minutes: 8,
  instructions: [
    { text: '填管理员，点「获取验证码」', note: '最好和认证联系人是同一个人。' },
    { text: '管理员本人微信扫二维码', note: '企业名称和管理员都填好，二维码才会出来。' },
    { text: '点「继续」，核对后「确定」', note: '选了小额打款的，下一页有金额和收款账号，记下来。' },
  ],
  fields: administratorFields,
  cautions: [
    subjectFinal,
    {
      level: 'caution',
      title: '以后登录后台，都要他扫码',
      text: '备案也要他本人刷脸，选一个长期在店里的人。',
    },
  ],
  errors: [...administratorErrors, 'subject-final', 'transfer-late'],
  parts: [
    {
      id: 'transfer-sent',
      title: '钱已经打过去了',
      text: '只有选小额打款的才勾。结果会发到管理员微信和站内信，钱原路退回对公账户。',
      optional: true,
    },
  ],
  covers: ['000/1.3'],
  sources: ['screens-2026', 'introduction', 'guide-004'],
}

export const registerStandalone: Guide = {
  id: 'register-standalone',
  title: '注册小程序',
  goal: '直接办好小程序的账号，接着去完善信息、认证和备案。',
  before: [
    '一台电脑，能上网',
    '小程序用的邮箱，现在能收信',
    '营业执照',
    '对公账户的资料',
    '管理员本人，带着身份证和手机',
  ],
  steps: [landing, account, activate, subject, administrator],
  sources: ['guide-000', 'introduction', 'full-process', 'screens-2026'],
}
