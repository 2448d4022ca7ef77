/** The checks that content names (content/types.ts, CheckId). */
import type { CheckId } from '../content/types'
import { checkAccountName } from './account-name'
import { checkAppId } from './app-id'
import { checkCreditCode } from './credit-code'
import { checkEmail } from './email'
import { checkFoodOperationPermit } from './food-operation-permit'
import { checkFoodProductionPermit } from './food-production-permit'
import { checkIntroduction } from './introduction'
import { checkPhone } from './phone'
import type { Check } from './result'

export const checks: Readonly<Record<CheckId, Check>> = {
  'credit-code': checkCreditCode,
  'food-operation-permit': checkFoodOperationPermit,
  'food-production-permit': checkFoodProductionPermit,
  email: checkEmail,
  'account-name': checkAccountName,
  introduction: checkIntroduction,
  phone: checkPhone,
  'app-id': checkAppId,
}
