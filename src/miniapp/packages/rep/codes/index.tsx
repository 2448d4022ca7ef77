import { useShareAppMessage } from '@tarojs/taro'
import { CodesView } from '../../../features/rep/codes-view'
import { useCodeCard } from '../../../features/rep/use-code-card'
import { useCodes } from '../../../stores/rep/code-hooks'
import { studio } from '../studio'
import { ways } from '../ways'

export default function CodesPage() {
  const codes = useCodes(studio)
  useShareAppMessage(useCodeCard(studio, codes.shown))
  return <CodesView ways={ways} studio={studio} codes={codes} />
}
