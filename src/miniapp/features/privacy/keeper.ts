import { keeperWords } from '../../stores/keeper'
import type { PrivacyFact } from './facts'

export const keeper: readonly PrivacyFact[] =
  keeperWords === null ? [] : [{ icon: 'store', head: '谁来保管', text: keeperWords }]
