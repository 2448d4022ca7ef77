/** Entries as a merchant would make them, on the content beside. */
import type { Entries, Value } from '#domain/entries'

export type Written = Readonly<Record<string, Value>>
export const entriesOf = (...written: readonly Written[]): Entries =>
  new Map(written.flatMap((one) => Object.entries(one)))

export const company: Written = { 'a.subject': 'company', 'a.industry': 'clothes' }
export const reuse: Written = { ...company, 'a.service-account': 'certified' }
export const standalone: Written = { ...company, 'a.service-account': 'none', 'a.wants-service-account': 'no' }
export const serviceFirst: Written = { ...company, 'a.service-account': 'none', 'a.wants-service-account': 'yes' }

export const photoId = (letter: string) => letter.repeat(16)
export const photo = { sha256: 'a'.repeat(64), w: 1500, h: 1100 }
export const licencePhoto: Written = { [`p.business-licence.${photoId('a')}`]: photo }

/** Everything that is asked of a company in clothes on the stand-alone route. */
export const prepared: Written = {
  ...licencePhoto,
  't.business-licence.name': '杭州样例服饰有限公司',
  't.business-licence.code': '91330102MA2EXAMP51',
  't.email-mini-program.address': 'sample_shop@qq.com',
  't.company-bank-account.bank': '样例银行',
  'c.administrator': true,
  'c.filing': true,
}

/** 2026-11-20 is a Friday. */
export const friday = Date.parse('2026-11-20T15:00:00+08:00')
export const day = 86_400_000
