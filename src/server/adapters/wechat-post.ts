/** One POST to WeChat, of JSON or of a form with a file. Addresses hold secrets, so no error of the network is passed on. */
export type Posted =
  | { readonly kind: 'json'; readonly json: Readonly<Record<string, unknown>> }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** It was never sent: no such address, nobody listens. */
  | { readonly kind: 'unreachable' }
  /** It may have arrived: no answer in time, or one that cannot be read. */
  | { readonly kind: 'unknown' }

const timeoutMs = 8000
const neverSent: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']

export async function post(url: string, body: object | FormData): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      // A form says its own type, with the boundary in it.
      ...(body instanceof FormData
        ? { body }
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (response.headers.get('content-type')?.startsWith('image/') === true) return { kind: 'bytes', bytes }
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof json === 'object' && json !== null ? { kind: 'json', json: { ...json } } : { kind: 'unknown' }
  } catch (error) {
    const { cause } = error as { readonly cause?: { readonly code?: unknown } }
    return { kind: neverSent.includes(cause?.code) ? 'unreachable' : 'unknown' }
  }
}
