/** Who keeps what the merchant enters, and whom to ask: what must be said before anybody agrees to anything. */
import { brand } from '#domain/content/operator'

const { company, contact = {}, privacy = {} } = brand

/** A hyphen at which no line ends. */
const unbroken = '\u2011'
const ways = [
  privacy.email && `邮箱 ${privacy.email}`,
  contact.phone && `电话 ${contact.phone.split('-').join(unbroken)}`,
  privacy.address && `地址：${privacy.address}`,
].filter(Boolean)

const asking = ways.length > 0 ? `想问、想改、想删，找我们：${ways.join('，')}。` : ''

/** null while no operator has said who they are. */
export const keeperWords: string | null = company === undefined ? null : `${company}。${asking}`
