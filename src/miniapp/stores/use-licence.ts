/** What the licence's own QR code said on this phone, before the merchant has confirmed it. */
import { useStore } from 'zustand'
import { useApp } from './hooks'
import type { Licence } from './photo-record'

const slot = 'business-licence'

/** Of the newest photo that could be read; null: none. */
export const useReadLicence = (): Licence | null =>
  useStore(useApp().photos, ({ photos }) => {
    const read = [...photos.values()].filter((photo) => photo.slot === slot && photo.licence !== null)
    return read.reduce<(typeof read)[number] | null>((a, b) => (a && a.at > b.at ? a : b), null)?.licence ?? null
  })
