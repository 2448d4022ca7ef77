import { useCallback, useEffect, useState } from 'react'
import type { Licence } from '#domain/licence/licence'
import { licenceInPrinted } from '#domain/licence/printed'
import type { PhotoReader } from '../../ports/reader'
import type { PhotoView } from '../../stores/photo-hooks'

export interface PhoneReading {
  readonly licence: Licence | null
  /** `offer`: the person may have it read. `failed`: it said nothing. */
  readonly state: 'none' | 'offer' | 'reading' | 'failed'
  readonly start: () => void
}

/** By photo id, as long as the app runs: coming back to the page reads nothing again. */
const known = new Map<string, Licence | null>()

/** The phone reads a photo itself where the function says nothing, or is not to get it. `photo` undefined: none to read. */
export function usePhoneReading(photo: PhotoView | undefined, reader: PhotoReader): PhoneReading {
  const [busy, setBusy] = useState<string | null>(null)
  const path = photo?.path ?? null
  const id = path === null ? null : (photo?.photoId ?? null)
  const start = useCallback(async () => {
    if (id === null || path === null) return
    setBusy(id)
    const printed = await reader.read(path)
    known.set(id, printed && licenceInPrinted(printed.codes, printed.lines))
    setBusy(null)
  }, [id, path, reader])
  const fresh = id !== null && busy === null && !known.has(id)
  useEffect(() => {
    if (fresh && reader.when === 'always') void start()
  }, [fresh, reader, start])
  const licence = (id === null ? null : known.get(id)) ?? null
  return { licence, state: stateOf(), start: () => void start() }

  function stateOf(): PhoneReading['state'] {
    if (id === null || licence !== null) return 'none'
    if (busy === id) return 'reading'
    if (known.has(id)) return 'failed'
    return reader.when === 'tap' ? 'offer' : 'none'
  }
}
