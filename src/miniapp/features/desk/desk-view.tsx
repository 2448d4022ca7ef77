import { useState } from 'react'
import { useApp } from '../../stores/hooks'
import { AskDesk } from './ask-desk'
import { openDesk } from './open-desk'
import { ScanDesk } from './scan-desk'

/** A computer asks: which one, and what is to be done about it. `opened`: by its code, from outside the app. */
export function DeskView({ opened }: { readonly opened: string | null }) {
  const { clock } = useApp()
  const [desk, setDesk] = useState(() => opened ?? openDesk(clock.now()))
  return desk === null ? (
    <ScanDesk onDesk={setDesk} />
  ) : (
    <AskDesk key={desk} desk={desk} onOther={() => setDesk(null)} />
  )
}
