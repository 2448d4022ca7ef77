/** The four questions whose answers choose the route, the fees and the checklist. */
import { eligible } from './conditions'
import type { Question } from './types'

export const questions: readonly Question[] = [
  {
    id: 'subject',
    title: '你用什么执照来办？',
    why: '执照不同，要填的、要交的都不一样。',
    options: [
      {
        id: 'company',
        label: '企业',
        note: '有限公司、合伙企业、个人独资企业、分公司',
        sources: ['screens-2026', 'introduction'],
      },
      {
        id: 'sole-trader',
        label: '个体工商户',
        note: '执照「类型」栏写着「个体工商户」',
        sources: ['screens-2026', 'guide-004'],
      },
      {
        id: 'person',
        label: '还没有营业执照',
        note: '只有身份证，想用个人名义办',
        sources: ['guide-004'],
      },
    ],
    help: {
      title: '不确定？教你怎么查',
      lines: [
        '看营业执照上的「类型」这一栏。',
        '写着「个体工商户」的，选个体工商户。',
        '写着「有限责任公司」「合伙企业」「个人独资企业」「分公司」的，都选企业。',
        '字看不清，就看统一社会信用代码开头两位：91 是企业，92 是个体工商户。',
        '93 开头是农民专业合作社，这里先选企业，注册时照页面上的选项选。',
        '执照上只有 15 位注册号，多半是没换的老执照，先去换新执照更稳妥。',
        '执照正在办、还没拿到手的，先选「还没有营业执照」，拿到再来改。',
      ],
    },
    sources: ['guide-004', 'screens-2026', 'gb-32100', 'gs-15'],
  },
  {
    id: 'service-account',
    title: '你有服务号吗？',
    why: '服务号是另一个账号，能给顾客发通知。',
    options: [
      {
        id: 'certified',
        label: '有，已经认证过',
        note: '后台写着「已认证」，没有过期',
        sources: ['guide-000', 'guide-004'],
      },
      {
        id: 'registered',
        label: '有，还没认证',
        note: '没交过认证费，或者认证过期了',
        sources: ['guide-004', 'page-texts'],
      },
      {
        id: 'none',
        label: '没有',
        note: '只有公众号（旧称订阅号）也选这个',
        sources: ['guide-004', 'screens-2018'],
      },
    ],
    asked: eligible,
    help: {
      title: '不确定？教你怎么查',
      lines: [
        '用电脑打开 mp.weixin.qq.com，登录你的账号。',
        '在设置里找到账号详情，看「类型」写的是服务号还是公众号，再看「认证情况」。菜单的叫法可能不同。',
        '写着公众号或订阅号的，不是服务号，选「没有」。',
        '写着「已认证」，再看到期的日子。过期了，选「有，还没认证」。',
        '离到期不到 15 天，先办年审，再来建小程序。',
        '服务号的主体要和你现在用的执照是同一个，不是同一个，选「没有」。',
        '企业微信认证过不算，那是另一个账号。',
        '想不起登录邮箱，点首页的「找回帐号或密码」，或者问问当初帮你办的人。',
      ],
    },
    sources: ['guide-000', 'guide-004', 'page-texts', 'screens-2018'],
  },
  {
    id: 'wants-service-account',
    title: '要不要顺便办一个服务号？',
    why: '要用服务号里的商城，得先办好服务号并认证，再建小程序。',
    options: [
      {
        id: 'yes',
        label: '要，一起办',
        note: '要用服务号里的商城，或者要给顾客推送消息',
        sources: ['guide-000', 'guide-004'],
      },
      {
        id: 'no',
        label: '不要，只办小程序',
        note: '只用小程序卖货、接单、预约',
        sources: ['guide-000'],
      },
    ],
    // Asked of those who have none. Before the second question is answered it counts as one of the four.
    asked: { all: [eligible, { not: { answer: 'service-account', in: ['certified', 'registered'] } }] },
    help: {
      title: '拿不准？这样想',
      lines: [
        '问一下卖软件给你的人：商城是开在服务号里，还是开在小程序里。',
        '开在服务号里的，选「要」。先办服务号并认证，再建小程序，顺序别反。',
        '只用小程序，选「不要」，步骤少一半。',
        '服务号每年也要交认证费，不用就别办。',
        '以后想要了，也能再办服务号，和小程序关联起来。',
      ],
    },
    sources: ['guide-000', 'guide-004', 'introduction'],
  },
  {
    id: 'industry',
    title: '你做哪一行？',
    why: '行业决定要不要拍许可证，拍哪几张。',
    options: [],
    asked: eligible,
    help: {
      title: '找不到？这样选',
      lines: [
        '搜一搜平时的叫法，像「奶茶」「理发」「修车」。',
        '几样都做的，先选卖得最多的那一样。',
        '以后在后台最多能加 5 个类目，每个月能加 5 次。',
        '只排队取号、只展示不卖，和在线卖货是两回事，要的证不一样。',
        '实在没有，选最后的「其他行业」，要不要证以后台显示为准。',
      ],
    },
    sources: ['category-table', 'screens-2026'],
  },
]
