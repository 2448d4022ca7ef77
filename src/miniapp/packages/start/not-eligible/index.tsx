import { NotEligibleView } from '../../../features/not-eligible/not-eligible-view'

export default function NotEligiblePage() {
  return <NotEligibleView />
}
