import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import type { Choosing } from './use-choose'

interface DockProps {
  readonly warned: boolean
  readonly choosing: Choosing
  readonly busy: boolean
  readonly onKeep: () => void
}

/** A warning makes 再拍一张 the advised action; otherwise the photo is good to go. */
export function CheckDock({ warned, choosing, busy, onKeep }: DockProps) {
  const other = choosing.refusal?.instead === 'album' ? 'album' : 'camera'
  const againWords = choosing.busy ? '正在处理' : other === 'album' ? '从相册选' : '再拍一张'
  const keepWords = busy ? '正在保存' : '就用这张'
  const again = () => choosing.choose(other)
  return (
    <Dock hint='这是手机上的提醒，最终以审核为准'>
      {warned ? (
        <Button kind='secondary' className='aside half' words={keepWords} onTap={onKeep} />
      ) : (
        <Button kind='secondary' className='aside half' icon={other} words={againWords} onTap={again} />
      )}
      {warned ? <Button icon={other} words={againWords} onTap={again} /> : <Button words={keepWords} onTap={onKeep} />}
    </Dock>
  )
}
