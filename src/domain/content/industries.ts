/**
 * What merchants call their trade, the official 类目 it belongs to, and the papers it needs.
 *
 * The rules are those of the table for subjects other than persons, read on the day of `asOf`; WeChat
 * changes it about every quarter, so the back end's wording counts. Several words of merchants may share
 * one 类目. A rule asks for `business-licence` when the table asks what its 经营范围 contains.
 */
import { eat } from './industries/eat'
import { learnAndHealth } from './industries/learn-and-health'
import { life } from './industries/life'
import { roadsAndBusiness } from './industries/roads-and-business'
import { shop } from './industries/shop'
import type { Industry } from './types'

/** For whoever finds nothing: the way on is open, the back end says what is needed. */
const other: Industry = {
  id: 'other',
  label: '其他行业',
  group: 'business',
  category: '以后台显示为准',
  note: '先往下办，材料里按不要许可证来排。到「服务类目」那一步，页面会写明要不要证。',
  uncertain: '我们不知道你这一行要不要许可证，以后台显示为准。',
  words: ['其他', '别的', '找不到', '没有'],
  sources: ['own-advice', 'category-table'],
}

export const industries: readonly Industry[] = [...eat, ...shop, ...life, ...learnAndHealth, ...roadsAndBusiness, other]
