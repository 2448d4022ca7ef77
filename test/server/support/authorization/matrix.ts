/**
 * Who may do what: every action of the companion's own table, asked by everybody. A new action without a row
 * here fails test/server/authorization.test.ts, and so does an answer that is not the expected one.
 * docs/operator/authorization.md is printed from the answers by tools/authorization.ts.
 */
import { createActions } from '../../../../src/server/core/companion'
import { defaultCoreSettings } from '../../../../src/server/core/settings'
import { newId } from '../core'
import { callers, clock, createWorld, template, type CallerName, type World } from './world'

/** `ok`, an error code, or one with what is missing: `forbidden (documents)`. */
export type Outcome = string

export interface Row {
  /** Aimed at the owner's things wherever the action names any. */
  readonly body: (world: World, caller: CallerName) => object
  readonly expect: Readonly<Record<CallerName, Outcome>>
  /** For the reader of the printed table. */
  readonly note: string
  /** What the rep, with whom the owner shares, may do to the owner's data. */
  readonly repMay?: 'change'
}

/** Who has no session gets the same answer, whatever is asked. */
const strangers = {
  nobody: 'unauthenticated',
  'unknown token': 'unauthenticated',
  'expired token': 'unauthenticated',
  'revoked token': 'unauthenticated',
  'forged identity': 'unauthenticated',
} as const

const loggedIn = (owner: Outcome, others: Outcome): Row['expect'] => ({
  owner,
  'other merchant': others,
  rep: others,
  'rep without consent': others,
  ...strangers,
})
/** What one does to oneself: the owner's things are out of reach by construction. */
const self = loggedIn('ok', 'ok')
/** Things of somebody else's do not exist. */
const ownersOnly = loggedIn('ok', 'not-found')
/** For reps alone; what they aim at is the owner's, whom only the present rep may see. */
const repsOnly = (rep: Outcome, former: Outcome): Row['expect'] => ({
  ...loggedIn('forbidden (rep)', 'forbidden (rep)'),
  rep,
  'rep without consent': former,
})
const anybody = Object.fromEntries(callers.map((caller) => [caller, 'ok'])) as Row['expect']

const sync = (world: World) => ({
  p: 1,
  schema: 1,
  doc: world.owner,
  dev: 'device002',
  ep: null,
  base: 0,
  ops: [],
})
const codeOf = (caller: CallerName) => `code-of-${caller === 'owner' ? 'owner' : caller.replaceAll(' ', '-')}`

