/** One merchant as their rep sees them: states and moments, and photos only when they are shared. */
import { isListOf, isNumber, isRecord, isString } from '../shapes'
import { dueFrom, rowFrom, type Due, type MerchantRow } from './merchant-row'

export type ItemState = 'todo' | 'done' | 'redo' | 'none'

export interface Item {
  readonly id: string
  readonly title: string
  readonly state: ItemState
}

export interface GuideProgress {
  readonly id: string
  readonly title: string
  readonly done: number
  readonly total: number
  readonly steps: readonly Item[]
}

export interface Stage {
  readonly id: string
  readonly title: string
  readonly at: number | null
}

export interface SharedPhoto {
  readonly photoId: string
  readonly title: string
  readonly verdict: 'fine' | 'retake' | null
  /** Why it is to be taken again. */
  readonly reason: string | null
}

/** A message to the merchant, and the page that it opens for them. */
export interface Nudge {
  readonly text: string
  readonly opens: { readonly page: string; readonly query: Readonly<Record<string, string>> }
}

export interface MerchantDetail {
  readonly row: MerchantRow
  /** Somebody else is at work; when that usually ends. */
  readonly waiting: Due | null
  /** In their order; `at`: ms, null: not reached, or passed by. */
  readonly stages: readonly Stage[]
  readonly materials: readonly Item[]
  readonly guides: readonly GuideProgress[]
  /** null: the merchant has not shared them. */
  readonly photos: readonly SharedPhoto[] | null
  readonly note: string
  readonly nudges: readonly Nudge[]
}

const states: readonly ItemState[] = ['todo', 'done', 'redo', 'none']
const listOf = <T>(value: unknown, from: (one: unknown) => T | null): readonly T[] =>
  Array.isArray(value) ? value.flatMap((one: unknown) => from(one) ?? []) : []

function itemFrom(value: unknown): Item | null {
  if (!isRecord(value) || !isString(value.id) || !isString(value.title)) return null
  const { id, title, state, done } = value
  return { id, title, state: states.find((one) => one === state) ?? (done === true ? 'done' : 'todo') }
}

function guideFrom(value: unknown): GuideProgress | null {
  if (!isRecord(value) || !isString(value.id) || !isString(value.title)) return null
  const steps = listOf(value.steps, itemFrom)
  const done = steps.filter(({ state }) => state === 'done').length
  return { id: value.id, title: value.title, done, total: steps.length, steps }
}

function stageFrom(value: unknown): Stage | null {
  if (!isRecord(value) || !isString(value.id) || !isString(value.title)) return null
  return { id: value.id, title: value.title, at: isNumber(value.at) ? value.at : null }
}

function photoFrom(value: unknown): SharedPhoto | null {
  if (!isRecord(value) || !isString(value.photoId)) return null
  const { photoId, label, review } = value
  const { verdict, reason } = isRecord(review) ? review : {}
  return {
    photoId,
    title: isString(label) ? label : '照片',
    verdict: verdict === 'fine' || verdict === 'retake' ? verdict : null,
    reason: isString(reason) && reason !== '' ? reason : null,
  }
}

const pages = {
  home: () => ({ page: 'pages/home/index', query: {} }),
  material: ({ material }: Readonly<Record<string, unknown>>) => ({
    page: 'packages/material/detail/index',
    query: { id: String(material) },
  }),
  step: ({ guide, step }: Readonly<Record<string, unknown>>) => ({
    page: 'packages/guide/step/index',
    query: { guide: String(guide), step: String(step) },
  }),
} as const

/** The first text, then the other ways to say the same. */
function nudgesFrom(value: unknown): readonly Nudge[] {
  if (!isRecord(value) || !isString(value.text)) return []
  const given = isRecord(value.opens) ? value.opens : {}
  const page = given.page === 'material' || given.page === 'step' ? given.page : 'home'
  const opens = pages[page](given)
  const others = isListOf(value.others, isString) ? value.others : []
  return [value.text, ...others].map((text) => ({ text, opens }))
}

/** null: no merchant. */
export function detailFrom(value: Readonly<Record<string, unknown>>): MerchantDetail | null {
  const { merchant, note } = value
  const row = rowFrom(merchant)
  if (row === null) return null
  return {
    row,
    waiting: isRecord(merchant) ? dueFrom(merchant.waiting) : null,
    stages: listOf(value.stages, stageFrom),
    materials: listOf(value.materials, itemFrom),
    guides: listOf(value.guides, guideFrom),
    photos: value.sharesPhotos === true ? listOf(value.photos, photoFrom) : null,
    note: isRecord(note) && isString(note.text) ? note.text : '',
    nudges: nudgesFrom(value.nudge),
  }
}
