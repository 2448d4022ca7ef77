/** The content as one value: ours, as the operator wants it. */
import { overrides } from '#domain/content/operator'
import { errors } from './errors'
import { fees, feeNotes } from './fees'
import { certifyServiceAccount } from './guides/certify-service-account'
import { finishSetup } from './guides/finish-setup'
import { registerServiceAccount } from './guides/register-service-account'
import { registerStandalone } from './guides/register-standalone'
import { reuse } from './guides/reuse'
import { industries } from './industries'
import { materials } from './materials'
import { permits } from './permits'
import { questions } from './questions'
import { routes } from './routes'
import type { Content } from './types'
import { withOverrides } from './with-overrides'

/** What this copy says where no operator says otherwise. */
export const ownContent: Content = {
  questions,
  routes,
  materials,
  permits,
  industries,
  fees,
  feeNotes,
  guides: [registerServiceAccount, certifyServiceAccount, reuse, registerStandalone, finishSetup],
  errors,
}

export const content: Content = withOverrides(ownContent, overrides)
