import type { ConsentKind, MerchantRecord } from './records'

export const consented = (merchant: Pick<MerchantRecord, 'consents'>, kind: ConsentKind): boolean =>
  merchant.consents[kind]?.granted === true
