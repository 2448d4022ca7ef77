/**
 * WeChat's code2Session (GET /sns/jscode2session,
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/user-login/api_code2session). The session key
 * that comes along is not kept: nothing here decrypts what phones send.
 *
 * A code is good once and for five minutes. Asking again is safe only where the first asking cannot have
 * used it up: nobody was reached, or WeChat says itself that it was busy and to try again (-1). After a
 * time-out or an answer that cannot be read it may be used up: the phone fetches a new one.
 */
import type { Log, WechatIdentity, WechatLogin } from '../core/ports'

export interface WechatSettings {
  readonly appId: string
  readonly secret: string
  /** Without a slash at the end. */
  readonly apiUrl: string
}

/** Of one asking. */
const timeoutMs = 5000
const attempts = 3
const neverSent: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']
const busy = -1

/** 40029 bad code, 40163 code used already, 45011 too often (100 a minute for one person), 40226 person at risk. */
const refusals: Readonly<Record<number, Exclude<WechatIdentity, { ok: true }>['error']>> = {
  40029: 'unauthenticated',
  40163: 'unauthenticated',
  45011: 'rate-limited',
  40226: 'forbidden',
}

interface Answer {
  readonly openid?: unknown
  readonly errcode?: unknown
}
type Asked = Answer | 'never-sent' | 'unknown'

export function createWechatLogin(
  { appId, secret, apiUrl }: WechatSettings,
  log: Log,
  pause: (attempt: number) => Promise<void> = jittered,
): WechatLogin {
  return {
    async exchange(code) {
      const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' })
      const url = `${apiUrl}/sns/jscode2session?${query}`
      for (let attempt = 1; ; attempt++) {
        const asked = await ask(url)
        if (attempt === attempts || !isSafeToRepeat(asked)) return outcomeOf(asked, log)
        await pause(attempt)
      }
    },
  }
}

/** 150–300 ms, then 300–600 ms: the person is looking at the screen. */
const jittered = (attempt: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, 150 * attempt * (1 + Math.random())))

const isSafeToRepeat = (asked: Asked): boolean =>
  asked === 'never-sent' || (typeof asked === 'object' && asked.errcode === busy)

function outcomeOf(asked: Asked, log: Log): WechatIdentity {
  const answer = typeof asked === 'object' ? asked : {}
  if (typeof answer.openid === 'string' && answer.openid !== '') return { ok: true, openid: answer.openid }
  const errcode = typeof answer.errcode === 'number' ? answer.errcode : null
  const error = (errcode === null ? undefined : refusals[errcode]) ?? 'unavailable'
  if (error === 'unavailable')
    log.error('code2Session failed', null, { errcode, answer: typeof asked === 'string' ? asked : 'error' })
  return { ok: false, error }
}

/** The address holds the secret, so no error of the network is passed on. */
async function ask(url: string): Promise<Asked> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
    const body: unknown = JSON.parse(await response.text())
    return typeof body === 'object' && body !== null ? body : 'unknown'
  } catch (error) {
    const { cause } = error as { readonly cause?: { readonly code?: unknown } }
    return neverSent.includes(cause?.code) ? 'never-sent' : 'unknown'
  }
}
