import { Page } from '../../../ui/page'

export default function ConsentsPage() {
  return <Page>你同意了什么</Page>
}
