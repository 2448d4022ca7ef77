import type { Material } from '#domain/content/types'
import { useApp, useEdits, useEntries } from '../../stores/hooks'
import { usePhotos } from '../../stores/photo-hooks'
import { readingsOf, type Reading } from './recognition'

export interface Recognised {
  /** What differs from what is kept; empty when there is nothing to decide. */
  readonly offers: readonly Reading[]
  /** Nothing was typed for any of it. */
  readonly fresh: boolean
  /** A field's id to why its kept value can be trusted. */
  readonly agreed: ReadonlyMap<string, string>
  /** The function is still to look at the photo. */
  readonly reading: boolean
  /** The photo is there and its QR code said nothing. */
  readonly unreadable: boolean
  readonly use: () => void
}

const licenceId = 'business-licence'
const onTheWay: ReadonlySet<string> = new Set(['waiting', 'uploading', 'checking'])

export function useRecognised(material: Material): Recognised {
  const { device } = useApp()
  const entries = useEntries()
  const edits = useEdits()
  const photos = usePhotos(licenceId)
  const mine = material.id === licenceId
  const read = mine ? [...photos].reverse().find((photo) => photo.licence)?.licence : undefined
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
    agreed: new Map(same.map(({ field }) => [field.id, '和执照上的二维码一样'])),
    reading: mine && readings.length === 0 && photos.some((photo) => onTheWay.has(photo.state)),
    unreadable: mine && readings.length === 0 && photos.some((photo) => photo.state === 'ready'),
    use,
  }
}
