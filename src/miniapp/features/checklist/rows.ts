/** A material as its row says it: mark, name, one second line. */
import type { Deadline } from '#domain/clocks'
import type { FieldOutline, MaterialOutline } from '#domain/content/types'
import type { Entries } from '#domain/entries'
import { lackingPhotos } from '#domain/lacking'
import { textOf, type MaterialState } from '#domain/material-state'

export interface ChecklistRow {
  readonly id: string
  readonly mark: MaterialState['state']
  readonly title: string
  readonly sub: string
  /** `sub` says that something is not in order, though it is there. */
  readonly warned: boolean
  /** Spoken: 「营业执照，拍好了，已备好」. */
  readonly spoken: string
}

/** Behind the row's own words, which say it themselves where it is to be taken again or not needed. */
const spokenState: Record<MaterialState['state'], string> = { todo: '待准备', done: '已备好', redo: '', none: '' }

/** A local text (the bank account number) is shown nowhere but on its own page. */
function shownText(material: MaterialOutline, field: FieldOutline, entries: Entries): string | null {
  const text = field.local ? '' : textOf(entries, material.id, field)
  if (text === '') return null
  if (field.input === 'choice') return field.choices?.find((choice) => choice.id === text)?.label ?? null
  return field.input === 'lines' ? '写好了' : text
}

function doneWords({ material, fields, slots }: MaterialState, entries: Entries): string {
  for (const field of fields) {
    const text = shownText(material, field, entries)
    if (text !== null) return text
  }
  const taken = slots.filter(({ photos }) => photos.length > 0).map(({ slot }) => slot.label)
  if (taken.length === 0) return '都确认过了'
  return taken.length === 1 && taken[0] === material.title ? '拍好了' : taken.join('、')
}

/** What is still missing, once a part of it is there; null before. */
function begunWords(state: MaterialState, entries: Entries): string | null {
  const { material, fields, slots, permits, missing } = state
  const typed = fields.some((field) => textOf(entries, material.id, field) !== '')
  const taken = slots.some(({ photos }) => photos.length > 0)
  if (!typed && !taken) return null
  const lacking = permits === null ? missing : lackingPhotos(state).slots.map(({ label }) => label)
  return lacking.length === 0 ? null : `还差：${lacking.join('、')}`
}

/** The slot that has to be photographed again, and why. */
export function redoOf(
  state: MaterialState,
): { readonly slot: string; readonly label: string; readonly reason: string } | null {
  for (const { slot, photos } of state.slots) {
    const photo = photos.find((one) => one.redo !== undefined)
    if (photo?.redo !== undefined) return { slot: slot.id, label: slot.label, reason: photo.redo }
  }
  return null
}

function redoWords(state: MaterialState): string {
  const redo = redoOf(state)
  if (!redo) return '需重拍'
  return `需重拍：${redo.label === state.material.title ? '' : `${redo.label}，`}${redo.reason}`
}

/** A paper that runs out before it would be accepted. */
function expiryWords({ material }: MaterialState, deadlines: readonly Deadline[]): string | null {
  const found = deadlines.find((one) => one.material === material.id)
  return found ? (found.passed ? found.clock.remedy : `快到期了，先${found.clock.title}`) : null
}

function subOf(state: MaterialState, entries: Entries, expiry: string | null): string {
  const { material } = state
  if (state.state === 'none') return `不适用：${state.reason ?? material.notApplicable ?? '你的情况用不上'}`
  if (state.state === 'redo') return redoWords(state)
  if (expiry !== null) return expiry
  return state.state === 'done' ? doneWords(state, entries) : (begunWords(state, entries) ?? material.summary)
}

export function rowOf(state: MaterialState, entries: Entries, deadlines: readonly Deadline[]): ChecklistRow {
  const { material } = state
  const title = material.optional ? `${material.title}（可以不备）` : material.title
  const expiry = expiryWords(state, deadlines)
  const sub = subOf(state, entries, expiry)
  return {
    id: material.id,
    mark: state.state,
    title,
    sub,
    warned: sub === expiry,
    spoken: [title, sub, spokenState[state.state]].filter(Boolean).join('，'),
  }
}
