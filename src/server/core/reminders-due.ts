/**
 * Sends the reminders whose moment has come; a timer calls it. A reminder is claimed by a compare-and-swap
 * before it is sent and removed after, so it is sent at most once: when a process dies in between, the
 * message is lost rather than sent twice, because a second one would use up the consent that another
 * reminder stands on. The page and the phone's calendar remain.
 */
import { isHumane, messageAt } from '#domain/reminder-moment'
import type { Deadline } from '#domain/clocks'
import type { Core } from './action'
import { consented } from './consented'
import { getMerchant } from './merchants'
import type { Reminding, SendOutcome } from './ports'
import type { ReminderRecord } from './records'
import { deadlineOf, keep } from './reminders'

/** Sent side by side. */
const atOnce = 10
/** Nobody sends for that long (ms): whoever claimed it has died. */
const claimMs = 3_600_000
/** With a timer every hour, three days of trying. */
const maxTries = 33

/**
 * Answers how many were sent. One that fails does not keep the others. `budgetMs`: no new ones after that
 * long, where the platform ends a call that takes too long; the next round goes on.
 */
export async function sendDue(core: Core, budgetMs = Number.POSITIVE_INFINITY): Promise<number> {
  const { store, clock, reminders: reminding } = core.ports
  const began = clock.now()
  if (reminding === undefined || !isHumane(began)) return 0
  let sent = 0
  for (let after = ''; clock.now() - began < budgetMs;) {
    const found = await store.list<ReminderRecord>('reminders', { limit: atOnce, ...(after !== '' && { after }) })
    const due = found.filter(({ id }) => Number(id.slice(0, 13)) <= clock.now())
    const outcomes = await Promise.all(due.map(({ id }) => attempt(core, reminding, id)))
    sent += outcomes.filter((outcome) => outcome).length
    const last = due[due.length - 1]
    if (due.length < atOnce || last === undefined) return sent
    after = last.id
  }
  return sent
}

async function attempt(core: Core, reminding: Reminding, id: string): Promise<boolean> {
  try {
    return await sendOne(core, reminding, id)
  } catch (error) {
    core.ports.log.error('reminder failed', error)
    return false
  }
}

async function sendOne(core: Core, reminding: Reminding, id: string): Promise<boolean> {
  const { store, clock, log } = core.ports
  const stored = await store.get<ReminderRecord>('reminders', id)
  if (stored === null) return false
  const { value, version } = stored
  if (value.claimed !== null) {
    if (clock.now() - value.claimed < claimMs) return false
    log.error('reminder lost', null, { clock: value.clock })
    return drop(core, id)
  }
  const deadline = await wantedFor(core, value)
  const openid = reminding.sealer.open(value.to, id)
  if (deadline === null || openid === null) return drop(core, id)
  if (deadline.endsMs !== value.endsMs) return replan(core, reminding, { id, value, deadline, openid })
  const claimed: ReminderRecord = { ...value, claimed: clock.now() }
  if (!(await store.put('reminders', id, claimed, version))) return false
  const outcome = await reminding.messages.send(messageOf(deadline, openid))
  await settle(core, { id, value, version: version + 1 }, outcome)
  return outcome === 'sent'
}

async function drop({ ports }: Core, id: string): Promise<false> {
  await ports.store.remove('reminders', id)
  return false
}

/** null: the merchant is gone, took the consent back, or has it behind them. */
async function wantedFor({ ports }: Core, { merchant: id, clock }: ReminderRecord): Promise<Deadline | null> {
  const merchant = await getMerchant(ports, id)
  if (merchant === null || !consented(merchant, 'service')) return null
  return deadlineOf(merchant, clock, ports.clock.now())
}

interface Moved {
  readonly id: string
  readonly value: ReminderRecord
  readonly deadline: Deadline
  readonly openid: string
}

/** The step was ticked anew since: another day, another moment. */
async function replan(core: Core, reminding: Reminding, { id, value, deadline, openid }: Moved): Promise<false> {
  const at = messageAt(deadline, core.ports.clock.now())
  if (at === null) return drop(core, id)
  await keep(core, reminding, { merchant: value.merchant, deadline, at, openid })
  return false
}

const messageOf = ({ clock, guide, step, endsMs }: Deadline, openid: string) => ({
  openid,
  page: `packages/guide/step/index?guide=${guide}&step=${step}`,
  title: clock.title,
  time: endsMs,
  note: clock.consequence,
})

interface Claimed {
  readonly id: string
  readonly value: ReminderRecord
  readonly version: number
}

async function settle(core: Core, { id, value, version }: Claimed, outcome: SendOutcome): Promise<void> {
  const { store, log } = core.ports
  const again = outcome === 'later' || outcome === 'misconfigured'
  if (again && value.tries + 1 < maxTries) {
    await store.put<ReminderRecord>('reminders', id, { ...value, tries: value.tries + 1 }, version)
    return
  }
  log.info('reminder settled', { clock: value.clock, outcome })
  await drop(core, id)
}
