import { Page } from '../../../ui/page'

export default function CheckPage() {
  return <Page>检查照片</Page>
}
