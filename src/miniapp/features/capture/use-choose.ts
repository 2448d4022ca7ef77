import { useRef, useState } from 'react'
import type { Camera } from '../../ports/camera'
import type { ChosenOutcome } from '../../stores/draft-photos'
import { usePhotoActions } from '../../stores/photo-hooks'
import { refusalOf, type Refusal } from './refusals'

export interface Choosing {
  /** The photo is being read and made smaller. */
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly choose: (from: 'camera' | 'album') => void
  /** Takes the photo of a camera in the page. */
  readonly take: (shoot: Camera['take']) => void
  /** The refusal has been read. */
  readonly forget: () => void
}

/** A photo for a slot from the system's camera, the album, or a camera in the page; `onChosen` when there is a photo to look at. */
export function useChoose(slot: string, onChosen: () => void): Choosing {
  const photos = usePhotoActions()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const running = useRef(false)
  const run = async (from: 'camera' | 'album', get: () => Promise<ChosenOutcome>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setRefusal(null)
    const outcome = await get()
    running.current = false
    setBusy(false)
    if (outcome.ok) onChosen()
    else if (outcome.error !== 'cancelled') setRefusal(refusalOf(outcome.error, from, outcome.bytes))
  }
  const accept = async (shoot: Camera['take']): Promise<ChosenOutcome> => {
    const photo = await shoot()
    return photo === null ? { ok: false, error: 'failed' } : photos.accept(slot, photo)
  }
  return {
    busy,
    refusal,
    choose: (from) => void run(from, () => photos.choose(slot, from)),
    take: (shoot) => void run('camera', () => accept(shoot)),
    forget: () => setRefusal(null),
  }
}
