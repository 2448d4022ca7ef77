/** A fake of wx's network and cloud: every call ends at the test's own server, or fails as without network. */
import type { Phone, PhoneFile } from '../phone'
import { type Answer, type Callbacks, Refused } from './answer'

export interface Upload {
  /** Where it goes: an address, or a path in the cloud's storage. */
  readonly to: string
  readonly fields: Readonly<Record<string, string>>
  readonly file: PhoneFile
}

/** Undefined: nobody answers. `call` is one action of the function, over HTTP and over wx.cloud alike. */
export interface Server {
  call?(action: string, body: Readonly<Record<string, unknown>>, token: string | null): unknown
  upload?(upload: Upload): unknown
}

interface Request extends Callbacks {
  readonly url: string
  readonly data?: string
  readonly header?: Readonly<Record<string, string>>
}

interface FileUpload extends Callbacks {
  readonly url?: string
  readonly cloudPath?: string
  readonly filePath: string
  readonly formData?: Readonly<Record<string, string>>
}

const noNetwork = () => new Refused('timeout')

export function networkApis(phone: Phone, answer: Answer, server: Server, login: string) {
  const listeners = new Set<(state: { readonly isConnected: boolean; readonly networkType: string }) => void>()
  const state = () => ({ isConnected: phone.online, networkType: phone.online ? 'wifi' : 'none' })

  const call = async (action: string, body: Readonly<Record<string, unknown>>, token: string | null) => {
    const reply = phone.online ? await server.call?.(action, body, token) : undefined
    if (reply === undefined) throw noNetwork()
    return reply
  }
  const upload = (name: string, options: FileUpload) => {
    const heard: ((event: { readonly progress: number }) => void)[] = []
    let aborted = false
    void answer(name, options, async () => {
      const file = phone.files.get(options.filePath)
      if (file === undefined) throw new Refused('file not found')
      heard.forEach((listener) => listener({ progress: 50 }))
      const to = options.cloudPath ?? options.url ?? ''
      const reply = phone.online ? await server.upload?.({ to, fields: options.formData ?? {}, file }) : undefined
      if (aborted) throw new Refused('abort')
      if (reply === undefined) throw noNetwork()
      return options.cloudPath === undefined
        ? { statusCode: 200, data: JSON.stringify(reply) }
        : { statusCode: 204, fileID: `cloud://${to}` }
    })
    return {
      onProgressUpdate: (listener: (event: { readonly progress: number }) => void) => void heard.push(listener),
      abort() {
        aborted = true
      },
    }
  }
  const apis = {
    request: (options: Request) =>
      answer('request', options, async () => {
        const action = /\/api\/([^/?]+)$/.exec(options.url)?.[1] ?? options.url
        const token = /^Bearer (.+)$/.exec(options.header?.authorization ?? '')?.[1] ?? null
        const body = JSON.parse(options.data ?? '{}') as Record<string, unknown>
        return { statusCode: 200, header: {}, data: await call(action, body, token) }
      }),
    uploadFile: (options: FileUpload) => upload('uploadFile', options),
    login: (options?: Callbacks) =>
      answer('login', options, () => {
        if (!phone.online) throw noNetwork()
        return { code: login }
      }),
    checkSession: (options?: Callbacks) => answer('checkSession', options, () => undefined),
    getNetworkType: (options?: Callbacks) =>
      answer('getNetworkType', options, () => ({ networkType: state().networkType })),
    onNetworkStatusChange: (listener: (reply: ReturnType<typeof state>) => void) => void listeners.add(listener),
    offNetworkStatusChange: (listener: (reply: ReturnType<typeof state>) => void) => void listeners.delete(listener),
    cloud: {
      init: () => undefined,
      callFunction: (options: { readonly data?: { readonly action: string } } & Callbacks) =>
        answer('cloud.callFunction', options, async () => {
          const { action, ...body } = options.data ?? { action: '' }
          return { result: await call(action, body, null) }
        }),
      uploadFile: (options: FileUpload) => upload('cloud.uploadFile', options),
    },
  }
  return { apis, networkChanged: () => listeners.forEach((listener) => listener(state())) }
}
