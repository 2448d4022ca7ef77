/**
 * What a rep sees of a merchant, as it stands beside the merchant's document: a function of the document and of
 * the content, so that counting again always gives the same (recount.ts).
 */
import { dayOf, isoOf, mondayOf } from '#domain/calendar'
import { content } from '#domain/content/content'
import { stageOf } from '#domain/rep/funnel'
import { standingOf, type Standing } from '#domain/rep/standing'
import { foldText } from '#domain/search-text'
import { entriesOf } from '#sync/doc'
import { stampMs } from '#sync/stamp'
import { consented } from './consented'
import type { MerchantRecord, ProgressRecord } from './records'

const digits = (n: number, length: number): string => String(Math.max(0, n)).padStart(length, '0')
/** As moments are searched. */
export const momentText = (ms: number): string => digits(ms, 13)
/** Sorts behind every moment. */
export const noDeadline = '9'.repeat(13)

/** What joining is counted by; `joined` in ms. */
export function joiningOf(joined: number, scene: string, stage: number): Pick<ProgressRecord, 'week' | 'day'> {
  const day = dayOf(joined)
  return { week: `${isoOf(mondayOf(day))}.${scene}.${stage}`, day: isoOf(day) }
}

/** null: the merchant has no rep, or does not share with them. */
export function progressRow(merchant: MerchantRecord): ProgressRecord | null {
  const { rep, scene, joined, doc, active } = merchant
  if (rep === null || scene === null || joined === null || !consented(merchant, 'share-progress')) return null
  const changed = new Map(doc.entries.map(({ k, s }) => [k, stampMs(s)]))
  const standing = standingOf(content, { entries: entriesOf(doc), changed, joined })
  const joining = joiningOf(joined, scene, stageOf(standing.reached))
  return { rep, scene, joined, active: momentText(active), ...joining, ...searched(standing), standing }
}

function searched({ shop, done, total, stuck, deadline, retakes, reached }: Standing) {
  const finished = reached.at(-1) ?? null
  return {
    deadline: deadline === null ? noDeadline : momentText(deadline.endsMs),
    percent: digits(total === 0 ? 0 : Math.floor((100 * done) / total), 3),
    stuck: stuck === null ? null : momentText(stuck.from),
    redo: retakes.length === 0 ? null : digits(retakes.length, 2),
    finished: finished === null ? null : momentText(finished),
    find: foldText(shop ?? ''),
  }
}
