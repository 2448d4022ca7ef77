import { Text, View, type ViewProps } from '@tarojs/components'
import { aria } from '../../ui/aria'
import { Button } from '../../ui/button'
import type { ReadingStage } from './use-recognised'

const words: Readonly<Record<Exclude<ReadingStage, 'none'>, string>> = {
  coming: '传好以后，会试着从照片上读出名称和代码；现在自己填也行。',
  offer: '名称和代码，可以让手机从照片上认出来。照片不会发出去。',
  reading: '正在认字，几秒钟就好。',
  failed: '没认出来，照着执照填就行。',
}

interface Props {
  readonly stage: ReadingStage
  readonly onRead: () => void
}

const announced = aria({ live: 'polite' }) as ViewProps

/** How it stands with reading the photo, where nothing has been read. */
export function ReadingNote({ stage, onRead }: Props) {
  if (stage === 'none') return null
  return (
    <View className='mat-unread'>
      <View {...announced}>
        <Text className='note'>{words[stage]}</Text>
      </View>
      {stage === 'offer' ? (
        <Button kind='secondary' className='compact' icon='scan' words='让手机认字' onTap={onRead} />
      ) : null}
    </View>
  )
}
