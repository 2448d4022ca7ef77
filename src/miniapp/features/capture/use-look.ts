/** Looks at the draft as it is now: what the checks measure on it. */
import { useEffect, useState } from 'react'
import { measure, type Measures } from '#domain/photo/measure'
import type { DraftPhoto } from '../../stores/draft-photos'
import { useApp } from '../../stores/hooks'

export interface Look {
  /** Of which photo. */
  readonly path: string
  /** Null: this phone cannot read the photo's pixels. */
  readonly measures: Measures | null
}

/** Null while it is being looked at. A photo that was straightened is all paper. */
export function useLook(draft: DraftPhoto): Look | null {
  const { drafts } = useApp()
  const [look, setLook] = useState<Look | null>(null)
  const { path, straight } = draft
  useEffect(() => {
    let gone = false
    const run = async () => {
      const photo = await drafts.open('now')
      let measures: Measures | null = null
      if (photo !== null && !gone) measures = measure(photo, straight)
      photo?.close()
      if (!gone) setLook({ path, measures })
    }
    void run()
    return () => {
      gone = true
    }
  }, [drafts, path, straight])
  return look?.path === path ? look : null
}
