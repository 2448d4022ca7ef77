/** Guide 004 steps 1–7, extended by screens 2A. */
import type { Guide, Step } from '../types'
import {
  administratorErrors,
  administratorFields,
  keepPassword,
  licenceCode,
  licenceErrors,
  licenceName,
  nameCandidates,
  nameErrors,
  officialSite,
  passwordErrors,
  passwordFields,
  subjectFinal,
  transferErrors,
  transferFields,
} from './shared'

const openSite: Step = {
  id: 'open-site',
  title: '打开官方网站',
  device: 'computer',
  minutes: 2,
  address: officialSite,
  instructions: [
    { text: '电脑上打开这个网址', note: '手机上填不了，要用电脑。点下面的网址就能复制。' },
    { text: '点右上角「立即注册」', note: '不用登录，中间的登录框别管。' },
  ],
  cautions: [
    {
      level: 'info',
      title: '要用服务号里的商城，先办服务号',
      text: '先注册、认证好服务号，再来建小程序，顺序别反。',
    },
  ],
  errors: ['system-busy', 'page-expired'],
  covers: ['004/1'],
  sources: ['guide-004', 'guide-000', 'screens-2018'],
}

const accountKind: Step = {
  id: 'account-kind',
  title: '选「服务号」',
  device: 'computer',
  minutes: 1,
  instructions: [{ text: '点「服务号」那一格', note: '写着「适合企业及组织注册」，个体工商户也选它。' }],
  cautions: [
    {
      level: 'caution',
      title: '别点成旁边的「公众号」',
      text: '「公众号」就是以前的订阅号，跟服务号是两样，选错了要换邮箱重来。',
    },
  ],
  covers: ['004/2'],
  sources: ['guide-004', 'screens-2018'],
}

const emailPassword: Step = {
  id: 'email-password',
  title: '填邮箱，设密码',
  device: 'computer',
  minutes: 8,
  instructions: [
    { text: '填邮箱，点「激活邮箱」', note: '要没注册过公众平台的邮箱。弹出图片，照着输字，再点「发送邮件」。' },
    { text: '填邮件里的 6 位验证码', note: '登录那个邮箱看邮件，没有就翻垃圾箱。' },
    { text: '设密码，勾协议，点「注册」', note: '协议是《微信公众平台服务协议》。' },
  ],
  fields: [
    {
      label: '邮箱',
      hint: '没注册过公众平台、开放平台，没绑过个人微信',
      value: { entry: 't.email-service-account.address' },
    },
    { label: '邮箱验证码', value: { onPage: '邮件里的 6 位数字，现收现填' } },
    ...passwordFields,
  ],
  cautions: [keepPassword],
  errors: [
    'email-taken',
    'email-registered',
    'email-bound-to-wechat',
    'email-format',
    'email-not-received',
    ...passwordErrors,
    'captcha-wrong',
    'too-often',
  ],
  covers: ['004/3'],
  uncertain: '这一页 2026 年的样子没有核实，空格的顺序可能不同，照页面填。',
  sources: ['guide-004', 'guide-000', 'page-texts', 'screens-2026'],
}

const confirmKind: Step = {
  id: 'confirm-kind',
  title: '再确认一次账号类型',
  device: 'computer',
  minutes: 1,
  instructions: [
    { text: '注册地选「中国大陆」', note: '弹窗里选好，点「确定」。' },
    { text: '服务号下点「选择并继续」' },
    { text: '看清是服务号，点「确定」' },
  ],
  cautions: [
    {
      level: 'stop',
      title: '账号建好，类型就不能改',
      text: '点「确定」前再看一眼，写的是不是「服务号」。',
    },
  ],
  covers: ['004/4'],
  uncertain: '弹窗里的字可能和这里不一样，以页面为准。',
  sources: ['guide-004', 'screens-2018'],
}

