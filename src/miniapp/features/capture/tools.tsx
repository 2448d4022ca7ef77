import { Text, View } from '@tarojs/components'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'

interface Props {
  readonly busy: boolean
  readonly canUndo: boolean
  /** null: it is no paper. */
  readonly onStraighten: (() => void) | null
  readonly onCrop: () => void
  readonly onTurn: () => void
  readonly onUndo: () => void
}

/** Under the photo: what can be done to it. */
export function Tools({ busy, canUndo, onStraighten, onCrop, onTurn, onUndo }: Props) {
  return (
    <View className='check-tools'>
      {onStraighten ? <Tool icon='scan' words='拉正' onTap={busy ? undefined : onStraighten} /> : null}
      <Tool icon='crop' words='裁剪' onTap={busy ? undefined : onCrop} />
      <Tool icon='retake' words={busy ? '正在改' : '转一转'} onTap={busy ? undefined : onTurn} />
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
