/** What an approved computer gets of a merchant: every text with its label, every photo with a name for its file. */
import { content } from '#domain/content/content'
import { keyOf, shopNameKey, type Entries } from '#domain/entries'
import { permitFields } from '#domain/permit-fields'
import { photosOf } from '#domain/photos'
import { entriesOf, type Doc } from '#sync/doc'
import { livePhotos, takenBack, type PhotoRecord } from './photo-record'

export interface DeskText {
  /** The entry's key without its kind, `<material>.<field>`. */
  readonly id: string
  readonly label: string
  readonly value: string
}

export interface DeskPhoto {
  readonly photoId: string
  readonly slot: string
  readonly label: string
  readonly filename: string
  /** px, bytes */
  readonly w: number
  readonly h: number
  readonly bytes: number
  /** Why the rep would have it taken again. */
  readonly redo?: string
}

const textAt = (entries: Entries, key: string): string | null => {
  const value = entries.get(key)
  return typeof value === 'string' && value !== '' ? value : null
}

export const shopOf = (doc: Doc): string | null => textAt(entriesOf(doc), shopNameKey)

/** In the checklist's order. What was chosen from a list is not typed anywhere; `l.*` never reaches the function. */
export function textsFor(doc: Doc): readonly DeskText[] {
  const entries = entriesOf(doc)
  return typedFields().flatMap(({ material, id, label }) => {
    const value = textAt(entries, keyOf.text(material, id))
    return value === null ? [] : [{ id: `${material}.${id}`, label, value }]
  })
}

interface TypedField {
  readonly material: string
  readonly id: string
  readonly label: string
}

/** Each once: a field may stand in a material several times, for several kinds of merchants. */
export function typedFields(): readonly TypedField[] {
  const fields = content.materials.flatMap((material) => [
    ...(material.fields ?? [])
      .filter(({ local, input }) => local !== true && input !== 'choice')
      .map(({ id, label, called }) => ({ material: material.id, id, label: called ?? label })),
    ...(material.slots === 'industry' ? permitTexts(material.id) : []),
  ])
  return [...new Map(fields.map((field) => [`${field.material}.${field.id}`, field])).values()]
}

/** A permit's number and its last day, with its title in front: there may be several permits. */
function permitTexts(material: string): readonly TypedField[] {
  const slots = content.permits.map(({ id, title, shape }) => ({ id, label: title, shape }))
  return permitFields(slots, content.permits).map(({ id, label, slot }) => ({
    material,
    id,
    label: `${slots.find((one) => one.id === slot)?.label ?? ''}，${label}`,
  }))
}

interface Named {
  readonly photoId: string
  readonly photo: PhotoRecord
  readonly place: number
  readonly label: string
}

/** In the checklist's order; of one slot in the order in which they came. */
export function photosFor(doc: Doc): readonly DeskPhoto[] {
  const redo = redoOf(doc)
  const labels = slotLabels()
  const slots = [...labels.keys()]
  const named = livePhotos(doc)
    .filter(({ photoId, photo }) => !takenBack(doc, photo.slot, photoId))
    .map(({ photoId, photo }): Named => {
      const at = slots.indexOf(photo.slot)
      return { photoId, photo, place: at < 0 ? slots.length : at, label: labels.get(photo.slot) ?? '照片' }
    })
    .sort((a, b) => a.place - b.place)
  const seen = new Map<string, number>()
  return named.map(({ photoId, photo: { slot, w, h, bytes }, label }) => {
    const no = (seen.get(label) ?? 0) + 1
    seen.set(label, no)
    const words = no === 1 ? label : `${label}，第\u00a0${no}\u00a0张`
    const reason = redo.get(photoId)
    const file = { photoId, slot, label: words, filename: fileNameOf(label, no), w, h, bytes }
    return reason === undefined ? file : { ...file, redo: reason }
  })
}

function redoOf(doc: Doc): ReadonlyMap<string, string> {
  const photos = [...photosOf(entriesOf(doc)).values()].flat()
  return new Map(photos.flatMap(({ photoId, redo }) => (redo === undefined ? [] : [[photoId, redo] as const])))
}

/** Every slot there is, in the checklist's order; the industry's are the permits. */
function slotLabels(): ReadonlyMap<string, string> {
  const slots = content.materials.flatMap(({ slots: own = [] }) =>
    own === 'industry'
      ? content.permits.map(({ id, title }) => [id, title] as const)
      : own.map(({ id, label }) => [id, label] as const),
  )
  return new Map(slots)
}

/** Without what Windows, macOS or Linux would not have in a file's name. */
const fileNameOf = (label: string, no: number): string =>
  `${label.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').trim() || '照片'}${no === 1 ? '' : `-${no}`}.jpg`
