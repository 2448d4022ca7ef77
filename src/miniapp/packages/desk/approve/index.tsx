import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { deskIn } from '#domain/desk-code'
import { DeskView } from '../../../features/desk/desk-view'
import { useShareCard } from '../../../stores/use-share-card'

/** `q`: WeChat opened the code as a plain link, straight to this page. */
export default function ApprovePage() {
  useShareAppMessage(useShareCard({ title: '办小程序账号，照着一步一步来' }))
  const { desk, q = '' } = useRouter().params
  return <DeskView opened={deskIn(desk ?? q)} />
}
