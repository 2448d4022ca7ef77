/** What a line of the list says of a merchant. */
import { dayOf } from '#domain/calendar'
import type { Outline } from '#domain/content/types'
import { dateWords } from '../words'
import type { Due, MerchantRow } from './merchant-row'

export interface RowTag {
  readonly tone: 'amber' | 'red'
  readonly icon: string
  readonly words: string
}

export interface RowWords {
  readonly title: string
  readonly sub: string
  /** What is missing; empty: nothing that could be named. */
  readonly more: string
  readonly when: string
  readonly tags: readonly RowTag[]
  /** Of the ring: 0–100. */
  readonly percent: number
}

const hour = 3_600_000
const dayMs = 24 * hour
/** A week and more ago a date says more than a number of days. */
const countedDays = 6
const namedMaterials = 2

/** 「今天」「昨天」「3 天前」「11 月 15 日」 */
export function sinceWords(ms: number, now: number): string {
  const days = dayOf(now) - dayOf(ms)
  if (days <= 0) return '今天'
  if (days === 1) return '昨天'
  return days <= countedDays ? `${days}\u00a0天前` : dateWords(ms, now)
}

/** 「服务号认证，第 5 步」 */
export function placeWords({ kind, guide, step, title }: MerchantRow, content: Outline): string {
  if (kind === 'questions') return '四个问题还没答完'
  if (kind === 'not-eligible') return '个人还办不了，要先办执照'
  if (kind === 'finish') return '全部办好了'
  if (kind === 'redo') return `要重拍：${title}`
  if (kind === 'material') return `准备材料，${title}`
  const found = content.guides.find((one) => one.id === guide)
  const at = found?.steps.findIndex(({ id }) => id === step) ?? -1
  return found === undefined || at < 0 ? title : `${found.title}，第\u00a0${at + 1}\u00a0步`
}

function deadlineTag({ endsMs }: Due, now: number): RowTag {
  const left = endsMs - now
  const days = dayOf(endsMs) - dayOf(now)
  if (left <= 0) return { tone: 'red', icon: 'clock', words: days < 0 ? `过期\u00a0${-days}\u00a0天` : '今天过期了' }
  if (left < dayMs)
    return { tone: 'red', icon: 'clock', words: `还剩\u00a0${Math.max(1, Math.floor(left / hour))}\u00a0小时` }
  return { tone: 'amber', icon: 'clock', words: `还剩\u00a0${days}\u00a0天` }
}

/** The most urgent first; two at the most, so that a line stays a line. */
function tagsOf({ deadline, stuck, retakes, lastActive, finished }: MerchantRow, now: number): readonly RowTag[] {
  if (finished !== null) return []
  const quiet = dayOf(now) - dayOf(lastActive)
  const all: readonly (RowTag | null)[] = [
    deadline === null ? null : deadlineTag(deadline, now),
    stuck === null || stuck.from > now
      ? null
      : { tone: 'red', icon: 'caution', words: quiet > 0 ? `${quiet}\u00a0天没动` : '卡住了' },
    retakes.length === 0 ? null : { tone: 'red', icon: 'retake', words: `${retakes.length}\u00a0样要重拍` },
  ]
  return all.flatMap((tag) => tag ?? []).slice(0, 2)
}

function missingWords({ missing, title, finished, materialsDone, materialsTotal }: MerchantRow): string {
  const named = missing.filter((one) => one !== title).slice(0, namedMaterials)
  if (finished !== null || named.length === 0) return ''
  const all = Math.max(missing.length, materialsTotal - materialsDone)
  return all > named.length ? `还差${named.join('、')}等\u00a0${all}\u00a0样` : `还差${named.join('、')}`
}

export function rowWords(row: MerchantRow, content: Outline, now: number): RowWords {
  return {
    title: row.shop ?? '未填店名',
    sub: placeWords(row, content),
    more: missingWords(row),
    when: sinceWords(row.lastActive, now),
    tags: tagsOf(row, now),
    percent: row.total === 0 ? 0 : Math.floor((row.done / row.total) * 100),
  }
}
