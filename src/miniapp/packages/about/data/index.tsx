import { DataView } from '../../../features/privacy/data-view'

export default function DataPage() {
  return <DataView />
}