const subject: Step = {
  id: 'subject',
  title: '登记主体信息',
  device: 'both',
  minutes: 10,
  instructions: [
    { text: '主体类型选「企业」', note: '公司、个体工商户都归在这里。国家选「中国大陆」。' },
    { text: '企业类型照执照选', note: '执照写着个体工商户，就选「个体工商户」。' },
    {
      text: '选「法定代表人验证」',
      note: '建议选它，本人用微信扫码最快。来不了，或者没有这一项，选「向腾讯公司小额打款验证」。',
    },
  ],
  fields: [
    { label: '企业名称', hint: '和执照一字不差，括号也一样', value: licenceName },
    { label: '营业执照注册号', hint: '填 18 位统一社会信用代码，老执照填 15 位', value: licenceCode },
    { label: '法定代表人姓名', value: { onPage: '照执照写。选了法定代表人验证才填' } },
    { label: '身份证号', value: { onPage: '法定代表人的，到页面上填，我们不存' } },
    ...transferFields,
  ],
  cautions: [
    {
      level: 'stop',
      title: '提交以后，主体不能再改',
      text: '点「确定」前，名称和代码照执照逐字对一遍。',
    },
    {
      level: 'caution',
      title: '这里别选「微信认证」',
      text: '选了要另付 300 元审核费，以页面显示为准。',
    },
  ],
  errors: [
    'registry-mismatch',
    ...licenceErrors,
    ...transferErrors,
    'legal-person-missing',
    'legal-id-format',
    'legal-real-name',
  ],
  parts: [
    {
      id: 'transfer-chosen',
      title: '我选了小额打款',
      text: '选法定代表人验证的，不用勾。金额和收款账号在注册最后一页，先跟财务说好，10 天里打过去。',
      optional: true,
      clock: {
        id: 'service-account-transfer',
        kind: 'deadline',
        title: '从对公账户打款',
        amount: 10,
        unit: 'day',
        consequence: '超过 10 天没打到，注册就失败',
        remedy: '登录看看结果。已经失败的，用执照从头再注册，邮箱可能要换一个。',
        until: 'register-service-account.transfer-sent',
        passedBy: ['certify-service-account.apply'],
        remindDays: [3, 1],
      },
    },
  ],
  covers: ['004/5'],
  uncertain: '有教程说，用法定代表人验证能让管理员突破绑定数量的限制，没有证实。这一项也不一定都有。',
  sources: ['guide-004', 'screens-2026', 'page-texts', 'introduction'],
}

const administrator: Step = {
  id: 'administrator',
  title: '登记管理员',
  device: 'both',
  minutes: 8,
  instructions: [
    { text: '填管理员，点「获取验证码」', note: '最好和认证联系人是同一个人，免得两边对不上。' },
    { text: '管理员本人微信扫二维码', note: '企业名称和管理员都填好，二维码才会出来。' },
    { text: '点「继续」，核对后「确定」', note: '会弹出主体名称和类型，最后看一遍。' },
  ],
  fields: administratorFields,
  cautions: [
    subjectFinal,
    {
      level: 'caution',
      title: '以后登录后台，都要他扫码',
      text: '每次登录都要管理员微信扫码同意，选一个长期在店里的人。',
    },
  ],
  errors: [...administratorErrors, 'subject-final'],
  covers: ['004/6'],
  sources: ['guide-004', 'screens-2026', 'screens-2018', 'page-texts'],
}

const profile: Step = {
  id: 'profile',
  title: '填名称和功能介绍',
  device: 'computer',
  minutes: 5,
  instructions: [
    { text: '填「帐号名称」', note: '4–30 个字符，一个汉字算 2 个。重名了，换下一个备用的。' },
    { text: '填「功能介绍」和地区', note: '介绍 4–120 个字符，地区选执照所在的省和市。' },
    {
      text: '点「完成」',
      note: '最后一页点「微信认证」就能接着做。选了小额打款的，点「前往获取打款信息」，记下金额和收款账号。',
    },
  ],
  fields: [
    { label: '帐号名称', value: { entry: 't.account-names.first' } },
    ...nameCandidates,
    { label: '功能介绍', value: { entry: 't.account-introduction.text' } },
    { label: '运营地区', value: { onPage: '选执照所在的省和市' } },
  ],
  cautions: [
    {
      level: 'caution',
      title: '到这里，还不算办好',
      text: '30 天内（自然日）要去做微信认证，认证通过，账号才能正常用。',
    },
  ],
  errors: [...nameErrors, 'introduction-length', 'introduction-content', 'transfer-late'],
  parts: [
    {
      id: 'transfer-sent',
      title: '钱已经打过去了',
      text: '只有选小额打款的才勾。结果会发到管理员微信和站内信，钱原路退回对公账户。',
      optional: true,
    },
  ],
  clock: {
    id: 'service-account-certification',
    kind: 'deadline',
    title: '做完认证',
    amount: 30,
    unit: 'day',
    consequence: '过了 30 天要重新提交',
    remedy: '登录后台，照提示重新提交注册信息，再做认证。',
    until: 'certify-service-account.audit-call',
    passedBy: ['certify-service-account.certified', 'reuse.quick-register'],
    remindDays: [7, 3, 1],
  },
  covers: ['004/7'],
  sources: ['guide-004', 'page-texts', 'screens-2026'],
}

export const registerServiceAccount: Guide = {
  id: 'register-service-account',
  title: '注册服务号',
  goal: '办好服务号的账号，接着去认证。要用商城的，小程序排在它后面。',
  before: [
    '一台电脑，能上网',
    '服务号用的邮箱，现在能收信',
    '营业执照',
    '管理员本人，带着身份证和手机',
    '法定代表人本人扫码，或者对公账户',
    '3 个备选名称，1 段介绍',
  ],
  steps: [openSite, accountKind, emailPassword, confirmKind, subject, administrator, profile],
  sources: ['guide-004', 'guide-000', 'screens-2018', 'screens-2026', 'page-texts'],
}
