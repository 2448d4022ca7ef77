import { DatesView } from '../../../features/dates/dates-view'

export default function DatesPage() {
  return <DatesView />
}
