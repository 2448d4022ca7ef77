import { useProgress } from '../../stores/hooks'
import { FirstVisit } from './first-visit'
import './home.scss'
import { InProgress } from './in-progress'

export function HomeView() {
  const progress = useProgress()
  const { next, plan } = progress
  const fresh = next.kind === 'questions' || next.kind === 'not-eligible'
  return fresh ? <FirstVisit started={Object.keys(plan.answers).length > 0} /> : <InProgress progress={progress} />
}
