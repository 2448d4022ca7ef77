/** All pictures, in the order of the guides and their steps. */
import type { Picture } from '../types'
import { wholeOf } from '../whole'
import { certifyServiceAccount } from './certify-service-account'
import { finishSetup } from './finish-setup'
import { registerServiceAccount } from './register-service-account'
import { registerStandalone } from './register-standalone'
import { reuse } from './reuse'

const described: readonly Picture[] = [
  ...registerServiceAccount,
  ...certifyServiceAccount,
  ...reuse,
  ...registerStandalone,
  ...finishSetup,
]

/** Each picture, and behind it the whole page where it has one. */
export const pictures: readonly Picture[] = described.flatMap((picture) => {
  const whole = wholeOf(picture)
  return whole ? [picture, whole] : [picture]
})
