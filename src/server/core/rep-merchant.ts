/**
 * rep-merchant {id} → one merchant as the rep may see them: states, never texts or photos that were not shared.
 *
 * `merchant`: as in rep-merchants. `stages`: [{id, title, at}], `at` ms or null. `materials`: [{id, title, state
 * (todo, done, redo, none), missing (names of what is lacking), reason?}] in the checklist's order. `guides`:
 * [{id, title, state, done, total, steps: [{id, title, done, at (ms or null), parts: [{id, title, done}]}]}].
 * `deadlines`: [{id, title, kind (deadline, wait), endsMs, passed, approximate}], the nearest first. `sharesPhotos`;
 * `photos`, empty unless shared: [{photoId, slot, label, w, h, review: {verdict, reason?} or null}], opened with
 * photo-link {id, photoId, variant}. `note`: {text, at} or null, the rep's own. `nudge`: {situation, text, opens}.
 */
import { content } from '#domain/content/content'
import { stages } from '#domain/content/rep'
import { keyOf, type Entries, type Value } from '#domain/entries'
import type { GuideState } from '#domain/guide-state'
import { progress, type Progress } from '#domain/progress'
import { nudgeOf } from '#domain/rep/nudge'
import { doneAt } from '#domain/ticks'
import { entriesOf } from '#sync/doc'
import type { Core } from './action'
import { livePhotos, takenBack } from './photo-record'
import { progressRow } from './progress-row'
import type { MerchantRecord, ProgressRecord } from './records'
import { refuse, type Reply } from './reply'
import { itemOf } from './rep-merchants'
import { noteOf } from './notes'
import { repAction, sharedMerchant, sharesPhotos } from './rep-role'
import { idBody } from './rep-schemas'

export const repMerchant = repAction(
  'rep-merchant',
  idBody,
  async (core, role, { id }): Promise<Reply> => {
    const merchant = await sharedMerchant(core, role.id, id)
    const row = merchant === null ? null : progressRow(merchant)
    if (merchant === null || row === null) return refuse('not-found')
    const note = await noteOf(core.ports, role.id, id)
    return { ok: true, ...view(core, id, merchant, row), note: note === null ? null : { text: note.text, at: note.at } }
  },
  ({ id }) => ({ merchant: id }),
)

function view({ ports }: Core, id: string, merchant: MerchantRecord, row: ProgressRecord) {
  const now = ports.clock.now()
  const entries = entriesOf(merchant.doc)
  const shown = progress(content, entries, now)
  const photos = sharesPhotos(merchant, row.rep)
  return {
    merchant: itemOf(id, row, now),
    stages: stages.map((stage, n) => ({ ...stage, at: row.standing.reached[n] ?? null })),
    materials: materialsOf(shown),
    guides: shown.guides.map((guide) => guideOf(guide, entries)),
    deadlines: deadlinesOf(shown),
    sharesPhotos: photos,
    photos: photos ? photosOf(merchant, shown, entries) : [],
    nudge: nudgeOf(row.standing, now, shown.materials.find(({ state }) => state === 'redo')?.reason ?? null),
    time: now,
  }
}

const materialsOf = ({ materials }: Progress) =>
  materials.map(({ material, state, missing, reason }) => ({
    id: material.id,
    title: material.title,
    state,
    missing,
    ...(reason !== undefined && { reason }),
  }))

const guideOf = ({ guide, state, done, total, steps }: GuideState, entries: Entries) => ({
  id: guide.id,
  title: guide.title,
  state,
  done,
  total,
  steps: steps.map((one) => ({
    id: one.step.id,
    title: one.step.title,
    done: one.done,
    at: doneAt(entries, guide.id, one.step),
    parts: one.parts.map(({ part, done: ticked }) => ({ id: part.id, title: part.title, done: ticked })),
  })),
})

const deadlinesOf = ({ deadlines }: Progress) =>
  deadlines.map(({ id, clock, endsMs, passed, approximate }) => ({
    id,
    title: clock.title,
    kind: clock.kind,
    endsMs,
    passed,
    approximate,
  }))

function photosOf({ doc }: MerchantRecord, { materials }: Progress, entries: Entries) {
  const labels = new Map(materials.flatMap(({ slots }) => slots.map(({ slot }) => [slot.id, slot.label] as const)))
  return livePhotos(doc)
    .filter(({ photoId, photo }) => !takenBack(doc, photo.slot, photoId))
    .map(({ photoId, photo: { slot, w, h } }) => ({
      photoId,
      slot,
      label: labels.get(slot) ?? slot,
      w,
      h,
      review: entries.get(keyOf.review(photoId)) ?? (null satisfies Value),
    }))
}
