import { useEffect, useState } from 'react'
import { useApp } from '../../stores/hooks'
import { markedCopy, wordsOn } from './marked-copy'

/** ms after the last letter. */
const pause = 500

export interface MarkedCopy {
  /** null while it is made anew. */
  readonly path: string | null
  readonly failed: boolean
}

/** Made again when the words have changed. */
export function useMarkedCopy(photo: string, text: string): MarkedCopy {
  const { files, clock } = useApp()
  const [copy, setCopy] = useState<MarkedCopy & { readonly of: string }>({ path: null, failed: false, of: '' })
  const words = wordsOn(text, clock.now())
  useEffect(() => {
    let gone = false
    const run = async () => {
      const made = await markedCopy(files, photo, words)
      if (!gone) setCopy({ path: made.ok ? made.path : null, failed: !made.ok, of: words })
    }
    const cancel = clock.after(pause, () => void run())
    return () => {
      gone = true
      cancel()
    }
  }, [files, clock, photo, words])
  return copy.of === words ? copy : { path: null, failed: false }
}
