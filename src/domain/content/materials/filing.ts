/** 小程序备案: neither source guide has it, it is mandatory since 2023-09-04. */
import { eligible } from '../conditions'
import { filingRegions } from '../filing-regions'
import type { Material } from '../types'

export const filing: Material = {
  id: 'filing',
  group: 'confirm',
  title: '小程序备案',
  summary: '选执照所在的省，看当地要什么',
  icon: 'shield',
  why: '2023 年 9 月 4 日起，新小程序不备案就不能上架。每个省的要求不一样。',
  accepted: [
    '营业执照原件的照片，就用前面拍好的那张。',
    '主体负责人和小程序负责人的身份证原件：在官方页面上当场拍，要彩色、四角完整，我们不收。',
    '主体负责人一般是法定代表人；小程序负责人就是管理员。能不能换别人，看你那个省。',
    '通讯地址写到门牌号，和执照在同一个省，能收到信。已经最细的，备注「通信地址已为最详细」。',
    '人、手机号、邮箱一一对应，两个人不能用同一个；应急联系人要是另一个人、另一个号码。',
    '授权书写备案当天的日期，最多早 1 个月；盖单位公章，合同章、项目章不行；法定代表人用正楷签名。',
    '餐饮零售这类行业，前置审批选「以上都不涉及」；药品、医疗器械、图书、培训、网约车这些要先有批文。',
  ],
  applies: eligible,
  notApplicable: '还没有营业执照',
  slots: [{ id: 'filing-letter', label: '授权书或承诺书', shape: 'portrait', pages: 'many', optional: true }],
  fields: [
    {
      id: 'region',
      label: '执照在哪个省',
      hint: '选营业执照上的地址所在的省',
      input: 'choice',
      choices: filingRegions.map((region) => ({ id: region.id, label: region.name })),
    },
  ],
  statements: [
    {
      id: 'id-cards',
      text: '两位负责人的身份证原件在手边，没过期',
      note: '有效期要还有 3 个月以上，宁夏要 6 个月以上。',
    },
    {
      id: 'phones',
      text: '两位负责人的手机都是自己的，还有一位应急联系人',
      note: '手机号和邮箱不能借别人的，借了会提示「不允许被多人使用」。',
    },
    {
      id: 'face',
      text: '管理员能找一面白墙刷脸',
      note: '背景白色或浅色，不戴帽子、耳机、口罩，穿好上衣，睁着眼。',
    },
    {
      id: 'watch-phone',
      text: '提交后盯着手机，不漏短信和电话',
      note: '12381 的短信要在 24 小时内验证；0755 开头的核实电话要接，管局也可能打来。',
    },
  ],
  cautions: [
    {
      level: 'stop',
      title: '12381 的短信，24 小时内要验证',
      text: '超过 24 小时备案会被退回，要重新提交。短信发给主体负责人，平台初审过了就会来。',
    },
    {
      level: 'info',
      title: '要等多久',
      text: '平台初审 1–2 个工作日，被退回再交的要 7 个工作日；省通信管理局 1–20 个工作日。',
    },
    {
      level: 'caution',
      title: '刚办的、刚改过的执照',
      text: '工商数据对不上，等 5–15 个工作日再备案。',
    },
  ],
  sources: ['filing-guide', 'filing-faq', 'filing-material', 'filing-sms', 'filing-fields'],
}
