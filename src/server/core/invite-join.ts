/** invite, join, leave: a merchant and the rep whose code was scanned. */
import { action, openAction, type Action, type Core } from './action'
import { endConsents } from './consent'
import { consented } from './consented'
import { joinRefusal } from './join-caps'
import { changeMerchant, getMerchant } from './merchants'
import type { MerchantRecord } from './records'
import { refuse, type Reply } from './reply'
import { dropNotes, notesAbout } from './notes'
import { countScene, publicRep, repOfScene } from './reps'
import { inviteBody, joinBody, nothing } from './schemas'
import type { Decision } from './update'
import type { Window } from './window'

export const invite = openAction(inviteBody, async ({ ports }, _caller, { scene }) => {
  const found = await repOfScene(ports, scene)
  return found === null ? refuse('not-found') : { ok: true, rep: found.rep }
})

type Joined = 'new' | 'same' | 'consent' | { readonly other: string }

/** `window`: joins of the hour by network. */
export const createJoin = (window: Window): Action =>
  action(joinBody, async (core, session, { scene, move }): Promise<Reply> => {
    const { ports } = core
    const found = await repOfScene(ports, scene)
    if (found === null) return refuse('not-found')
    const present = await currentRep(core, session.merchant)
    const decide = deciding(found, present, move === true)
    const merchant = await getMerchant(ports, session.merchant)
    const full =
      merchant !== null && decide(merchant, 0).result === 'new'
        ? await joinRefusal(core, window, session, found.id)
        : null
    if (full !== null) return full
    const joined = await changeMerchant<Joined>(ports, session.merchant, decide)
    if (joined === null) return refuse('unauthenticated')
    // What the rep before noted is not the new one's.
    if (joined === 'new') await dropNotes(ports, await notesAbout(ports, session.merchant))
    return answer(core, found, joined)
  })

type Found = NonNullable<Awaited<ReturnType<typeof repOfScene>>>

const deciding =
  (found: Found, present: string | null, move: boolean) =>
  (merchant: MerchantRecord, now: number): Decision<MerchantRecord, Joined> => {
    if (!consented(merchant, 'share-progress')) return { result: 'consent' }
    if (merchant.rep === found.id) return { result: 'same' }
    const bound = merchant.rep !== null && merchant.rep === present
    if (bound && !move) return { result: { other: merchant.rep } }
    const freed = bound ? endConsents(merchant, ['share-photos'], 'moved', now) : merchant
    return { put: { ...freed, rep: found.id, scene: found.scene, joined: now }, result: 'new' }
  }

async function answer({ ports }: Core, found: Found, joined: Joined): Promise<Reply> {
  if (joined === 'consent')
    return refuse('forbidden', { need: 'share-progress', message: '先同意让业务员看到你的进度，才能加入。' })
  if (typeof joined === 'object') {
    const rep = await publicRep(ports, joined.other)
    return refuse('conflict', {
      rep,
      message: `你已经有业务员了${rep === null ? '' : `：${rep.name}`}，要换成新的吗？`,
    })
  }
  if (joined === 'new') await countScene(ports, found.scene)
  return { ok: true, invitedBy: found.rep }
}

/** The merchant's rep, unless the role has ended: a revoked rep is in nobody's way. */
async function currentRep({ ports }: Core, merchant: string): Promise<string | null> {
  const rep = (await getMerchant(ports, merchant))?.rep ?? null
  return (await publicRep(ports, rep)) === null ? null : rep
}

export const leave = action(nothing, async ({ ports }, session) => {
  const left = await changeMerchant<true>(ports, session.merchant, (merchant, now) => {
    if (merchant.rep === null) return { result: true }
    const freed = endConsents(merchant, ['share-progress', 'share-photos'], 'left', now)
    return { put: { ...freed, rep: null, scene: null, joined: null }, result: true }
  })
  if (left === null) return refuse('unauthenticated')
  await dropNotes(ports, await notesAbout(ports, session.merchant))
  return { ok: true }
})
