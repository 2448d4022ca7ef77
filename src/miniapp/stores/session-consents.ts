/** What was agreed to, here and at the function. */
import type { Clock } from '../ports/clock'
import { needsService, type Done } from './refusals'
import type { SessionCell } from './session-cell'
import { withUnsent, type Caller } from './session-login'
import { consentsFrom, isConsentKind, type Consent, type ConsentKind, type Consents } from './session-record'
import { isRecord } from './shapes'

/** Names the consent texts as they read now; change it with them. */
export const consentVersion = '2026-11-30'

export interface SessionConsents {
  /**
   * `service` and `documents` hold on this phone at once and are told to the function as soon as it can
   * be reached; what a rep sees changes only when the function has confirmed it.
   */
  consent(kind: ConsentKind, granted: boolean, version?: string): Promise<Done>
  /** Logged in (which takes the `service` consent), and the function knows every answer. */
  ready(): Promise<Done>
  /** Consents as a reply carried them. A reply that was overtaken by a newer answer changes nothing. */
  heardConsents(consents: unknown): void
  /** When the last consent that is known here was given (ms): the function tells the phone only of later ones. */
  agreed(): number
}

interface Answered {
  readonly consents?: unknown
}

export function createConsents(clock: Clock, cell: SessionCell, caller: Caller): SessionConsents {
  let flushing: Promise<Done> | null = null

  const heardConsents = (said: unknown): void => {
    const { consents } = cell.get()
    if (isRecord(said)) cell.hear({ consents: withUnsent(cell.get(), newest(consents, consentsFrom(said))) })
  }

  async function tell(kind: ConsentKind, { granted, version }: Consent): Promise<Done> {
    const reply = await caller.call<Answered>('consent', { kind, granted, version })
    if (!reply.ok) return reply
    // A newer answer, given while this one was on its way, still has to be told.
    const { consents, unsent } = cell.get()
    const same = consents[kind]?.granted === granted && consents[kind]?.version === version
    if (same) cell.hear({ unsent: unsent.filter((other) => other !== kind) })
    cell.hear({ consents: withUnsent(cell.get(), { ...cell.get().consents, ...consentsFrom(reply.consents) }) })
    return { ok: true }
  }

  async function tellAll(): Promise<Done> {
    for (const kind of cell.get().unsent) {
      const answer = cell.get().consents[kind]
      const told = answer === undefined ? { ok: true as const } : await tell(kind, answer)
      if (!told.ok) return told
    }
    return { ok: true }
  }

  async function flush(): Promise<Done> {
    if (cell.get().unsent.length === 0) return { ok: true }
    flushing ??= tellAll().finally(() => {
      flushing = null
    })
    return flushing
  }

  async function loggedIn(): Promise<Done> {
    const done = await caller.login()
    return done.ok ? flush() : done
  }

  async function share(kind: ConsentKind, answer: Consent): Promise<Done> {
    const { merchantId } = cell.get()
    // Nobody sees anything of somebody who is not logged in.
    if (!answer.granted && merchantId === null) return { ok: true }
    const done = await loggedIn()
    return done.ok ? tell(kind, answer) : done
  }

  return {
    async consent(kind, granted, version = consentVersion) {
      const answer: Consent = { granted, version, at: clock.now() }
      if (kind === 'share-progress' || kind === 'share-photos') return share(kind, answer)
      const { consents, unsent } = cell.get()
      cell.set({
        consents: { ...consents, [kind]: answer },
        unsent: [...unsent.filter((other) => other !== kind), kind],
      })
      return { ok: true }
    },
    async ready() {
      const { merchantId, consents } = cell.get()
      return merchantId === null && consents.service?.granted !== true ? needsService : loggedIn()
    },
    heardConsents,
    agreed: () => Math.max(0, ...Object.values(cell.get().consents).map(({ at }) => at)),
  }
}

/** For each kind the later answer; all of them were dated by the function, once it had heard them. */
function newest(known: Consents, said: Consents): Consents {
  const later = Object.entries(said).filter(
    ([kind, { at }]) => at >= (isConsentKind(kind) ? (known[kind]?.at ?? 0) : 0),
  )
  return { ...known, ...Object.fromEntries(later) }
}
