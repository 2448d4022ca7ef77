/** What has to be true on the day, and is ticked as such. */
import { eligible } from '../conditions'
import type { Material } from '../types'

const administrator: Material = {
  id: 'administrator',
  group: 'confirm',
  title: '管理员',
  summary: '定一个人，注册和以后登录都要他扫码',
  icon: 'person-card',
  why: '注册时要用他的身份证、手机号和微信；以后每次登录后台，也要他扫码确认。',
  accepted: [
    '最好就是认证联系人，免得两边对不上。',
    '这里只写名字。身份证号和手机号到官方页面上再填，我们不存。',
    '一个身份证号、一个手机号，各自最多办 5 个账号。到了 5 个，换一个人。',
    '同一个微信能管的账号，最多 50 个。',
    '姓名里有间隔点的，一起写上，别漏。',
  ],
  applies: eligible,
  notApplicable: '还没有营业执照',
  fields: [{ id: 'name', label: '管理员姓名', hint: '照身份证写', example: '张小满', input: 'text' }],
  statements: [
    {
      id: 'under-five',
      text: '他的身份证和手机号，办过的账号都不到 5 个',
      note: '帮别的店办过的也算。拿不准，就换一个没办过的人。',
    },
    {
      id: 'real-name',
      text: '他满 18 周岁，微信实过名，绑着自己的手机号',
      note: '微信实名要和身份证是同一个人。',
    },
    {
      id: 'at-hand',
      text: '办的时候他在，手机在手边',
      note: '要收短信验证码，还要用他本人的微信扫电脑上的码。',
    },
    {
      id: 'face-check',
      text: '备案时他能刷脸，拿的是内地居民身份证',
      note: '港澳台居民做不了备案的人脸核身，要换一位管理员。',
    },
  ],
  cautions: [
    {
      level: 'info',
      title: '别用快离职的员工',
      text: '换管理员要原来的人配合扫码，人走了会很麻烦。',
    },
  ],
  uncertain: '有教程说用法定代表人验证，能放宽 5 个的限制，我们没有证实。',
  sources: ['guide-004', 'screens-2026', 'page-texts', 'introduction', 'filing-faq'],
}

const legalRepresentative: Material = {
  id: 'legal-representative',
  group: 'confirm',
  title: '法定代表人',
  summary: '到时候要他本人扫码',
  icon: 'scan',
  why: '注册和认证都能用法定代表人扫脸来验证，比花钱的「微信认证」方式好。备案多半也要他。',
  accepted: [
    '法定代表人就是执照上写的那个人，个体工商户是经营者。',
    '不在身边也能办：选对公打款，用对公账户验证。',
    '扫码后要填身份证、刷脸，都在他自己手机上做。别拖，有的要求 24 小时内做完。',
  ],
  applies: eligible,
  notApplicable: '还没有营业执照',
  statements: [
    {
      id: 'present',
      text: '法定代表人能到场，带着自己的手机',
      note: '来不了，就改选对公打款，这一条也算备好。',
    },
    {
      id: 'self-scan',
      text: '二维码由他本人对着屏幕扫，不转发、不拍下来发给他',
      note: '转发的码扫了会失败。',
    },
    {
      id: 'real-name',
      text: '他的微信实名，就是执照上的名字',
      note: '刚换过法定代表人的，等工商信息更新了再办，要 5–15 个工作日。',
    },
  ],
  cautions: [
    {
      level: 'caution',
      title: '先约好时间',
      text: '人不在、码过期，是最常见的卡壳。约好了再打开那一页。',
    },
  ],
  uncertain: '单独注册小程序时，不一定有「法定代表人验证」这一项，没有就选小额打款。',
  sources: ['guide-004', 'legal-person-scan', 'enterprise-interface', 'certification-form', 'page-texts'],
}

const certificationFee: Material = {
  id: 'certification-fee',
  group: 'confirm',
  title: '认证费',
  summary: '用微信支付付，付之前看清金额',
  icon: 'fee',
  why: '认证的最后一步是付款。要付多少，看步骤页里的费用。',
  accepted: [
    '付款页是一个二维码，用手机微信扫了付。',
    '多少钱以微信后台显示为准。',
    '服务号、小程序各算各的，分两次付。',
  ],
  applies: eligible,
  notApplicable: '还没有营业执照',
  statements: [
    { id: 'wechat-pay', text: '手机微信能付款，钱也够', note: '绑了银行卡，或零钱里有。' },
    { id: 'yearly', text: '我知道每年要重新认证，再交一次', note: '有效期 365 天，到期前会提醒你。' },
    { id: 'no-refund', text: '我知道审核没通过，钱也不退', note: '所以资料对好了再付。' },
  ],
  cautions: [
    {
      level: 'caution',
      title: '付款前再看一眼认证类型',
      text: '个体工商户要选「个体工商户」，错选成「企业」会按企业收。',
    },
    {
      level: 'caution',
      title: '付完等电话',
      text: '一般 1 个工作日内打给认证联系人，没接到就失败。',
    },
  ],
  uncertain: '个体工商户的小程序认证费可能是 30 元，尚未证实。',
  sources: ['guide-000', 'guide-004', 'certification', 'certification-notes', 'sole-trader-fee', 'screens-2026'],
}

export const confirmMaterials: readonly Material[] = [administrator, legalRepresentative, certificationFee]
