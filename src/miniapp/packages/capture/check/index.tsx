import { useRouter } from '@tarojs/taro'
import { CheckView } from '../../../features/capture/check-view'

export default function CheckPage() {
  const { material = '', slot = '' } = useRouter().params
  return <CheckView materialId={material} slotId={slot} />
}
