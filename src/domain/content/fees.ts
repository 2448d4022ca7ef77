/**
 * What WeChat charges, and what the fee card must say beside it. Amounts are the range to be ready
 * for, in yuan; the back end's figure is what counts. No text here may promise a saving: both source
 * guides do, and since 2023-09-25 it no longer holds.
 */
import { company, eligible, soleTrader } from './conditions'
import type { Fee, FeeNote } from './types'

export const fees: readonly Fee[] = [
  {
    id: 'service-account-certification',
    label: '服务号认证',
    yuan: [300, 300],
    per: 'year',
    applies: { guide: 'certify-service-account' },
    sources: ['guide-004', 'certification-notes'],
  },
  {
    id: 'mini-program-certification-company',
    label: '小程序认证',
    yuan: [300, 300],
    per: 'year',
    applies: { all: [company, { guide: 'finish-setup' }] },
    sources: ['guide-000', 'screens-2026', 'certification'],
  },
  {
    id: 'mini-program-certification-sole-trader',
    label: '小程序认证',
    yuan: [30, 300],
    per: 'year',
    applies: { all: [soleTrader, { guide: 'finish-setup' }] },
    note: '个体工商户可能 30 元，尚未证实',
    uncertain: '官方页面只写着 300 元。有人说个体工商户交 30 元，也有人交了 300 元，按 300 元准备。',
    sources: ['sole-trader-fee', 'screens-2026'],
  },
]

export const feeNotes: readonly FeeNote[] = [
  {
    id: 'reuse-is-not-free',
    title: '复用不等于免费',
    text: '不少教程说，拿认证过的服务号来建小程序，能省下小程序那 300 元。2023 年 9 月 25 日起，小程序要单独认证；2023 年 12 月 25 日起，这样新建的小程序默认是未认证。按两份钱准备。',
    applies: { guide: 'reuse' },
    sources: ['guide-000', 'guide-004', 'reuse-2023', 'reuse-interface', 'reuse-thread'],
    uncertain: '还能查到写着不再收费的旧页面，以后台实际要你付的为准。',
  },
  {
    id: 'yearly',
    title: '每年都要交一次',
    text: '有的教程说只认证一次。官方的有效期是 365 天，到期前要年审，再交一次。',
    sources: ['guide-000', 'certification', 'reuse-2023'],
  },
  {
    id: 'existing-service-account',
    title: '服务号的年审另算',
    text: '你的服务号每年也要年审，服务号是 300 元一次。这笔没算在上面。',
    applies: { all: [{ guide: 'reuse' }, { not: { guide: 'certify-service-account' } }] },
    sources: ['certification-notes', 'guide-004'],
  },
  {
    id: 'not-refunded',
    title: '没通过，钱不退',
    text: '认证费是审核服务费，审核没通过、电话没接到，都不退。',
    sources: ['guide-004', 'certification-notes'],
  },
  {
    id: 'registration-certification',
    title: '注册时别选「微信认证」',
    text: '注册页也有一项「微信认证」，要付 300 元审核费。能用法定代表人验证或小额打款的，就别选它。',
    applies: { any: [{ guide: 'register-service-account' }, { guide: 'register-standalone' }] },
    sources: ['guide-004', 'screens-2026', 'introduction'],
  },
  {
    id: 'transfer-refunded',
    title: '小额打款会退回来',
    text: '选对公打款的，要从对公账户打一小笔钱过去，验证完原路退回。这不是认证费。',
    applies: eligible,
    sources: ['screens-2026', 'introduction'],
  },
  {
    id: 'sole-trader-type',
    title: '认证类型选「个体工商户」',
    text: '个体工商户错选成「企业」，就按企业收 300 元。付款前看清金额，不对先退回去改。',
    applies: soleTrader,
    sources: ['sole-trader-fee', 'certification-form'],
    uncertain: '个体工商户交多少，官方页面没有写明。',
  },
  {
    id: 'back-end-decides',
    title: '以微信后台显示为准',
    text: '钱都由微信后台收，我们不收。金额可能变，付款那一页写多少就是多少。',
    sources: ['own-advice'],
  },
]
