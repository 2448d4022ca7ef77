/** Everything the official pages may say against the merchant, and what to do about it, in the order of the journey. */
import { accountErrors } from './errors/account'
import { certificationErrors } from './errors/certification'
import { filingErrors } from './errors/filing'
import { namingErrors } from './errors/naming'
import { photoErrors } from './errors/photos'
import { reuseErrors } from './errors/reuse'
import { subjectErrors } from './errors/subject'
import type { ErrorRemedy } from './types'

export const errors: readonly ErrorRemedy[] = [
  ...accountErrors,
  ...subjectErrors,
  ...namingErrors,
  ...certificationErrors,
  ...reuseErrors,
  ...photoErrors,
  ...filingErrors,
]
