/** The function over wx.cloud: the identity is the call's own context, so there is no token. */
import Taro from '@tarojs/taro'
import type { Backend, Reply, UploadTicket, UploadWatch } from '../../ports/backend'

const noNetwork = { ok: false, error: 'network', message: '现在连不上网，稍后会自动再试。' } as const

const isReply = (value: unknown): value is { ok: boolean } =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean'

export function createCloudBackend(env: string): Backend {
  Taro.cloud.init(env === '' ? {} : { env })
  const call = async <T>(action: string, body: object): Promise<Reply<T>> => {
    try {
      const answer = await Taro.cloud.callFunction({ name: 'companion', data: { action, ...body } })
      const result: unknown = answer.result
      return isReply(result) ? (result as Reply<T>) : noNetwork
    } catch {
      return noNetwork
    }
  }
  const upload = async <T>(ticket: UploadTicket, path: string, watch: UploadWatch): Promise<Reply<T>> => {
    const { cloudPath, photoId } = ticket.fields
    if (cloudPath === undefined || photoId === undefined) return noNetwork
    try {
      await new Promise<void>((resolve, reject) => {
        const task = Taro.cloud.uploadFile({ cloudPath, filePath: path, success: () => resolve(), fail: reject })
        const running = task as unknown as {
          onProgressUpdate?: (on: (e: { progress: number }) => void) => void
          abort?: () => void
        }
        running.onProgressUpdate?.((event) => watch.onProgress?.(event.progress / 100))
        watch.signal?.onAbort(() => running.abort?.())
      })
    } catch {
      return noNetwork
    }
    return call<T>('photo-commit', { photoId })
  }
  return { address: (url) => url, call, upload }
}
