import { useShareAppMessage } from '@tarojs/taro'
import { ServiceConsentView } from '../../../features/privacy/consent-view'
import { useShareCard } from '../../../stores/use-share-card'

export default function ConsentsPage() {
  useShareAppMessage(useShareCard({ title: '办小程序账号，照着一步一步来' }))
  return <ServiceConsentView />
}
