/**
 * What an action of a rep's is: the role is looked up at every call, so that a revoked rep can do nothing from
 * that moment on, and what was looked at is written down before the answer leaves (audit.ts).
 */
import type { z } from 'zod'
import type { Action, Core } from './action'
import { writeAudit } from './audit'
import { consented } from './consented'
import { getMerchant } from './merchants'
import type { MerchantRecord } from './records'
import { refuse, type Reply } from './reply'
import { repOfMerchant, type Role } from './reps'

export interface About {
  readonly merchant?: string
  readonly photo?: string
}

export const noRole = () => refuse('forbidden', { need: 'rep', message: '这里只有业务员能用，请先绑定业务员身份。' })

/** `name`: as the audit log says it. `about`: whom it is about; null: the rep's own things, not logged. */
export function repAction<T>(
  name: string,
  schema: z.ZodType<T>,
  handle: (core: Core, role: Role, body: T) => Promise<Reply>,
  about: ((body: T) => About) | null = () => ({}),
): Action {
  return {
    open: false,
    async run(core, { session }, body) {
      const parsed = schema.safeParse(body)
      if (!parsed.success || session === null) return null
      const role = await repOfMerchant(core.ports, session.merchant)
      if (role === null) return noRole()
      const reply = await handle(core, role, parsed.data)
      if (about !== null) await writeAudit(core, role.id, name, about(parsed.data), reply)
      return reply
    },
  }
}

export const sharesWith = (merchant: MerchantRecord, rep: string): boolean =>
  merchant.rep === rep && consented(merchant, 'share-progress')

/** null: no such merchant, somebody else's, or not shared (any more): nobody can tell which. */
export async function sharedMerchant({ ports }: Core, rep: string, id: string): Promise<MerchantRecord | null> {
  const merchant = await getMerchant(ports, id)
  return merchant !== null && sharesWith(merchant, rep) ? merchant : null
}

export const sharesPhotos = (merchant: MerchantRecord, rep: string): boolean =>
  sharesWith(merchant, rep) && consented(merchant, 'share-photos')

export const noPhotos = () =>
  refuse('forbidden', { need: 'share-photos', message: '商户还没有同意让你看照片，可以请他在「我的」里打开。' })
