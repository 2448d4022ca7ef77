/**
 * One merchant with everything there is to protect (the owner), and everybody who may come to the function's
 * door. Made anew for each question, so that no answer depends on the one before.
 */
import { createSealer } from '../../../../src/server/adapters/sealer'
import type { Images, Message, Ports } from '../../../../src/server/core/ports'
import { fileKey } from '../../../../src/server/core/photo-files'
import { livePhotos } from '../../../../src/server/core/photo-record'
import type { MerchantRecord, RepRecord, TokenRecord } from '../../../../src/server/core/records'
import { addRep, newScene } from '../../../../src/server/core/reps'
import type { Caller } from '../../../../src/server/core/session'
import { defaultCoreSettings } from '../../../../src/server/core/settings'
import { endSessions, isOver } from '../../../../src/server/core/tokens'
import { sha256 } from '../photos'
import { anyone, createTestCore, newId, startTime, type TestCore } from '../core'

/** Who calls, in the order of the table's columns. */
export const callers = [
  'owner',
  'other merchant',
  'rep',
  'rep without consent',
  'nobody',
  'unknown token',
  'expired token',
  'revoked token',
  'forged identity',
] as const
export type CallerName = (typeof callers)[number]

export interface World {
  readonly core: TestCore
  readonly owner: string
  readonly photoId: string
  /** A photo of the owner's that comes in pieces; none is here yet. */
  readonly arriving: string
  readonly scene: string
  /** What only the owner may ever read in a reply. */
  readonly canaries: readonly string[]
  /** Of those, what the rep may read too: the merchant shares it. */
  readonly shared: readonly string[]
  readonly callerOf: Readonly<Record<CallerName, Caller>>
  /** The merchant that the caller is, if any. */
  readonly selfOf: Readonly<Partial<Record<CallerName, string>>>
  /** Everything stored about the owner, files included. */
  ownersData(): Promise<string>
}

export const template = 'T'.repeat(43)
export const clock = 'register-service-account.service-account-transfer'
const day = 86_400_000
const canaries = ['CANARY-海棠花店', 'CANARY-note@example.com'] as const

const jpeg = Buffer.from('a photo, as far as these questions go')
const images: Images = {
  normalise: async (bytes) => ({ ok: true, full: bytes, thumb: bytes, width: 1600, height: 1200 }),
  watermark: async (bytes) => bytes,
  readLicence: async () => null,
}

function coreWithReminders(sent: Message[]): TestCore {
  const overrides: Partial<Ports> = {
    images,
    wechat: {
      exchange: async (code) =>
        code.startsWith('code-of-') ? { ok: true, openid: code.slice(8) } : { ok: false, error: 'unauthenticated' },
    },
    reminders: {
      template,
      sealer: createSealer(new Uint8Array(32).fill(7)),
      messages: {
        send: async (message) => {
          sent.push(message)
          return 'sent'
        },
      },
    },
  }
  return createTestCore(overrides)
}

interface Login {
  readonly id: string
  readonly caller: Caller
  call(action: string, body?: object): Promise<unknown>
}

async function logIn(core: TestCore, name: string): Promise<Login> {
  const reply = await core.call(anyone, 'login', { provider: 'wechat', code: `code-of-${name}` })
  const { token, merchant } = reply as unknown as { token: string; merchant: { id: string } }
  const caller: Caller = { via: 'token', token }
  return { id: merchant.id, caller, call: (action, body = {}) => core.call(caller, action, body) }
}

async function repOf(core: TestCore, merchant: string, name: string): Promise<{ id: string; scene: string }> {
  const { id } = await addRep(core.ports, { name, company: '青禾软件' })
  const stored = await core.ports.store.get<RepRecord>('reps', id)
  if (stored === null) throw new Error('the rep was not stored')
  await core.ports.store.put<RepRecord>('reps', id, { ...stored.value, merchant }, stored.version)
  return { id, scene: (await newScene(core.ports, id, '展会')) ?? '' }
}

const agree = async (login: Login, ...kinds: readonly string[]) => {
  for (const kind of kinds) await login.call('consent', { kind, granted: true, version: '2026-11' })
}

/** The edits: a shop's name, an e-mail address, and a step whose clock runs. */
async function fillIn(owner: Login, now: number): Promise<void> {
  const answers = { subject: 'company', 'service-account': 'none', 'wants-service-account': 'yes', industry: 'clothes' }
  const entries = [
    ...Object.entries(answers).map(([k, v]) => ({ k: `a.${k}`, v: v as string | number })),
    { k: 't.shop.name', v: canaries[0] },
    { k: 't.email-service-account.address', v: canaries[1] },
    { k: 's.register-service-account.transfer-chosen', v: now },
  ]
  const ops = entries.map((entry, i) => ({ ...entry, s: `${now}-${String(i).padStart(4, '0')}-device001` }))
  await owner.call('sync', { p: 1, schema: 1, doc: owner.id, dev: 'device001', ep: null, base: 0, full: true, ops })
}

