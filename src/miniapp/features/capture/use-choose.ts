import { useRef, useState } from 'react'
import { usePhotoActions } from '../../stores/photo-hooks'
import { refusalOf, type Refusal } from './refusals'

export interface Choosing {
  /** The photo is being read and made smaller. */
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly choose: (from: 'camera' | 'album') => void
}

/** Opens the system's camera or album for a slot; `onChosen` when there is a photo to look at. */
export function useChoose(slot: string, onChosen: () => void): Choosing {
  const photos = usePhotoActions()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const running = useRef(false)
  const run = async (from: 'camera' | 'album') => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setRefusal(null)
    const outcome = await photos.choose(slot, from)
    running.current = false
    setBusy(false)
    if (outcome.ok) onChosen()
    else if (outcome.error !== 'cancelled') setRefusal(refusalOf(outcome.error, from, outcome.bytes))
  }
  return { busy, refusal, choose: (from) => void run(from) }
}
