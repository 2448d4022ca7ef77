/**
 * WeChat's code2Session (GET /sns/jscode2session). The session key that comes along is not kept: nothing
 * here decrypts what phones send.
 */
import type { Log, WechatIdentity, WechatLogin } from '../core/ports'

export interface WechatSettings {
  readonly appId: string
  readonly secret: string
  /** Without a slash at the end. */
  readonly apiUrl: string
}

const timeoutMs = 5000

/** 40029 bad code, 40163 code used already, 45011 too often, 40226 user at risk, -1 busy. */
const refusals: Readonly<Record<number, Exclude<WechatIdentity, { ok: true }>['error']>> = {
  40029: 'unauthenticated',
  40163: 'unauthenticated',
  45011: 'rate-limited',
  40226: 'forbidden',
}

export function createWechatLogin({ appId, secret, apiUrl }: WechatSettings, log: Log): WechatLogin {
  return {
    async exchange(code) {
      const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' })
      const answer = await ask(`${apiUrl}/sns/jscode2session?${query}`)
      if (typeof answer?.openid === 'string' && answer.openid !== '') return { ok: true, openid: answer.openid }
      const errcode = typeof answer?.errcode === 'number' ? answer.errcode : null
      const error = (errcode === null ? undefined : refusals[errcode]) ?? 'unavailable'
      if (error === 'unavailable') log.error('code2Session failed', null, { errcode })
      return { ok: false, error }
    },
  }
}

/** null: no answer, or none that can be read. The address holds the secret, so the error is not passed on. */
async function ask(url: string): Promise<{ openid?: unknown; errcode?: unknown } | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
    const body: unknown = JSON.parse(await response.text())
    return typeof body === 'object' ? body : null
  } catch {
    return null
  }
}
