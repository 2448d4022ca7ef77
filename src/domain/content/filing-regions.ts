/**
 * What each province's communications administration asks of a shop's filing (主体负责人授权书, 小程序负责人授权书,
 * 承诺书, 公章, address), for companies and sole traders; rules for government bodies are left out.
 * Source of the table: record_material §4–7 and record_faq §2–3.
 */
import type { Caution, Piece } from './types'
import { longerMonths, usualMonths } from './valid-months'

/** Who may be 主体负责人. `letter`: somebody else may, with a 授权书. */
export type Principal = 'legal-representative' | 'letter' | 'anyone'
/** Who may be 小程序负责人. `online-letter`: the 授权书 is made by the page and only confirmed there. */
export type Manager = 'legal-representative' | 'letter' | 'online-letter' | 'anyone'
export type Licensed = 'company' | 'sole-trader'

export interface FilingRules {
  readonly principal: Readonly<Record<Licensed, Principal>>
  readonly manager: Readonly<Record<Licensed, Manager>>
  /** The 承诺书 is downloaded: when, how long its signature holds, and how one signs without 公章. Absent: the page makes it. */
  readonly commitment?: { readonly when: string; readonly signed: string; readonly noSeal: string }
  /** false: a sole trader without 公章 must have one carved, a handprint does not do. */
  readonly withoutSeal: boolean
  /** Months for which the papers must still be valid. */
  readonly validMonths: 3 | 6
  /** What else this region is particular about. */
  readonly extras: readonly Caution[]
}

export interface FilingRegion extends Piece {
  readonly name: string
  /** null: licences from there are not filed by this table. */
  readonly rules: FilingRules | null
}

type Both<T> = T | Readonly<Record<Licensed, T>>
const both = <T extends string>(value: Both<T>): Readonly<Record<Licensed, T>> =>
  typeof value === 'string' ? { company: value, 'sole-trader': value } : value

type More = Partial<Omit<FilingRules, 'principal' | 'manager'>>
const region = (
  id: string,
  name: string,
  principal: Both<Principal>,
  manager: Both<Manager>,
  more: More = {},
): FilingRegion => ({
  id,
  name,
  sources: ['filing-material', 'filing-faq'],
  rules: {
    principal: both(principal),
    manager: both(manager),
    withoutSeal: true,
    validMonths: longerMonths[id] ?? usualMonths,
    extras: [],
    ...more,
  },
})
const outside = (id: string, name: string): FilingRegion => ({ id, name, sources: ['own-advice'], rules: null })

const own = 'legal-representative'
const noCityDistrict: Caution = {
  level: 'info',
  title: '地区别选「市辖区」',
  text: '选到具体的区县，选「市辖区」会被退回。',
}
const financeWords = (asked: string): Caution => ({
  level: 'info',
  title: '带金融类字眼的',
  text: `${asked}带「投资」「理财」「资产管理」这类字、实际不做金融的，要另交一份不涉及金融的承诺书。`,
})
const approvalWords: Caution = {
  level: 'info',
  title: '经营范围带要审批的字',
  text: '单位名称或经营范围带「药品」「图书」「培训」这类字、小程序又不做的，要另交一份不涉及前置审批的承诺书。',
}

const north: readonly FilingRegion[] = [
  region('beijing', '北京', 'anyone', 'anyone', {
    extras: [
      { level: 'caution', title: '地址别用特殊符号', text: '通讯地址里的「#」要改成文字，比如写「2 号楼」。' },
      {
        level: 'info',
        title: '名字里带教育、培训、金融类的字',
        text: '带这些字、实际不做的，要另交一份不涉及校外培训或不涉及金融的承诺书。',
      },
    ],
  }),
  region('tianjin', '天津', own, 'letter', {
    extras: [
      { level: 'caution', title: '小程序负责人的年龄', text: '不能超过法定退休年龄。' },
      { level: 'info', title: '自贸区、空港的地址', text: '天津自贸区、空港经济区，省市区选「滨海新区」。' },
    ],
  }),
  region('hebei', '河北', own, 'anyone'),
  region('shanxi', '山西', own, 'anyone', { extras: [approvalWords] }),
  region('neimenggu', '内蒙古', own, 'anyone'),
]
const northeast: readonly FilingRegion[] = [
  region('liaoning', '辽宁', 'anyone', 'anyone', {
    extras: [{ level: 'info', title: '做金融的例外', text: '从事金融业务的，主体负责人要是法定代表人。' }],
  }),
  region('jilin', '吉林', 'letter', 'anyone'),
  region('heilongjiang', '黑龙江', own, 'letter'),
]
const east: readonly FilingRegion[] = [
  region('shanghai', '上海', own, 'online-letter', { withoutSeal: false }),
  region('jiangsu', '江苏', 'letter', 'letter', { withoutSeal: false, extras: [financeWords('单位名称或经营范围')] }),
  region('zhejiang', '浙江', own, 'anyone', { extras: [noCityDistrict, financeWords('单位名称或经营范围')] }),
  region('anhui', '安徽', 'letter', 'letter'),
  region('fujian', '福建', own, { company: 'letter', 'sole-trader': own }, { withoutSeal: false }),
  region('jiangxi', '江西', own, 'anyone'),
  region('shandong', '山东', own, 'anyone'),
]
const south: readonly FilingRegion[] = [
  region('henan', '河南', own, 'anyone'),
  region('hubei', '湖北', own, 'letter', {
    extras: [
      {
        level: 'caution',
        title: '卖货的要一份说明书',
        text: '名称、经营范围或服务内容带「商城」「零售」「网上销售」「贸易」这类字的，要交《湖北省小程序电子商务情况说明书》。',
      },
      financeWords('经营范围'),
    ],
  }),
  region('hunan', '湖南', own, 'letter'),
  region('guangdong', '广东', own, 'anyone', {
    commitment: {
      when: '第一次备案时',
      signed: '日期写提交那天，签好后半年内有效。',
      noSeal: '没有公章的个体工商户，由主体负责人手写日期、签名、身份证号，并在主体备注里写「个体工商户无公章」。',
    },
  }),
  region('guangxi', '广西', own, 'anyone', { extras: [noCityDistrict] }),
  region('hainan', '海南', 'anyone', 'anyone'),
]
const west: readonly FilingRegion[] = [
  region('chongqing', '重庆', own, 'letter', { extras: [approvalWords] }),
  region('sichuan', '四川', { company: 'letter', 'sole-trader': own }, 'letter'),
  region('guizhou', '贵州', own, 'letter', { extras: [approvalWords] }),
  region('yunnan', '云南', own, 'anyone'),
  region('xizang', '西藏', own, 'anyone'),
  region('shaanxi', '陕西', own, 'letter'),
  region('gansu', '甘肃', 'letter', 'anyone'),
  region('qinghai', '青海', own, 'letter'),
  region('ningxia', '宁夏', own, 'letter', { withoutSeal: false }),
  region('xinjiang', '新疆', own, 'anyone', {
    commitment: {
      when: '备案时',
      signed: '日期写提交那天，最多早 90 天。',
      noSeal:
        '没有公章的个体工商户，由主体负责人手写日期、签名、身份证号，再按手印，并在主体备注里写「个体工商户无公章」。',
    },
  }),
]
const beyond: readonly FilingRegion[] = [
  outside('hongkong', '香港'),
  outside('macao', '澳门'),
  outside('taiwan', '台湾'),
]

export const filingRegions: readonly FilingRegion[] = [...north, ...northeast, ...east, ...south, ...west, ...beyond]
