/** Finding one's industry among about sixty: by group, or by any word people use for it. */
import type { Content, Industry, Permit } from './content/types'
import { describe, permitIds } from './permits'
import { foldText } from './search-text'

const groupTitles: Record<Industry['group'], string> = {
  eat: '吃的喝的',
  shop: '开店卖货',
  life: '生活服务',
  travel: '住宿旅游',
  health: '看病买药',
  learn: '教育培训',
  car: '车和驾驶',
  business: '其他行业',
}

export interface IndustryGroup {
  readonly id: Industry['group']
  readonly title: string
  readonly industries: readonly Industry[]
}

/** Groups in a fixed order, empty ones left out. An empty query keeps everything. */
export function groupedIndustries(content: Pick<Content, 'industries'>, query: string): readonly IndustryGroup[] {
  const wanted = foldText(query)
  const hits = (industry: Industry) =>
    wanted === '' ||
    [industry.label, industry.category, ...(industry.words ?? [])].some((word) => foldText(word).includes(wanted))
  return (Object.keys(groupTitles) as Industry['group'][])
    .map((id) => ({
      id,
      title: groupTitles[id],
      industries: content.industries.filter((one) => one.group === id && hits(one)),
    }))
    .filter((group) => group.industries.length > 0)
}

/** What the industry asks for, in one short line: the whole rule stands on the material's own page. */
export function permitSummary({ permits: rule }: Industry, permits: readonly Permit[]): string {
  if (!rule) return '不用另外的许可证'
  if ('permit' in rule) return describe(rule, permits)
  const titles = permitIds(rule).map((id) => permits.find((permit) => permit.id === id)?.title ?? id)
  const rest = titles.length - 1
  if (rest === 0) return titles[0] ?? ''
  return 'any' in rule ? `${titles[0]}，或者用别的证代替` : `${titles[0]}，还有另外 ${rest} 样`
}
