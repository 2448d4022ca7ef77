/** One look at how things stand: of what is open, of the code that is shown, and whether another is due. */
import type { Reply } from '../ports/backend'
import type { Clock } from '../ports/clock'
import type { Computer } from '../ports/computer'
import type { ComputerCell, ComputerState, Ended } from './computer-cell'
import { contentsOf, untilOf, type Code, type Opened, type Polled, type Proof } from './computer-parts'
import { isNumber } from './shapes'

const waitingMs = 2_000
const openMs = 4_000
const troubleMs = 3_000
/** So near its end another code is shown, to go on with. */
export const lastMinuteMs = 60_000
/** Codes that nobody scans, 5 minutes each. */
const mostCodes = 12

export interface Rounds {
  /** Answers the ms until the next. */
  run(): Promise<number>
  poll(proof: Proof, more?: object): Promise<Reply<Polled>>
  /** Somebody is here again. */
  awake(): void
}

type Refused = Extract<Reply<object>, { readonly ok: false }>
type Approved = Extract<Polled, { readonly state: 'approved' }>

const isGone = (reply: Reply<object>) => !reply.ok && reply.error === 'not-found'
const isDue = ({ open, code, resting }: ComputerState, now: number) =>
  code === null && !resting && (open === null || open.until - now <= lastMinuteMs)

function troubled({ set }: ComputerCell, { message, retryAfter }: Refused): number {
  set({ trouble: message })
  return isNumber(retryAfter) ? retryAfter * 1000 : troubleMs
}

function end({ set }: ComputerCell, ended: Ended): number {
  set({ open: null, contents: null, ended, trouble: null })
  return 0
}

type Poll = Rounds['poll']

async function lookAtOpen(poll: Poll, clock: Clock, cell: ComputerCell, open: Proof): Promise<number> {
  if (clock.now() >= open.until) return end(cell, 'expired')
  const reply = await poll(open)
  if (cell.get().open !== open) return 0 // closed while the answer was on its way
  if (isGone(reply)) return end(cell, 'revoked')
  if (!reply.ok) return troubled(cell, reply)
  if (reply.state !== 'approved') return end(cell, reply.state === 'expired' ? 'expired' : 'revoked')
  cell.set({ contents: contentsOf(reply), trouble: null })
  return openMs
}

/** `letIn` is told when a phone has approved it. */
async function lookAtCode(
  poll: Poll,
  clock: Clock,
  cell: ComputerCell,
  code: Code,
  letIn: (reply: Approved) => void,
): Promise<number> {
  const reply = clock.now() >= code.until ? null : await poll(code)
  const { get, set } = cell
  if (get().code !== code) return 0
  if (reply !== null && !reply.ok && !isGone(reply)) return troubled(cell, reply)
  set({ trouble: null })
  if (reply === null || !reply.ok || reply.state === 'expired') set({ code: null })
  else if (reply.state === 'revoked') set({ code: null, ended: 'turned-away' })
  else if (reply.state === 'approved') letIn(reply)
  else return waitingMs
  return 0
}

export function createRounds({ backend }: Pick<Computer, 'backend'>, clock: Clock, cell: ComputerCell): Rounds {
  const { get, set } = cell
  let unscanned = 0

  const poll: Poll = ({ desk, secret }, more = {}) => backend.call<Polled>('desk-poll', { desk, secret, ...more }, null)

  const letIn =
    ({ desk, secret }: Code) =>
    (reply: Approved) => {
      const before = get().open
      if (before !== null) void poll(before, { leave: true }) // the new one goes on in its place
      unscanned = 0
      const open = { desk, secret, until: untilOf(reply, clock.now()) }
      set({ code: null, open, contents: contentsOf(reply), ended: null })
    }

  async function newCode(): Promise<number> {
    if (unscanned >= mostCodes) {
      set({ resting: true })
      return waitingMs
    }
    const reply = await backend.call<Opened>('desk-open', {}, null)
    if (!reply.ok) return troubled(cell, reply)
    unscanned += 1
    const { desk, secret, check, qr } = reply
    set({ code: { desk, secret, check, qr, until: untilOf(reply, clock.now()) }, trouble: null })
    return waitingMs
  }

  return {
    poll,
    awake() {
      unscanned = 0
    },
    async run() {
      const { open } = get()
      const afterOpen = open === null ? openMs : await lookAtOpen(poll, clock, cell, open)
      const { code } = get()
      const afterCode = code === null ? openMs : await lookAtCode(poll, clock, cell, code, letIn(code))
      const afterNew = isDue(get(), clock.now()) ? await newCode() : openMs
      return Math.min(afterOpen, afterCode, afterNew)
    },
  }
}
