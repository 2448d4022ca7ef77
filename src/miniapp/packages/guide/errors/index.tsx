import { Page } from '../../../ui/page'

export default function ErrorsPage() {
  return <Page>报错找办法</Page>
}
