/**
 * remind: the merchant agreed to one message about a deadline. Which day that is, the function works out
 * from the merchant's own entries. The openid is kept, sealed, in the reminder alone, and only until the
 * message is sent: over HTTP the phone brings a fresh login code along, which must lead to the same person.
 */
import type { z } from 'zod'
import { content } from '#domain/content/content'
import type { Deadline } from '#domain/clocks'
import type { Entries } from '#domain/entries'
import { progress } from '#domain/progress'
import { messageAt } from '#domain/reminder-moment'
import type { Action, Core } from './action'
import { consented } from './consented'
import { getMerchant } from './merchants'
import type { Reminding, Store } from './ports'
import type { MerchantRecord, ReminderRecord } from './records'
import { refuse, type Refusal, type Reply } from './reply'
import { remindBody } from './schemas'
import { identityOf, type Caller } from './session'

/** More than a merchant has clocks. */
const maxReminders = 30

export const remind: Action = {
  open: false,
  async run(core, { caller, session }, body) {
    const parsed = remindBody.safeParse(body)
    return parsed.success && session !== null ? planned(core, caller, session.merchant, parsed.data) : null
  },
}

async function planned(core: Core, caller: Caller, id: string, body: z.infer<typeof remindBody>): Promise<Reply> {
  const { reminders: reminding, clock } = core.ports
  if (reminding === undefined || reminding.template !== body.template)
    return refuse('forbidden', { need: 'template', message: '微信提醒还没有开通，请记到手机日历。' })
  const merchant = await getMerchant(core.ports, id)
  if (merchant === null) return refuse('unauthenticated')
  if (!consented(merchant, 'service')) return refuse('forbidden', { need: 'service' })
  const deadline = deadlineOf(merchant, body.clock, clock.now())
  if (deadline === null) return refuse('not-found', { message: '这个日子现在不用提醒，可能已经办好了。' })
  const at = messageAt(deadline, clock.now())
  if (at === null) return refuse('conflict', { message: '离到期太近，来不及发微信提醒，请现在就办。' })
  const openid = await openidOf(core, caller, merchant, body.code)
  if (!openid.ok) return openid
  await keep(core, reminding, { merchant: id, deadline, at, openid: openid.id })
  // Erased, or the consent taken back, in the very meantime: nothing of it may stay.
  const after = await getMerchant(core.ports, id)
  if (after === null || !consented(after, 'service')) await dropReminders(core.ports.store, id)
  return { ok: true, at }
}

/** The merchant's running clock by that id; null: it does not run, or its time is over. */
export function deadlineOf({ doc }: MerchantRecord, clock: string, now: number): Deadline | null {
  const entries: Entries = new Map(doc.entries.map(({ k, v }) => [k, v]))
  const found = progress(content, entries, now).deadlines.find(({ id }) => id === clock)
  return found === undefined || found.passed ? null : found
}

type Openid = { readonly ok: true; readonly id: string } | Refusal

/** The openid must be the caller's own: a reminder to somebody else would tell them of this merchant. */
async function openidOf(core: Core, caller: Caller, merchant: MerchantRecord, code?: string): Promise<Openid> {
  const { wechat, secrets } = core.ports
  const own = (openid: string): Openid =>
    identityOf(secrets, 'wechat', openid) === merchant.identity ? { ok: true, id: openid } : refuse('forbidden')
  if (caller.via === 'cloud') return caller.openid === null ? refuse('unauthenticated') : own(caller.openid)
  if (code === undefined) return refuse('bad-request')
  if (wechat === null) return refuse('unavailable')
  const answer = await wechat.exchange(code)
  if (answer.ok) return own(answer.openid)
  // The session is good: a used-up code must not log the merchant out, the next one may do.
  return refuse(answer.error === 'unauthenticated' ? 'unavailable' : answer.error)
}

interface Plan {
  readonly merchant: string
  readonly deadline: Pick<Deadline, 'id' | 'endsMs'>
  readonly at: number
  readonly openid: string
}

const idOf = ({ at, merchant, deadline }: Plan) => `${String(at).padStart(13, '0')}.${merchant}.${deadline.id}`

/** One reminder a clock: an earlier one for another day makes way. */
export async function keep({ ports }: Core, { sealer }: Reminding, plan: Plan): Promise<void> {
  const id = idOf(plan)
  const { merchant, deadline, openid } = plan
  const record: ReminderRecord = {
    merchant,
    clock: deadline.id,
    endsMs: deadline.endsMs,
    to: sealer.seal(openid, id),
    claimed: null,
    tries: 0,
  }
  const before = await remindersOf(ports.store, merchant)
  const same = await ports.store.get<ReminderRecord>('reminders', id)
  if (same === null || same.value.claimed === null)
    await ports.store.put<ReminderRecord>('reminders', id, record, same?.version ?? 0)
  const others = before.filter((one) => one.id !== id && one.value.clock === deadline.id && one.value.claimed === null)
  for (const other of others) await ports.store.remove('reminders', other.id)
}

export const remindersOf = (store: Pick<Store, 'list'>, merchant: string) =>
  store.list<ReminderRecord>('reminders', { where: { field: 'merchant', equals: merchant }, limit: maxReminders })

/** Nobody is reminded of anything any more: the merchant left, or took the consent back. */
export async function dropReminders(store: Pick<Store, 'list' | 'remove'>, merchant: string): Promise<void> {
  for (;;) {
    const found = await remindersOf(store, merchant)
    for (const { id } of found) await store.remove('reminders', id)
    if (found.length < maxReminders) return
  }
}