async function uploadPhoto(core: TestCore, owner: Login): Promise<string> {
  const photoId = newId()
  const body = { photoId, slot: 'business-licence', sha256: sha256(jpeg), size: jpeg.length }
  const { url } = (await owner.call('photo-ticket', body)) as { url: string }
  const reply = await core.door.upload(url.split('ticket=')[1] ?? '', async () => jpeg)
  if (reply.ok !== true) throw new Error(`the owner's photo was refused: ${JSON.stringify(reply)}`)
  return photoId
}

async function beginPieces(owner: Login): Promise<string> {
  const photoId = newId()
  const about = { photoId, slot: 'business-licence', sha256: 'a'.repeat(64), size: 3, pieces: true }
  const reply = await owner.call('photo-ticket', about)
  if ((reply as { next?: number }).next !== 0) throw new Error(`no pieces: ${JSON.stringify(reply)}`)
  return photoId
}

export async function createWorld(): Promise<World> {
  const core = coreWithReminders([])
  const revoked = await logIn(core, 'owner')
  await endSessions(core.ports, revoked.id)
  const expired = await logIn(core, 'owner')
  const [stale] = await core.ports.store.list<TokenRecord>('tokens', { limit: 1 })
  core.advance(31 * day)
  const [owner, other, rep, formerRep] = await Promise.all(
    ['owner', 'other', 'rep', 'former-rep'].map((name) => logIn(core, name)),
  )
  if (owner === undefined || other === undefined || rep === undefined || formerRep === undefined)
    throw new Error('not everybody could log in')
  await agree(owner, 'service', 'documents', 'share-progress', 'share-photos')
  for (const login of [other, rep, formerRep]) await agree(login, 'service', 'documents')
  await fillIn(owner, startTime + 31 * day)
  const photoId = await uploadPhoto(core, owner)
  const former = await repOf(core, formerRep.id, '钱川')
  const present = await repOf(core, rep.id, '林晓')
  await owner.call('join', { scene: former.scene })
  await owner.call('join', { scene: present.scene, move: true })
  await agree(owner, 'share-progress', 'share-photos')
  // The next login cleared it away; it is to be refused for its age, not for being gone.
  if (stale !== undefined) await core.ports.store.put('tokens', stale.id, stale.value, 0)
  return {
    core,
    owner: owner.id,
    photoId,
    arriving: await beginPieces(owner),
    scene: present.scene,
    canaries,
    shared: [canaries[0]],
    callerOf: {
      owner: owner.caller,
      'other merchant': other.caller,
      rep: rep.caller,
      'rep without consent': formerRep.caller,
      nobody: anyone,
      'unknown token': { via: 'token', token: 'x'.repeat(43) },
      'expired token': expired.caller,
      'revoked token': revoked.caller,
      'forged identity': { via: 'cloud', openid: null },
    },
    selfOf: { owner: owner.id, 'other merchant': other.id, rep: rep.id, 'rep without consent': formerRep.id },
    ownersData: () => dataOf(core, owner.id),
  }
}

async function dataOf({ ports: { store, files, secrets, clock: time } }: TestCore, owner: string): Promise<string> {
  const merchant = await store.get<MerchantRecord>('merchants', owner)
  const row = await store.get('progress', owner)
  const where = { field: 'merchant', equals: owner }
  const reminders = await store.list('reminders', { where, limit: 100 })
  const pieces = await store.list('pieces', { where, limit: 100 })
  const tokens = await store.list<TokenRecord>('tokens', { where, limit: 100 })
  // A stale one goes when somebody comes with it.
  const live = tokens.filter(({ value }) => !isOver(value, defaultCoreSettings, time.now()))
  const photos = merchant === null ? [] : livePhotos(merchant.value.doc)
  const kept = photos.map(({ photoId, photo: { sha256: sent } }) =>
    files.read(fileKey({ secrets }, { merchant: owner, photoId, sha256: sent }, 'full'), owner),
  )
  const sizes = (await Promise.all(kept)).map((bytes) => bytes?.length ?? null)
  return JSON.stringify({
    merchant: merchant?.value,
    row: row?.value,
    reminders,
    pieces,
    tokens: live.map(({ id }) => id),
    sizes,
  })
}