export const rows: Readonly<Record<string, Row>> = {
  login: {
    body: (_world, caller) => ({ provider: 'wechat', code: codeOf(caller) }),
    expect: { ...anybody, 'forged identity': 'unauthenticated' },
    note: 'Opens a session for whoever WeChat says the caller is; in CloudBase only with the context of the call.',
  },
  invite: {
    body: ({ scene }) => ({ scene }),
    expect: anybody,
    note: "A rep's name and company, for who holds the 128-bit scene. Limited per address.",
  },
  join: {
    body: ({ scene }) => ({ scene }),
    expect: loggedIn('ok', 'forbidden (share-progress)'),
    note: "Binds the caller to the rep; asks for the caller's consent first.",
  },
  leave: { body: () => ({}), expect: self, note: "Ends the caller's own tie to a rep." },
  consent: {
    body: () => ({ kind: 'share-photos', granted: true, version: '2026-11' }),
    expect: self,
    note: "The caller's own consents.",
  },
  sync: { body: sync, expect: ownersOnly, note: 'The document named must be the caller’s own.' },
  'photo-ticket': {
    body: ({ photoId }) => ({ photoId, slot: 'business-licence', sha256: 'a'.repeat(64), size: 100 }),
    expect: loggedIn('conflict', 'ok'),
    note: "Aimed at the id of the owner's photo: others get a ticket for a photo of their own under that id, and the owner's stays as it is.",
  },
  'photo-chunk': {
    body: ({ arriving }) => ({ photoId: arriving, offset: 0, data: 'AAAA' }),
    expect: loggedIn('ok', 'forbidden (ticket)'),
    note: "A piece of the owner's photo, while it arrives: nobody else has a ticket for it.",
  },
  'photo-commit': { body: ({ photoId }) => ({ photoId }), expect: ownersOnly, note: '' },
  'photo-link': {
    body: ({ photoId, owner }, caller) => ({
      photoId,
      variant: 'full',
      ...(caller.startsWith('rep') && { id: owner }),
    }),
    expect: { ...ownersOnly, rep: 'ok' },
    note: 'A rep names the merchant, who must share photographs with them; the link dies with that consent.',
  },
  'photo-delete': { body: ({ photoId }) => ({ photoId }), expect: ownersOnly, note: '' },
  remind: {
    body: () => ({ clock, template, code: 'code-of-owner' }),
    expect: loggedIn('ok', 'not-found'),
    note: "The caller's own deadline, to the caller's own WeChat account.",
  },
  'export-me': { body: () => ({}), expect: self, note: "The caller's own data." },
  'erase-me': { body: () => ({}), expect: self, note: "The caller's own data." },
  'rep-claim': {
    body: () => ({ code: 'ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2-3' }),
    expect: loggedIn('not-found', 'not-found'),
    note: 'Aimed at a code that nobody was given. Ten tries a minute and caller, and the limit per address.',
  },
  'rep-codes': { body: () => ({}), expect: repsOnly('ok', 'ok'), note: "The rep's own codes." },
  'rep-code-add': { body: () => ({ name: '街 A' }), expect: repsOnly('ok', 'ok'), note: "The rep's own codes." },
  'rep-code-revoke': {
    body: ({ scene }) => ({ scene }),
    expect: repsOnly('ok', 'not-found'),
    note: "Aimed at the present rep's code.",
  },
  'rep-code-image': { body: ({ scene }) => ({ scene }), expect: repsOnly('ok', 'not-found'), note: '' },
  'rep-merchants': {
    body: () => ({}),
    expect: repsOnly('ok', 'ok'),
    note: 'Those who share with the caller: the former rep’s list does not have the owner.',
  },
  'rep-merchant': { body: ({ owner }) => ({ id: owner }), expect: repsOnly('ok', 'not-found'), note: '' },
  'rep-note': {
    body: ({ owner }) => ({ id: owner, text: '周三再去' }),
    expect: repsOnly('ok', 'not-found'),
    note: "The rep's own words; nothing of the merchant's changes.",
  },
  'rep-review': {
    body: ({ owner, photoId }) => ({ id: owner, photoId, verdict: 'retake', reason: '有反光' }),
    expect: repsOnly('ok', 'not-found'),
    note: 'Needs `share-photos`, too. The one thing that a rep writes into a merchant’s checklist.',
    repMay: 'change',
  },
  'rep-overview': {
    body: () => ({ from: '2026-11-01', to: '2026-12-31' }),
    expect: repsOnly('ok', 'ok'),
    note: 'Numbers only.',
  },
  'rep-export': { body: () => ({}), expect: repsOnly('ok', 'ok'), note: 'What the list shows.' },
}

/** Sent along with every body: nothing of it may count. */
const forged = (world: World) => ({
  merchant: world.owner,
  openid: 'owner',
  OPENID: 'owner',
  userInfo: { openId: 'owner' },
  role: 'rep',
  rep: true,
  admin: true,
  desk: newId(),
  secret: 'x'.repeat(43),
})

export interface Answered {
  readonly outcome: Outcome
  /** The owner's data is as it was, and nothing of it was in the reply. */
  readonly harmless: boolean
}

export async function ask(action: string, caller: CallerName): Promise<Answered> {
  const row = rows[action]
  if (row === undefined) throw new Error(`no row for ${action}`)
  const world = await createWorld()
  const before = await world.ownersData()
  const body = { ...forged(world), ...row.body(world, caller) }
  const reply = await world.core.call(world.callerOf[caller], action, body)
  const { ok, error, need } = reply as unknown as { ok: boolean; error?: string; need?: string }
  const told = JSON.stringify(reply)
  const secrets = world.canaries.filter((canary) => caller !== 'rep' || !world.shared.includes(canary))
  const mayChange = caller === 'owner' || (caller === 'rep' && row.repMay === 'change')
  const mayHear = caller === 'owner'
  const intact =
    (mayChange || (await world.ownersData()) === before) &&
    (mayHear || !secrets.some((canary) => told.includes(canary)))
  return {
    outcome: ok ? 'ok' : `${error}${need === undefined ? '' : ` (${need})`}`,
    harmless: intact,
  }
}

/** The companion's own table. */
export const actionNames = (): readonly string[] => [
  ...createActions({ clock: { now: () => 0 } }, defaultCoreSettings).keys(),
]
