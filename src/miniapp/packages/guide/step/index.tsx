import { Page } from '../../../ui/page'

export default function StepPage() {
  return <Page>步骤</Page>
}
