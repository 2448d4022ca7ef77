import { ComputerView } from '../../../features/computer/computer-view'

export default function ComputerPage() {
  return <ComputerView />
}
