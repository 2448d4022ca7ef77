import { SourcesView } from '../../../features/sources/sources-view'

export default function SourcesPage() {
  return <SourcesView />
}
