/** The five ways through. Which answers lead to which is domain/route.ts. */
import type { Route } from './types'

export const routes: readonly Route[] = [
  {
    id: 'not-eligible',
    title: '个人还不能办电商小程序',
    summary: '卖货、接单的小程序，主体要是企业或个体工商户。',
    when: '你还没有营业执照',
    guides: [],
    remedies: [
      '办一张个体工商户营业执照：带身份证，问当地市场监管所，或者在网上政务大厅办。要交哪些材料，以当地说的为准。',
      '家里人或合伙人有营业执照，可以用那张来办。执照上的法定代表人或经营者，到时候要配合扫码。',
      '执照刚下来先等等：工商信息同步要 5–15 个工作日，太早注册会对不上。',
      '拿到执照，回来改第一题的回答，就能接着办。',
    ],
    sources: ['guide-004', 'certification-person', 'filing-faq'],
  },
  {
    id: 'reuse',
    title: '用现有服务号建小程序',
    summary: '复用服务号的资料，少填一遍。小程序自己的认证和备案还要做。',
    when: '你有认证过、没过期的服务号',
    guides: ['reuse', 'finish-setup'],
    uncertain:
      '「快速注册并认证小程序」这个入口，现在的叫法和能勾选的项目还没核实，以后台显示为准。找不到，就改走单独注册。',
    sources: ['guide-000', 'guide-004', 'reuse-interface', 'reuse-2023'],
  },
  {
    id: 'certify-then-reuse',
    title: '先认证服务号，再建小程序',
    summary: '服务号认证通过，才能拿它来建小程序。',
    when: '你有服务号，还没认证或者认证过期了',
    guides: ['certify-service-account', 'reuse', 'finish-setup'],
    uncertain:
      '「快速注册并认证小程序」这个入口，现在的叫法和能勾选的项目还没核实，以后台显示为准。找不到，就改走单独注册。',
    sources: ['guide-000', 'guide-004', 'page-texts', 'reuse-interface'],
  },
  {
    id: 'service-account-first',
    title: '先办服务号，再建小程序',
    summary: '路最长，办完两个账号都有：服务号能开商城、发消息，小程序能下单。',
    when: '你没有服务号，想一起办',
    guides: ['register-service-account', 'certify-service-account', 'reuse', 'finish-setup'],
    uncertain:
      '「快速注册并认证小程序」这个入口，现在的叫法和能勾选的项目还没核实，以后台显示为准。找不到，就改走单独注册。',
    sources: ['guide-000', 'guide-004', 'reuse-interface', 'reuse-2023'],
  },
  {
    id: 'standalone',
    title: '直接办小程序',
    summary: '只注册小程序，步骤最少。',
    when: '你没有服务号，也不打算办',
    guides: ['register-standalone', 'finish-setup'],
    sources: ['guide-000', 'introduction', 'screens-2026'],
  },
]
