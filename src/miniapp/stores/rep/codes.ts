/** A rep's own codes: several, named, each with the number of merchants who came through it. */
import type { Reply } from '../../ports/backend'
import { strangeReply } from '../refusals'
import type { SessionStore } from '../session-store'
import { isNumber, isRecord, isString } from '../shapes'

export interface RepCode {
  readonly scene: string
  readonly name: string
  /** Merchants who joined through it. */
  readonly count: number
  /** Those of them who are not there any more: how many is all that is known. */
  readonly left: number
  readonly revoked: boolean
}

/** What is printed: the picture, and the address that it leads to. */
export interface CodeImage {
  /** Base64. */
  readonly png: string
  /** To share as a link; null: there is none. */
  readonly url: string | null
}

function codeFrom(value: unknown): RepCode | null {
  if (!isRecord(value) || !isString(value.scene) || !isString(value.name)) return null
  const { scene, name, count, left, revoked } = value
  return {
    scene,
    name,
    count: isNumber(count) ? count : 0,
    left: isNumber(left) ? left : 0,
    revoked: revoked === true,
  }
}

export interface RepCodes {
  all(): Promise<Reply<{ readonly codes: readonly RepCode[] }>>
  add(name: string): Promise<Reply<object>>
  revoke(scene: string): Promise<Reply<object>>
  image(scene: string): Promise<Reply<CodeImage>>
}

export function createRepCodes(session: Pick<SessionStore, 'call'>): RepCodes {
  return {
    async all() {
      const reply = await session.call<{ codes?: unknown }>('rep-codes', {})
      if (!reply.ok) return reply
      if (!Array.isArray(reply.codes)) return strangeReply
      return { ok: true, codes: reply.codes.flatMap((one: unknown) => codeFrom(one) ?? []) }
    },
    add: (name) => session.call('rep-code-add', { name }),
    revoke: (scene) => session.call('rep-code-revoke', { scene }),
    async image(scene) {
      const reply = await session.call<{ png?: unknown; url?: unknown }>('rep-code-image', { scene })
      if (!reply.ok) return reply
      if (!isString(reply.png)) return strangeReply
      return { ok: true, png: reply.png, url: isString(reply.url) ? reply.url : null }
    },
  }
}
