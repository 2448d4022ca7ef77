/** Reps and their merchants, as they come to be: by a claim code, a scan, and what the merchant enters. */
import { content } from '#domain/content/content'
import { nextStamp, noStamp } from '#sync/stamp'
import { addRep } from '../../../src/server/core/reps'
import { loginGuest, type Answer, type Guest, type TestCore } from './core'

export interface TestRep {
  /** Of the role. */
  readonly id: string
  readonly guest: Guest
  readonly scene: string
  call(action: string, body?: object): Promise<Answer>
}

export async function createRep(core: TestCore, name = '林晓'): Promise<TestRep> {
  const guest = await core.guest()
  const { id, code } = await addRep(core.ports, { name, company: '青禾软件' })
  const claimed = await guest.call('rep-claim', { code })
  if (claimed.ok !== true) throw new Error(JSON.stringify(claimed))
  const { codes } = (await guest.call('rep-code-add', { name: '展会' })) as unknown as { codes: { scene: string }[] }
  return { id, guest, scene: codes[0]?.scene ?? '', call: guest.call }
}

/** Logged in anew, after a while. */
export async function again(core: TestCore, rep: TestRep): Promise<TestRep> {
  const guest = await loginGuest(core.call, rep.guest.key)
  return { ...rep, guest, call: guest.call }
}

export async function enter(core: TestCore, guest: Guest, entries: Readonly<Record<string, unknown>>): Promise<void> {
  const now = core.ports.clock.now()
  const ops = Object.entries(entries).map(([k, v], i) => ({
    k,
    v,
    s: nextStamp(noStamp, now - 1000 + i, 'device0000'),
  }))
  for (let from = 0; from < ops.length; from += 100) {
    const part = ops.slice(from, from + 100)
    const body = { p: 1, schema: 1, doc: guest.id, dev: 'device0000', ep: null, base: 0, ops: part }
    const reply = await guest.call('sync', body)
    if (reply.ok !== true) throw new Error(JSON.stringify(reply))
  }
}

/** The answers that lead to the shortest route. */
export const standalone = {
  'a.subject': 'sole-trader',
  'a.service-account': 'none',
  'a.wants-service-account': 'no',
  'a.industry': 'clothes',
}

/** Every tick of the standalone route, in its order. */
export const ticksOf = (now: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    content.guides
      .filter(({ id }) => id === 'register-standalone' || id === 'finish-setup')
      .flatMap(({ id, steps }) =>
        steps.flatMap((step) =>
          [step.id, ...(step.parts ?? []).map((part) => part.id)].map((one) => [`s.${id}.${one}`, now] as const),
        ),
      ),
  )

export async function joinedMerchant(
  core: TestCore,
  rep: TestRep,
  entries: Readonly<Record<string, unknown>> = {},
  ...consents: string[]
): Promise<Guest> {
  const guest = await core.guest()
  await guest.consent('service', 'share-progress', ...consents)
  const joined = await guest.call('join', { scene: rep.scene })
  if (joined.ok !== true) throw new Error(JSON.stringify(joined))
  if (Object.keys(entries).length > 0) await enter(core, guest, entries)
  return guest
}
