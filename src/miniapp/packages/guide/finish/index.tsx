import { FinishView } from '../../../features/finish/finish-view'
import { useGo } from '../../../stores/use-go'

export default function FinishPage() {
  const go = useGo()
  return <FinishView onGo={(progress) => go(progress.next)} />
}
