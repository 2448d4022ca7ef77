/** Reps, their claim codes and their QR codes ("scenes"), as the operator's commands and the actions use them. */
import { newClaimCode, newId, newSceneToken, plainClaimCode, scenePattern } from './ids'
import type { ClaimRecord, RepFlag, RepRecord, SceneRecord } from './records'
import type { Ports, Store } from './ports'
import { update } from './update'

type RepPorts = Pick<Ports, 'store' | 'secrets' | 'clock'>

export interface PublicRep {
  readonly name: string
  readonly company: string
}
export interface Role extends PublicRep {
  readonly id: string
}

/** A claim code can be used once, for 24 hours. */
export const claimMs = 86_400_000
/** More than one company has, few enough for one answer. */
const maxListed = 1000

/** Answers the claim code in clear; only its hash is kept. */
export async function addRep(ports: RepPorts, rep: PublicRep): Promise<{ id: string; code: string; expires: number }> {
  const { store, secrets, clock } = ports
  const id = newId(secrets)
  const code = newClaimCode(secrets)
  const created = clock.now()
  const expires = created + claimMs
  await store.put<RepRecord>('reps', id, { ...rep, created, merchant: null, revoked: null }, 0)
  await store.put<ClaimRecord>('claims', secrets.sha256(plainClaimCode(code)), { rep: id, expires, used: null }, 0)
  return { id, code, expires }
}

export const listReps = ({ store }: Pick<Ports, 'store'>) => store.list<RepRecord>('reps', { limit: maxListed })

/** Ends the role, and with it every code of theirs. false: no such rep. */
export async function revokeRep({ store, clock }: Pick<Ports, 'store' | 'clock'>, id: string): Promise<boolean> {
  const now = clock.now()
  const done = await update<RepRecord, true>(store, 'reps', id, (rep) => ({
    put: { ...rep, revoked: rep.revoked ?? now },
    result: true,
  }))
  for (const claim of await store.list<ClaimRecord>('claims', {
    where: { field: 'rep', equals: id },
    limit: maxListed,
  })) {
    await store.remove('claims', claim.id)
  }
  return done === true
}

/** A new QR code; null when there is no such rep, or the role has ended. */
export async function newScene({ store, secrets, clock }: RepPorts, rep: string, name: string): Promise<string | null> {
  const found = await store.get<RepRecord>('reps', rep)
  if (found === null || found.value.revoked !== null) return null
  const scene = newSceneToken(secrets)
  await store.put<SceneRecord>('scenes', scene, { rep, name, created: clock.now(), count: 0, revoked: null }, 0)
  return scene
}

export async function publicRep({ store }: Pick<Ports, 'store'>, id: string | null): Promise<PublicRep | null> {
  const rep = id === null ? null : await store.get<RepRecord>('reps', id)
  if (rep === null || rep.value.revoked !== null) return null
  return { name: rep.value.name, company: rep.value.company }
}

/** The role this merchant claimed. */
export async function repOfMerchant({ store }: { readonly store: Store }, merchant: string): Promise<Role | null> {
  const claimed = await store.list<RepRecord>('reps', { where: { field: 'merchant', equals: merchant }, limit: 10 })
  const active = claimed.find(({ value }) => value.revoked === null)
  return active === undefined ? null : { id: active.id, name: active.value.name, company: active.value.company }
}

/** Nobody has this id. */
export const nowhere = 'AAAAAAAAAAAAAAAAAAAAAA'

/** The rep behind a live scene. Every other case does the same two reads, so that nothing can be told from the time. */
export async function repOfScene(
  { store }: Pick<Ports, 'store'>,
  scene: unknown,
): Promise<{ readonly scene: string; readonly id: string; readonly rep: PublicRep } | null> {
  const token = typeof scene === 'string' && scenePattern.test(scene) ? scene : nowhere
  const found = await store.get<SceneRecord>('scenes', token)
  const id = found?.value.rep ?? nowhere
  const rep = await publicRep({ store }, id)
  return found === null || found.value.revoked !== null || rep === null ? null : { scene: token, id, rep }
}

/** One merchant more came through this code. */
export async function countScene({ store }: Pick<Ports, 'store'>, scene: string): Promise<void> {
  await update<SceneRecord, true>(store, 'scenes', scene, (record) => ({
    put: { ...record, count: record.count + 1 },
    result: true,
  }))
}

/** Something for the operator to look at; `rep list` shows it until `rep seen`. */
export async function flagRep(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  id: string,
  kind: RepFlag['kind'],
): Promise<void> {
  const at = clock.now()
  await update<RepRecord, true>(store, 'reps', id, (rep) => {
    const { since = at, times = 0 } = rep.flag ?? {}
    return { put: { ...rep, flag: { kind, since, at, times: times + 1 } }, result: true }
  })
}

/** The operator has looked. false: no such rep. */
export async function clearFlag({ store }: Pick<Ports, 'store'>, id: string): Promise<boolean> {
  const done = await update<RepRecord, true>(store, 'reps', id, ({ flag: _seen, ...rep }) => ({
    put: rep,
    result: true,
  }))
  return done === true
}
