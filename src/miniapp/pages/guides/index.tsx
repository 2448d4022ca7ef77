import { Page } from '../../ui/page'

export default function GuidesPage() {
  return <Page>步骤</Page>
}
