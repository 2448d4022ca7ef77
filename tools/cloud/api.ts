/**
 * Tencent Cloud's API 3.0, for what the command line cannot do: collections, indexes, permissions. Signed as
 * https://cloud.tencent.com/document/api/876/34812 says (TC3-HMAC-SHA256). The interfaces used:
 * DescribeEnvs, ModifyDatabaseACL (876/34819), ModifyStorageSafeRule of `tcb`; DescribeTable, CreateTable,
 * UpdateTable of `flexdb`, which Tencent's own command line and manager use.
 */
import { createHash, createHmac } from 'node:crypto'

export interface CloudKeys {
  readonly id: string
  readonly key: string
}
export type CloudService = 'tcb' | 'flexdb'

export interface CloudApi {
  /** The members of `Response`. Throws CloudApiError with Tencent's own code. */
  call(service: CloudService, action: string, parameters: object): Promise<Readonly<Record<string, unknown>>>
}

export class CloudApiError extends Error {
  override readonly name = 'CloudApiError'
  constructor(
    readonly action: string,
    readonly code: string,
    said: string,
  ) {
    super(`${action}：${code} ${said}`)
  }
}

const versions: Readonly<Record<CloudService, string>> = { tcb: '2018-06-08', flexdb: '2018-11-27' }
const timeoutMs = 20_000

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

export const canonicalHash = (host: string, payload: string): string =>
  sha256(
    [
      'POST',
      '/',
      '',
      `content-type:application/json; charset=utf-8\nhost:${host}\n`,
      'content-type;host',
      sha256(payload),
    ].join('\n'),
  )

/** `seconds`: since 1970. The value of `Authorization`. */
export function authorization(
  { id, key }: CloudKeys,
  { service, host, payload, seconds }: { service: string; host: string; payload: string; seconds: number },
): string {
  const date = new Date(seconds * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const text = ['TC3-HMAC-SHA256', seconds, scope, canonicalHash(host, payload)].join('\n')
  const signing = hmac(hmac(hmac(`TC3${key}`, date), service), 'tc3_request')
  const signature = createHmac('sha256', signing).update(text).digest('hex')
  return `TC3-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`
}

/** `origin`: for tests; Tencent's own otherwise. */
export function createCloudApi(keys: CloudKeys, region: string, origin?: string): CloudApi {
  return {
    async call(service, action, parameters) {
      const host = `${service}.tencentcloudapi.com`
      const payload = JSON.stringify(parameters)
      const seconds = Math.floor(Date.now() / 1000)
      const response = await fetch(origin === undefined ? `https://${host}/` : `${origin}/${service}`, {
        method: 'POST',
        body: payload,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          authorization: authorization(keys, { service, host, payload, seconds }),
          'x-tc-action': action,
          'x-tc-version': versions[service],
          'x-tc-region': region,
          'x-tc-timestamp': String(seconds),
        },
      }).catch(() => {
        throw new CloudApiError(action, '连不上', `${host} 没有回答，请检查网络或代理。`)
      })
      const { Response: answer } = (await response.json()) as { Response?: Record<string, unknown> }
      const { Error: failure } = (answer ?? {}) as { Error?: { Code: string; Message: string } }
      if (answer === undefined || failure !== undefined)
        throw new CloudApiError(action, failure?.Code ?? String(response.status), failure?.Message ?? '')
      return answer
    },
  }
}
