import { Page } from '../../../ui/page'

export default function MaterialPage() {
  return <Page>材料</Page>
}
