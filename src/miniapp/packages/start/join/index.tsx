import { useRouter } from '@tarojs/taro'
import { JoinView } from '../../../features/privacy/join-view'

export default function JoinPage() {
  const { scene = '' } = useRouter().params
  return <JoinView scene={decodeURIComponent(scene)} />
}
