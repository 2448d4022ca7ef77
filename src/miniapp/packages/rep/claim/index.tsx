import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { ClaimView } from '../../../features/rep/claim-view'
import { codeFrom } from '../../../features/rep/claim-code'
import { useShareCard } from '../../../stores/use-share-card'
import { shared } from '../share'
import { ways } from '../ways'

export default function ClaimPage() {
  useShareAppMessage(useShareCard(shared))
  return <ClaimView ways={ways} code={codeFrom(useRouter().params)} />
}
