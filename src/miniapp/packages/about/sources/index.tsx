import { Page } from '../../../ui/page'

export default function SourcesPage() {
  return <Page>内容从哪来</Page>
}
