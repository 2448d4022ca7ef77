import { Page } from '../../../ui/page'

export default function DatesPage() {
  return <Page>要记住的日子</Page>
}
