/**
 * Calls of WeChat's server interfaces that need an access token. The token comes from the stable
 * interface (POST /cgi-bin/stable_token: 7,200 s, the same token until it runs out, so processes do not
 * end each other's), is kept sealed in the store for all processes, and is renewed once when WeChat
 * refuses it. Forcing a new one is limited to 20 a day, 30 s apart, and only the last resort.
 * https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 */
import { Unavailable, type Clock, type Log, type Sealer, type Store } from '../core/ports'
import { post, type Posted } from './wechat-post'
import type { WechatSettings } from './wechat-login'

export type AccessAnswer = Posted | { readonly kind: 'no-token' }

export interface WechatAccess {
  /** POSTs JSON or a form to a path of the interface, the token added; once more with a new one when it was refused. */
  post(path: string, body: object | FormData): Promise<AccessAnswer>
}

export interface AccessPorts {
  readonly store: Pick<Store, 'get' | 'put'>
  readonly clock: Clock
  readonly sealer: Sealer
  readonly log: Log
}

interface Kept {
  readonly sealed: string
  /** ms */
  readonly expires: number
  /** ms; when a new one was last forced. 0: never. */
  readonly forced: number
}
interface Token {
  readonly token: string
  readonly expires: number
}

const key = 'wechat-access'
/** WeChat itself hands out a new one 5 minutes before the end. */
const earlyMs = 300_000
const betweenForcedMs = 60_000
/** 40001 and 40014: not valid; 42001: run out. */
const refusedToken: readonly unknown[] = [40001, 40014, 42001]

export function createWechatAccess(settings: WechatSettings, ports: AccessPorts): WechatAccess {
  const tokens = createTokens(settings, ports)
  const ask = (path: string, body: object | FormData, token: string) =>
    post(`${settings.apiUrl}${path}?access_token=${encodeURIComponent(token)}`, body)
  return {
    async post(path, body) {
      const token = await tokens.current()
      if (token === null) return { kind: 'no-token' }
      const first = await ask(path, body, token)
      if (first.kind !== 'json' || !refusedToken.includes(first.json.errcode)) return first
      const renewed = await tokens.renew(token)
      return renewed === null ? { kind: 'no-token' } : ask(path, body, renewed)
    },
  }
}

interface Tokens {
  current(): Promise<string | null>
  /** After `refused` was refused. */
  renew(refused: string): Promise<string | null>
}

function createTokens(settings: WechatSettings, ports: AccessPorts): Tokens {
  const { store, clock, sealer, log } = ports
  const place = `${key}/${settings.appId}`
  let asking: Promise<string | null> | null = null

  async function kept(): Promise<{
    readonly version: number
    readonly value: Kept | null
    readonly token: string | null
  }> {
    const stored = await store.get<Kept>('meta', key)
    if (stored === null) return { version: 0, value: null, token: null }
    const isGood = stored.value.expires - earlyMs > clock.now()
    return { ...stored, token: isGood ? sealer.open(stored.value.sealed, place) : null }
  }

  /** Whoever is first writes; what the others got is as good, the stable interface gives all the same. */
  async function fetched(force: boolean): Promise<string | null> {
    const before = await kept()
    const fresh = await ask(settings, force, clock.now())
    if (fresh === null) {
      log.error('no access token', null, { forced: force })
      return null
    }
    const forced = force ? clock.now() : (before.value?.forced ?? 0)
    const value: Kept = { sealed: sealer.seal(fresh.token, place), expires: fresh.expires, forced }
    await store.put<Kept>('meta', key, value, before.version)
    return fresh.token
  }

  const once = (run: () => Promise<string | null>): Promise<string | null> =>
    (asking ??= run().finally(() => {
      asking = null
    }))

  async function renewed(refused: string): Promise<string | null> {
    const { token, value } = await kept()
    if (token !== null && token !== refused) return token
    const given = await fetched(false)
    if (given !== refused) return given
    return clock.now() - (value?.forced ?? 0) < betweenForcedMs ? null : fetched(true)
  }

  return {
    current: async () => (await kept()).token ?? once(() => fetched(false)),
    renew: (refused) => once(() => renewed(refused)),
  }
}

async function ask({ apiUrl, appId, secret }: WechatSettings, force: boolean, now: number): Promise<Token | null> {
  const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: force }
  const answer = await post(`${apiUrl}/cgi-bin/stable_token`, body)
  if (answer.kind !== 'json') return null
  const { access_token: token, expires_in: seconds } = answer.json
  if (typeof token !== 'string' || token === '' || typeof seconds !== 'number' || !(seconds > 0)) return null
  return { token, expires: now + seconds * 1000 }
}

/** The bytes of an answer that is a file, such as a mini-program code. Throws Unavailable for anything else. */
export function bytesOf(answer: AccessAnswer, log: Log): Uint8Array {
  if (answer.kind === 'bytes') return answer.bytes
  log.error('wechat gave no file', null, {
    kind: answer.kind,
    errcode: answer.kind === 'json' ? answer.json.errcode : null,
  })
  throw new Unavailable('wechat gave no file')
}
