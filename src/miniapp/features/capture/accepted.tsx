import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Avoid } from './avoid'
import type { CaptureSubject } from './use-subject'

interface Props {
  readonly subject: CaptureSubject
  readonly onClose: () => void
}

/** Which photos the form takes, and the three that come back most often. */
export function Accepted({ subject, onClose }: Props) {
  return (
    <Sheet title='怎样的照片才合格' onClose={onClose}>
      {subject.shape === 'square' ? null : <Avoid />}
      <View className='lines'>
        {subject.material.accepted.map((line) => (
          <View key={line} className='note'>
            {line}
          </View>
        ))}
      </View>
      <Button words='知道了' onTap={onClose} />
    </Sheet>
  )
}
