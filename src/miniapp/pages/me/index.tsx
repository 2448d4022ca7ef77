import { Page } from '../../ui/page'

export default function MePage() {
  return <Page>我的</Page>
}
