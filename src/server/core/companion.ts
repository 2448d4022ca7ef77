/**
 * The function: one caller, one action, one reply. It knows neither HTTP nor CloudBase nor SQL, and it
 * always answers: what goes wrong inside becomes a code.
 */
import { eraseMe, exportMe } from './account'
import type { Action, Core } from './action'
import { consent } from './consent'
import { createJoin, invite, leave } from './invite-join'
import { login } from './login'
import { openLink, photoLink, type OpenedPhoto } from './photo-link'
import { photoChunk, photoCommit, photoDelete, photoTicket } from './photos'
import { StorageFull, Unavailable, type Log, type Ports } from './ports'
import { remind } from './reminders'
import { createRepClaim } from './rep-claim'
import { repCodeImage } from './rep-code-image'
import { repCodeAdd, repCodeRevoke, repCodes } from './rep-codes'
import { repExport } from './rep-export'
import { repMerchant } from './rep-merchant'
import { repMerchants } from './rep-merchants'
import { repNote } from './rep-note'
import { repOverview } from './rep-overview'
import { repReview } from './rep-review'
import { refuse, type Refusal, type Reply } from './reply'
import { authenticate, type Caller } from './session'
import { maxDepth, type CoreSettings } from './settings'
import { createSync } from './sync'
import { redeemTicket } from './tickets'
import { createWindow } from './window'

/** Of one caller; more than anybody mistypes. */
const claimsPerMinute = 10

export type Companion = (caller: Caller, action: string, body: unknown) => Promise<Reply>

/** Every action by its name. Each has a row in the authorization matrix (test/server/support/authorization.ts). */
export const createActions = ({ clock }: Pick<Ports, 'clock'>, settings: CoreSettings): ReadonlyMap<string, Action> =>
  new Map<string, Action>([
    ['login', login],
    ['invite', invite],
    ['join', createJoin(createWindow(clock, settings.limits.joinsPerHour, 3_600_000))],
    ['leave', leave],
    ['consent', consent],
    ['sync', createSync(createWindow(clock, settings.limits.syncsPerMinute, 60_000))],
    ['photo-ticket', photoTicket],
    ['photo-chunk', photoChunk],
    ['photo-commit', photoCommit],
    ['photo-link', photoLink],
    ['photo-delete', photoDelete],
    ['remind', remind],
    ['export-me', exportMe],
    ['erase-me', eraseMe],
    ['rep-claim', createRepClaim(createWindow(clock, claimsPerMinute, 60_000))],
    ['rep-codes', repCodes],
    ['rep-code-add', repCodeAdd],
    ['rep-code-revoke', repCodeRevoke],
    ['rep-code-image', repCodeImage],
    ['rep-merchants', repMerchants],
    ['rep-merchant', repMerchant],
    ['rep-note', repNote],
    ['rep-review', repReview],
    ['rep-overview', repOverview],
    ['rep-export', repExport],
  ])

export function createCompanion(ports: Ports, settings: CoreSettings): Companion {
  const core: Core = { ports, settings }
  const actions = createActions(ports, settings)
  return (caller, name, body) =>
    answering(ports.log, name, async () => {
      const action = actions.get(name)
      if (action === undefined || !isShallow(body, maxDepth)) return refuse('bad-request')
      const session = action.open ? null : await authenticate(ports, settings, caller)
      if (!action.open && session === null) return refuse('unauthenticated')
      return (await action.run(core, { caller, session }, body)) ?? refuse('bad-request')
    })
}

/** The two things that are not JSON: a photo coming in by its ticket, and one going out by its link. */
export interface PhotoDoor {
  upload(ticket: string, read: () => Promise<Uint8Array | Reply>): Promise<Reply>
  open(link: string): Promise<OpenedPhoto>
}

export function createPhotoDoor(ports: Ports, settings: CoreSettings): PhotoDoor {
  const core: Core = { ports, settings }
  return {
    upload: (ticket, read) => answering(ports.log, 'upload', () => redeemTicket(core, ticket, read)),
    open: (link) => answering(ports.log, 'photo', () => openLink(core, link)),
  }
}

async function answering<T>(log: Log, action: string, run: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await run()
  } catch (error) {
    log.error('action failed', error, { action })
    if (error instanceof StorageFull) return refuse('storage-full')
    return refuse(error instanceof Unavailable ? 'unavailable' : 'internal')
  }
}

/** A plain value is 0 deep. Stops at the limit, so that its own depth is bounded too. */
function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((member) => isShallow(member, depth - 1))
}
