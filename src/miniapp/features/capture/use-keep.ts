import { useState } from 'react'
import type { Slot } from '#domain/content/types'
import type { Entries } from '#domain/entries'
import { photosOf } from '#domain/photos'
import { useApp, useEntries } from '../../stores/hooks'
import { usePhotoActions } from '../../stores/photo-hooks'
import { useSession, useSessionActions } from '../../stores/session-hooks'

interface Asking {
  readonly withProgress: boolean
  readonly onAgree: () => void
  readonly onDecline: () => void
  readonly onClose: () => void
}

export interface Keeping {
  readonly busy: boolean
  /** The consent sheet is open. */
  readonly asking: Asking | null
  readonly failure: string | null
  readonly keep: () => void
}

/** A slot has one photo, or pages: then the one that is named, or was sent back, is replaced. */
function replacedIn(slot: Slot, entries: Entries, named: string | undefined): string | undefined {
  const photos = photosOf(entries).get(slot.id) ?? []
  if (photos.some((photo) => photo.photoId === named)) return named
  const sentBack = photos.find((photo) => photo.redo !== undefined)
  return (sentBack ?? (slot.pages === 'many' ? undefined : photos[photos.length - 1]))?.photoId
}

/**
 * Keeps the photo and goes back. The consent to upload is asked with the first photo only: who has
 * photos on this phone and no consent has declined already, and can still agree on the material's page.
 */
export function useKeep(slot: Slot, replacing: string | undefined): Keeping {
  const { device, navigator } = useApp()
  const { consents } = useSession()
  const { consent } = useSessionActions()
  const photos = usePhotoActions()
  const entries = useEntries()
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const declined = !consents.documents && [...entries].some(([key, value]) => key.startsWith('p.') && value !== null)

  const store = async () => {
    const outcome = await photos.keep(slot.id, replacedIn(slot, entries, replacing))
    setBusy(false)
    if (!outcome.ok) return setFailure(outcome.message)
    device.tick()
    navigator.back()
  }
  const start = () => {
    setOpen(false)
    setFailure(null)
    setBusy(true)
  }
  const agree = async () => {
    start()
    const progress = consents.service ? { ok: true as const } : await consent('service', true)
    const outcome = progress.ok ? await consent('documents', true) : progress
    if (outcome.ok) return store()
    setBusy(false)
    setFailure(`${outcome.message} 照片没丢，也可以先只留在手机里。`)
  }
  const keepHere = () => {
    start()
    void store()
  }
  const asking: Asking = {
    withProgress: !consents.service,
    onAgree: () => void agree(),
    onDecline: keepHere,
    onClose: () => setOpen(false),
  }
  return {
    busy,
    asking: open ? asking : null,
    failure,
    keep: () => {
      if (busy) return
      if (consents.documents || declined) keepHere()
      else setOpen(true)
    },
  }
}
