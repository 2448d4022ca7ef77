/** invite, join, leave: a merchant and the rep whose code was scanned. */
import { action, openAction, type Core } from './action'
import { endConsents } from './consent'
import { consented } from './consented'
import { changeMerchant, getMerchant } from './merchants'
import { refuse, type Reply } from './reply'
import { countScene, publicRep, repOfScene } from './reps'
import { inviteBody, joinBody, nothing } from './schemas'

export const invite = openAction(inviteBody, async ({ ports }, _caller, { scene }) => {
  const found = await repOfScene(ports, scene)
  return found === null ? refuse('not-found') : { ok: true, rep: found.rep }
})

type Joined = 'new' | 'same' | 'consent' | { readonly other: string }

export const join = action(joinBody, async (core, session, { scene, move }): Promise<Reply> => {
  const { ports } = core
  const found = await repOfScene(ports, scene)
  if (found === null) return refuse('not-found')
  const present = await currentRep(core, session.merchant)
  const joined = await changeMerchant<Joined>(ports, session.merchant, (merchant, now) => {
    if (!consented(merchant, 'share-progress')) return { result: 'consent' }
    if (merchant.rep === found.id) return { result: 'same' }
    const bound = merchant.rep !== null && merchant.rep === present
    if (bound && move !== true) return { result: { other: merchant.rep } }
    const freed = bound ? endConsents(merchant, ['share-photos'], 'moved', now) : merchant
    return { put: { ...freed, rep: found.id, scene: found.scene, joined: now }, result: 'new' }
  })
  if (joined === null) return refuse('unauthenticated')
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
})

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
  return left === null ? refuse('unauthenticated') : { ok: true }
})
