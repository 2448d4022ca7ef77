import { ServiceConsentView } from '../../../features/privacy/consent-view'

export default function ConsentsPage() {
  return <ServiceConsentView />
}
