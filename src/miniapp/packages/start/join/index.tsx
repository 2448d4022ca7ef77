import { Page } from '../../../ui/page'

export default function JoinPage() {
  return <Page>加入</Page>
}
