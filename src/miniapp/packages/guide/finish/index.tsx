import { Page } from '../../../ui/page'

export default function FinishPage() {
  return <Page>办好了</Page>
}
