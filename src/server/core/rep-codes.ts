/**
 * A rep's own codes.
 *
 * rep-codes {} → {codes}; rep-code-add {name} → {codes}, the new one last; rep-code-revoke {scene} → {codes}.
 * A code: `scene`, `name`, `created` (ms), `revoked` (no new merchants; those who came stay), `count` (merchants
 * who ever joined through it), `now` (those who are with the rep now and share), `left` (the others: how many is
 * all that a rep learns of them).
 */
import type { Core } from './action'
import type { SceneRecord } from './records'
import { refuse, type Reply } from './reply'
import { repAction } from './rep-role'
import { newScene, type Role } from './reps'
import { codeNameBody, sceneBody } from './rep-schemas'
import { nothing } from './schemas'
import { update } from './update'

/** Revoked ones included; more than anybody prints. */
const maxCodes = 100

export interface Code {
  readonly scene: string
  readonly name: string
  readonly created: number
  readonly revoked: boolean
  readonly count: number
  readonly now: number
  readonly left: number
}

export const scenesOf = ({ ports: { store } }: Core, rep: string) =>
  store.list<SceneRecord>('scenes', { where: { field: 'rep', equals: rep }, limit: maxCodes })

/** Oldest first. */
export async function codesOf(core: Core, rep: string): Promise<readonly Code[]> {
  const [found, present] = await Promise.all([
    scenesOf(core, rep),
    core.ports.store.tally('progress', 'scene', { where: { field: 'rep', equals: rep } }),
  ])
  return found
    .map(({ id, value }) => codeOf(id, value, present.get(id) ?? 0))
    .sort((a, b) => a.created - b.created || (a.scene < b.scene ? -1 : 1))
}

/** The count is written after the merchant has joined: who is there counts, even where it got lost. */
function codeOf(scene: string, { name, created, revoked, count }: SceneRecord, now: number): Code {
  const joined = Math.max(count, now)
  return { scene, name, created, revoked: revoked !== null, count: joined, now, left: joined - now }
}

/** The rep's own code that is still good; null for any other. */
export async function ownScene({ ports: { store } }: Core, role: Role, scene: string): Promise<SceneRecord | null> {
  const found = await store.get<SceneRecord>('scenes', scene)
  return found !== null && found.value.rep === role.id && found.value.revoked === null ? found.value : null
}

const listed = async (core: Core, { id }: Role): Promise<Reply> => ({
  ok: true,
  codes: await codesOf(core, id),
})

export const repCodes = repAction('rep-codes', nothing, listed, null)

export const repCodeAdd = repAction(
  'rep-code-add',
  codeNameBody,
  async (core, role, { name }): Promise<Reply> => {
    if ((await scenesOf(core, role.id)).length >= maxCodes)
      return refuse('quota', { message: `最多 ${maxCodes} 个二维码，先用已有的吧。` })
    const scene = await newScene(core.ports, role.id, name)
    return scene === null ? refuse('not-found') : listed(core, role)
  },
  null,
)

export const repCodeRevoke = repAction(
  'rep-code-revoke',
  sceneBody,
  async (core, role, { scene }): Promise<Reply> => {
    const now = core.ports.clock.now()
    const found = await update<SceneRecord, boolean>(core.ports.store, 'scenes', scene, (record) => {
      if (record.rep !== role.id) return { result: false }
      return record.revoked === null ? { put: { ...record, revoked: now }, result: true } : { result: true }
    })
    return found === true ? listed(core, role) : refuse('not-found')
  },
  null,
)
