import { View } from '@tarojs/components'
import type { SlotState } from '#domain/material-state'
import { useApp } from '../../stores/hooks'
import { useSession } from '../../stores/session-hooks'
import { Row } from '../../ui/row'

/** The upload was declined: what that means, and the way to switch it on after all. */
export function LocalOnly({ slots }: { readonly slots: readonly SlotState[] }) {
  const { navigator } = useApp()
  const { consents } = useSession()
  if (consents.documents || slots.every(({ photos }) => photos.length === 0)) return null
  return (
    <View className='list mat-local'>
      <Row
        className='top'
        lead='lock'
        title='照片只在这部手机里'
        sub='想在电脑上取用、换手机不丢，点这里打开上传'
        onTap={navigator.data}
      />
    </View>
  )
}
