import { Page } from '../../ui/page'

export default function ChecklistPage() {
  return <Page>材料清单</Page>
}
