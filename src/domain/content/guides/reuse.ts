/** Guide 004 mini-program steps 1–5 and guide 000 part 2 steps 1–5, merged, extended by screens 2C. */
import type { Guide, Step } from '../types'
import {
  administratorErrors,
  administratorFields,
  captchaField,
  keepPassword,
  officialSite,
  passwordErrors,
  passwordFields,
} from './shared'

const menu: Step = {
  id: 'menu',
  title: '打开「小程序管理」',
  device: 'computer',
  minutes: 3,
  address: officialSite,
  instructions: [
    { text: '登录认证好的服务号', note: '邮箱、密码，加上管理员微信扫码。' },
    { text: '左边点「小程序管理」', note: '在「广告与服务」里，老的后台在「小程序」里。' },
    { text: '右上角点「添加」' },
  ],
  cautions: [
    {
      level: 'caution',
      title: '复用不等于不用交费',
      text: '2023 年 9 月 25 日起，小程序要单独认证、单独交费。复用是少填一遍资料。',
    },
    {
      level: 'info',
      title: '服务号先要认证通过',
      text: '没认证、认证过期的，这里走不下去。离到期不到 15 天的，先办年审。',
    },
  ],
  errors: ['reuse-not-certified', 'reuse-certificate-expiring'],
  covers: ['004/mp-1', '000/2.1'],
  sources: ['guide-004', 'guide-000', 'reuse-2023', 'reuse-interface', 'page-texts'],
}

const quickRegister: Step = {
  id: 'quick-register',
  title: '点「快速注册并认证小程序」',
  device: 'computer',
  minutes: 2,
  instructions: [{ text: '点「快速注册并认证小程序」', note: '这是新建一个小程序账号。' }],
  cautions: [
    {
      level: 'caution',
      title: '没有这一项，就单独注册',
      text: '打开 mp.weixin.qq.com，点「立即注册」，选「小程序」。到「改回答」里选没有服务号，路线会换过来。',
    },
    {
      level: 'info',
      title: '旁边的「关联小程序」先别点',
      text: '要跟服务号关联，也得先注册好一个小程序账号。你还没有，先在这里注册。',
    },
  ],
  errors: [
    'reuse-not-certified',
    'reuse-quota',
    'reuse-person',
    'reuse-security',
    'reuse-linked-ten',
    'reuse-unfinished',
  ],
  covers: ['004/mp-2', '000/2.2'],
  uncertain: '这一项现在还在不在、叫什么，没有核实，以后台显示为准。',
  sources: ['guide-004', 'guide-000', 'page-texts', 'introduction', 'reuse-thread'],
}

const terms: Step = {
  id: 'terms',
  title: '看「快速创建小程序说明」',
  device: 'computer',
  minutes: 4,
  instructions: [
    {
      text: '看完说明，勾上最下面一格',
      note: '写着「我已明白快速创建小程序的流程，现在开始进行创建」。服务号注册、认证时交过的资料，会调过来登记。',
    },
    { text: '点「快速创建」', note: '后面四步：选复用的、填邮箱密码，收邮件激活，绑管理员，完成。' },
  ],
  cautions: [
    {
      level: 'caution',
      title: '主体要承担连带责任',
      text: '小程序的开发者就是服务号的主体，资料和操作要真实、合法。平台必要时还会要你补交材料，要配合。',
    },
    {
      level: 'info',
      title: '建好以后，默认关联这个服务号',
      text: '不会显示在服务号的资料页，也不会给粉丝发关联通知。',
    },
  ],
  covers: ['000/2.3'],
  sources: ['guide-000'],
}

const scan: Step = {
  id: 'scan',
  title: '服务号管理员扫码',
  device: 'both',
  minutes: 2,
  instructions: [
    { text: '管理员微信扫二维码', note: '要这个服务号的管理员本人，运营者不行。' },
    { text: '手机上点确认', note: '扫完别刷新电脑上的页面。' },
  ],
  errors: ['reuse-ticket', 'scan-failed'],
  covers: ['004/mp-3'],
  sources: ['guide-004', 'reuse-interface'],
}

