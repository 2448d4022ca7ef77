/** The function over HTTP: POST /api/<action>, JSON both ways, a bearer token. */
import Taro from '@tarojs/taro'
import type { Backend, Reply } from '../ports/backend'

const timeoutMs = 20_000
const uploadTimeoutMs = 60_000

const noNetwork = { ok: false, error: 'network', message: '现在连不上网，稍后会自动再试。' } as const

/** A captive portal answers 200 with HTML: whatever is not our JSON counts as no network. */
function asReply<T>(data: unknown): Reply<T> {
  const body = typeof data === 'string' ? parse(data) : data
  if (typeof body === 'object' && body !== null && typeof (body as { ok?: unknown }).ok === 'boolean')
    return body as Reply<T>
  return noNetwork
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function createHttpBackend(origin: string): Backend {
  const address = (url: string) => (/^https?:/.test(url) ? url : `${origin}${url}`)
  return {
    address,
    async call<T>(action: string, body: object, token: string | null) {
      try {
        const answer = await Taro.request<unknown>({
          url: address(`/api/${action}`),
          method: 'POST',
          data: JSON.stringify(body),
          header: {
            'content-type': 'application/json',
            ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          },
          timeout: action === 'photo-chunk' ? uploadTimeoutMs : timeoutMs,
        })
        return asReply<T>(answer.data)
      } catch {
        return noNetwork
      }
    },
    upload<T>(ticket: Parameters<Backend['upload']>[0], path: string, watch: Parameters<Backend['upload']>[2]) {
      return new Promise<Reply<T>>((resolve) => {
        const task = Taro.uploadFile({
          url: address(ticket.url),
          filePath: path,
          name: 'file',
          formData: { ...ticket.fields },
          timeout: uploadTimeoutMs,
          success: (answer) => resolve(asReply<T>(answer.data)),
          fail: () => resolve(noNetwork),
        })
        task.progress?.((event) => watch.onProgress?.(event.progress / 100))
        watch.signal?.onAbort(() => task.abort())
      })
    },
  }
}
