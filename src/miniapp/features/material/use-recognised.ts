import type { Material } from '#domain/content/types'
import type { PhotoReader } from '../../ports/reader'
import { useApp, useEdits, useEntries } from '../../stores/hooks'
import { usePhotos, type PhotoView } from '../../stores/photo-hooks'
import { lacksReading, readingsOf, type Reading } from './recognition'
import { usePhoneReading } from './use-phone-reading'

/** `coming`: the function is still to look at the photo. `offer`: the phone can read it. `failed`: nothing was read. */
export type ReadingStage = 'none' | 'coming' | 'offer' | 'reading' | 'failed'

export interface Recognised {
  /** What differs from what is kept; empty when there is nothing to decide. */
  readonly offers: readonly Reading[]
  /** Nothing was typed for any of it. */
  readonly fresh: boolean
  /** A field's id to why its kept value can be trusted. */
  readonly agreed: ReadonlyMap<string, string>
  readonly stage: ReadingStage
  readonly readOnPhone: () => void
  readonly use: () => void
}

const licenceId = 'business-licence'
const onTheWay: ReadonlySet<string> = new Set(['preparing', 'waiting', 'uploading', 'checking'])

export function useRecognised(material: Material, reader: PhotoReader): Recognised {
  const { device } = useApp()
  const entries = useEntries()
  const edits = useEdits()
  const photos = usePhotos(licenceId)
  const mine = material.id === licenceId
  const newest = mine ? photos[photos.length - 1] : undefined
  const told = mine ? [...photos].reverse().find((photo) => photo.licence)?.licence : undefined
  const idle = newest !== undefined && told === undefined && !onTheWay.has(newest.state)
  const phone = usePhoneReading(idle ? newest : undefined, reader)
  const read = told ?? phone.licence
  const readings = read ? readingsOf(material, read, entries) : []
  const offers = readings.filter((reading) => reading.read !== reading.typed)
  const same = readings.filter((reading) => reading.read === reading.typed)
  const use = () => {
    for (const { field, read: text, right } of offers) if (right) edits.text(material.id, field.id, text)
    device.tick()
  }
  return {
    offers,
    fresh: offers.length > 0 && offers.every((offer) => offer.typed === '' && offer.right),
    agreed: new Map(same.map(({ field }) => [field.id, '和照片上识别到的一样'])),
    stage: readings.length > 0 || !lacksReading(material, entries) ? 'none' : stageOf(newest, phone.state),
    readOnPhone: phone.start,
    use,
  }
}

function stageOf(photo: PhotoView | undefined, phone: 'none' | 'offer' | 'reading' | 'failed'): ReadingStage {
  if (photo === undefined) return 'none'
  if (onTheWay.has(photo.state)) return 'coming'
  return phone === 'none' && photo.state === 'ready' ? 'failed' : phone
}
