/** What was read of the licence's photo, before the merchant has confirmed it. */
import { useStore } from 'zustand'
import type { Licence } from '#domain/licence/licence'
import { useApp } from './hooks'

const slot = 'business-licence'

/** Of the newest photo that could be read; null: none. */
export const useReadLicence = (): Licence | null =>
  useStore(useApp().photos, ({ photos }) => {
    const read = [...photos.values()].filter((photo) => photo.slot === slot && photo.licence !== null)
    return read.reduce<(typeof read)[number] | null>((a, b) => (a && a.at > b.at ? a : b), null)?.licence ?? null
  })
