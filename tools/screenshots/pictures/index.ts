/** All pictures, in the order of the guides and their steps. */
import type { Picture } from '../types'
import { certifyServiceAccount } from './certify-service-account'
import { finishSetup } from './finish-setup'
import { registerServiceAccount } from './register-service-account'
import { registerStandalone } from './register-standalone'
import { reuse } from './reuse'

export const pictures: readonly Picture[] = [
  ...registerServiceAccount,
  ...certifyServiceAccount,
  ...reuse,
  ...registerStandalone,
  ...finishSetup,
]
