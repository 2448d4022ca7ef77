import { Page } from '../../ui/page'

export default function HomePage() {
  return <Page>开通助手</Page>
}
