/**
 * rep-export {cursor?} → {csv, rows, next, filename}: what rep-merchants shows, as a table for Excel. `csv` of the
 * first page begins with a byte order mark and the heads; the following pages are appended to it, until `next` is
 * null. Cells that a spreadsheet would run are made harmless (ASVS 1.2.10, OWASP CSV Injection).
 */
import { chinaTime, dayOf, isoOf } from '#domain/calendar'
import { content } from '#domain/content/content'
import { csvLine } from './csv'
import type { ProgressRecord } from './records'
import type { Reply } from './reply'
import { scenesOf } from './rep-codes'
import { repAction } from './rep-role'
import { exportBody } from './rep-schemas'

/** About 200 KB a page: a cloud function's answer has a limit. */
const page = 1000
const byteOrderMark = '\uFEFF'
const dayMs = 86_400_000

const heads = [
  ...['店名', '路线', '已完成步骤', '总步骤', '备好材料', '要备材料', '现在在', '停了几天', '卡住原因'],
  ...['最近来过', '最近期限', '期限到', '还缺', '要重拍', '加入日期', '二维码', '办好日期'],
]

export const repExport = repAction('rep-export', exportBody, async (core, role, { cursor }): Promise<Reply> => {
  const { store, clock } = core.ports
  const now = clock.now()
  const where = { field: 'rep', equals: role.id }
  const found = await store.list<ProgressRecord>('progress', {
    where,
    limit: page,
    ...(cursor !== undefined && { after: cursor }),
  })
  const names = new Map((await scenesOf(core, role.id)).map(({ id, value }) => [id, value.name]))
  const lines = found.map(({ value }) => csvLine(cellsOf(value, names.get(value.scene) ?? '', now)))
  return {
    ok: true,
    csv: [...(cursor === undefined ? [byteOrderMark, csvLine(heads)] : []), ...lines].join(''),
    rows: found.length,
    next: found.length < page ? null : (found.at(-1)?.id ?? null),
    filename: `商户进度-${isoOf(dayOf(now)).replaceAll('-', '')}.csv`,
  }
})

function dateOf(ms: number | null): string {
  if (ms === null) return ''
  const { year, month, date } = chinaTime(ms)
  return `${year}/${month}/${date}`
}

const titleOf = (route: string | null): string => content.routes.find(({ id }) => id === route)?.title ?? ''

function cellsOf({ standing, active, joined }: ProgressRecord, code: string, now: number): readonly string[] {
  const { shop, route, stop, since, stuck, deadline, missing, retakes, reached } = standing
  const finished = reached.at(-1) ?? null
  return [
    shop ?? '',
    titleOf(route),
    ...[standing.done, standing.total, standing.materialsDone, standing.materialsTotal].map(String),
    stop.title,
    finished === null ? String(Math.max(0, Math.floor((now - since) / dayMs))) : '',
    stuck !== null && stuck.from <= now ? stuck.reason : '',
    dateOf(Number(active)),
    deadline?.title ?? '',
    dateOf(deadline?.endsMs ?? null),
    missing.join('、'),
    retakes.join('、'),
    dateOf(joined),
    code,
    dateOf(finished),
  ]
}
