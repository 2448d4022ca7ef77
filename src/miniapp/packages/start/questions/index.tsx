import { Page } from '../../../ui/page'

export default function QuestionsPage() {
  return <Page>你的情况</Page>
}
