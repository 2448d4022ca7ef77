/** The content as one value. */
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

export const content: Content = {
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
