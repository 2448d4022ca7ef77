import { Text, View } from '@tarojs/components'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'

interface Props {
  readonly busy: boolean
  readonly canUndo: boolean
  readonly onStraighten: () => void
  readonly onTurn: () => void
  readonly onUndo: () => void
}

/** Under the photo: what can be done to it. */
export function Tools({ busy, canUndo, onStraighten, onTurn, onUndo }: Props) {
  return (
    <View className='check-tools'>
      <Tool icon='crop' words='拉正' onTap={busy ? undefined : onStraighten} />
      <Tool icon='retake' words={busy ? '正在转' : '转一转'} onTap={busy ? undefined : onTurn} />
      {canUndo ? <Tool icon='rotate' words='撤销' onTap={busy ? undefined : onUndo} /> : null}
    </View>
  )
}

function Tool({
  icon,
  words,
  onTap,
}: {
  readonly icon: string
  readonly words: string
  readonly onTap: (() => void) | undefined
}) {
  return (
    <Pressable className='tool' onTap={onTap}>
      <Icon name={icon} className='s20' />
      <Text>{words}</Text>
    </Pressable>
  )
}
