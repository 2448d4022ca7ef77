import { useRouter } from '@tarojs/taro'
import { deskIn } from '#domain/desk-code'
import { DeskView } from '../../../features/desk/desk-view'

/** `q`: WeChat opened the code as a plain link, straight to this page. */
export default function ApprovePage() {
  const { desk, q = '' } = useRouter().params
  return <DeskView opened={deskIn(desk ?? q)} />
}