const reuseTick: Step = {
  id: 'reuse-tick',
  title: '勾选要复用的资料',
  device: 'computer',
  minutes: 2,
  instructions: [
    { text: '勾上「运营者信息」', note: '服务号的运营者，可以直接当小程序的管理员。' },
    { text: '勾上「微信认证资质」', note: '有这一项就勾，没有就跳过。' },
    { text: '点「下一步」' },
  ],
  cautions: [
    {
      level: 'caution',
      title: '勾了，可能还是要认证',
      text: '2023 年 12 月 25 日起，这样建的小程序默认是未认证。要不要付费，看后台的提示。',
    },
  ],
  errors: ['reuse-certificate-expiring', 'reuse-must-tick'],
  covers: ['004/mp-4'],
  uncertain: '「微信认证资质」这一项，现在可能已经没有了。',
  sources: ['guide-004', 'guide-000', 'reuse-interface', 'reuse-2023'],
}

const mailbox: Step = {
  id: 'mailbox',
  title: '填小程序的邮箱和密码',
  device: 'computer',
  minutes: 5,
  instructions: [
    { text: '填小程序用的新邮箱', note: '没注册过公众平台的，不能是服务号的那个。' },
    { text: '设密码，填验证码', note: '至少 8 位。这组邮箱和密码，以后登录小程序要用。' },
    { text: '勾协议，点「提交」', note: '协议有两份：《微信公众平台服务协议》《微信小程序平台服务条款》。' },
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
  cautions: [
    {
      level: 'caution',
      title: '服务号用过的邮箱，不能再用',
      text: '两个账号要两个邮箱，填了旧的会说已被占用。',
    },
    keepPassword,
  ],
  errors: [
    'email-taken',
    'email-registered',
    'email-bound-to-wechat',
    'email-format',
    ...passwordErrors,
    'captcha-wrong',
    'reuse-five-uncertified',
    'reuse-subject-limit',
    'too-often',
  ],
  covers: ['004/mp-5', '000/2.4'],
  sources: ['guide-004', 'guide-000', 'page-texts'],
}

const activate: Step = {
  id: 'activate',
  title: '去邮箱激活',
  device: 'computer',
  minutes: 5,
  instructions: [
    { text: '点「登录邮箱」', note: '登录刚才填的那个邮箱。' },
    { text: '点邮件里的激活链接', note: '腾讯发来的，就在这台电脑上点。没收到看垃圾箱，再点「重新发送」。' },
  ],
  errors: ['email-not-received', 'reuse-unfinished'],
  covers: ['000/2.5'],
  sources: ['guide-000', 'screens-2026', 'page-texts'],
}

const administrator: Step = {
  id: 'administrator',
  title: '绑定小程序管理员',
  device: 'both',
  minutes: 5,
  instructions: [
    { text: '填管理员，点「获取验证码」', note: '复用了运营者的，可能已经填好，对一遍就行。' },
    { text: '管理员本人微信扫二维码' },
    { text: '点「下一步」', note: '到这里小程序账号就注册好了，接着去完善信息、认证和备案。' },
  ],
  fields: administratorFields,
  cautions: [
    {
      level: 'caution',
      title: '以后登录后台，都要他扫码',
      text: '备案也要他本人刷脸，选一个长期在店里的人。',
    },
  ],
  errors: administratorErrors,
  sources: ['guide-004', 'guide-000', 'screens-2026', 'page-texts'],
}

export const reuse: Guide = {
  id: 'reuse',
  title: '用服务号建小程序',
  goal: '复用服务号的资料，建好小程序的账号。少填一遍，认证和备案还要做。',
  before: ['认证过、没过期的服务号', '小程序用的邮箱，和服务号的不同', '服务号的管理员本人，带着手机'],
  steps: [menu, quickRegister, terms, scan, reuseTick, mailbox, activate, administrator],
  uncertain: '「快速注册并认证小程序」现在的叫法、能复用哪些，还没核实，以后台显示为准。',
  sources: ['guide-004', 'guide-000', 'reuse-interface', 'reuse-2023'],
}
