import { useState } from 'react'
import type { Camera } from '../../ports/camera'
import { Page } from '../../ui/page'
import { FinderControls } from './finder-controls'
import { FinderRefused } from './finder-refused'
import { FinderStage } from './finder-stage'
import './finder.scss'
import type { Choosing } from './use-choose'
import { useFinder } from './use-finder'
import { useLevel } from './use-level'
import type { CaptureSubject } from './use-subject'

export interface FinderProps {
  readonly subject: CaptureSubject
  readonly choosing: Choosing
  /** Leads to the photo that was taken and not kept; null: there is none. */
  readonly onUnfinished: (() => void) | null
}

/** Always dark. What the camera sees, with the document's frame over it. */
export function FinderView({ subject, choosing, onUnfinished, camera }: FinderProps & { readonly camera: Camera }) {
  const finder = useFinder(camera)
  const level = useLevel(camera, finder.on && finder.ready)
  const [turned, setTurned] = useState(false)
  const portrait = (subject.shape === 'portrait') !== turned
  const shoot = () => choosing.take(camera.take)
  const reopen = () => {
    choosing.forget()
    finder.again()
  }
  const closed = finder.trouble !== null || choosing.refusal !== null
  return (
    <Page
      className='shoot finder'
      dock={
        <FinderControls
          subject={subject}
          choosing={choosing}
          torch={finder.torch}
          onTorch={closed ? null : () => finder.setTorch(!finder.torch)}
          portrait={portrait}
          onTurn={() => setTurned(!turned)}
          onShoot={closed ? reopen : shoot}
          onUnfinished={onUnfinished}
        />
      }
    >
      {closed ? (
        <FinderRefused finder={finder} choosing={choosing} onReopen={reopen} />
      ) : (
        <FinderStage finder={finder} level={level} portrait={portrait} />
      )}
    </Page>
  )
}
