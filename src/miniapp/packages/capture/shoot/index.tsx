import { Page } from '../../../ui/page'

export default function ShootPage() {
  return <Page>拍照</Page>
}
