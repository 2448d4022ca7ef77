import { Page } from '../../../ui/page'

export default function NotEligiblePage() {
  return <Page>先看这里</Page>
}
