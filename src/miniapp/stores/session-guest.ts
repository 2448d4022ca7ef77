/** A guest on two devices: the web version has no account to log in with, so the guest's own key is handed over. */
import type { Identity } from '../ports/identity'
import { refusal, type Done } from './refusals'
import type { SessionCell } from './session-cell'
import type { SessionConsents } from './session-consents'

export interface SessionGuest {
  /** The key that opens the same entries elsewhere; null in WeChat, and before the first login. */
  handOver(): string | null
  /** Becomes that guest. What was entered here before goes along; a device that is somebody already refuses. */
  takeOver(key: string): Promise<Done>
}

const key64 = /^[0-9a-f]{64}$/
const strangeLink = refusal('bad-request', '这个链接不完整，请回原来的设备再复制一次。')
const occupied = refusal('conflict', '这台设备上已经有一份资料，先在「我的」里导出或删除，再来接着办。')

export function createSessionGuest(
  identity: Identity,
  cell: SessionCell,
  { consent, ready }: SessionConsents,
): SessionGuest {
  return {
    handOver: () => (identity.kind === 'guest' && cell.get().merchantId !== null ? cell.get().guestKey : null),
    async takeOver(key) {
      if (identity.kind !== 'guest' || !key64.test(key)) return strangeLink
      const { merchantId, guestKey } = cell.get()
      if (merchantId !== null) return guestKey === key ? { ok: true } : occupied
      cell.set({ guestKey: key })
      const agreed = await consent('service', true)
      return agreed.ok ? ready() : agreed
    },
  }
}
