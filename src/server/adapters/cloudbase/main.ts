/**
 * The cloud function's entry. Who calls is read from the call's own context, before anything else
 * happens. An event from the HTTP gateway has no context: it gets the few actions that are open to
 * anyone, and no identity is ever read from it.
 */
import { maxBodyBytes } from '#sync/protocol'
import type { Companion } from '../../core/companion'
import { refuse, statusOf, type Reply } from '../../core/reply'
import { networkOf } from '../network'
import { inRequest, newRequestId } from '../request-id'
import type { CloudSdk } from './sdk'

export interface CloudApi {
  readonly companion: Companion
  readonly health: () => Promise<Reply>
  readonly purge: () => Promise<number>
  /** Rows that reps see, made anew after an update. */
  readonly recount: () => Promise<number>
  /** Sends the reminders that are due. */
  readonly remind: () => Promise<number>
  /** The operator's `rep` command; null: the order is not theirs. */
  readonly operator?: (order: unknown) => Promise<readonly string[] | null>
}
interface GatewayAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Of the gateway. */
const open = ['invite']
/** What WeChat adds to an event; the rest is the body. */
const added = ['action', 'userInfo', 'tcbContext']

export function createCloudMain(cloud: Pick<CloudSdk, 'getWXContext'>, api: CloudApi) {
  return (event: unknown, context?: unknown): Promise<Reply | GatewayAnswer> =>
    inRequest(requestOf(context), () => answer(cloud, api, event))
}

/** The platform's own id of the call, by which its console finds the log. */
function requestOf(context: unknown): string {
  const { request_id: id } = (context ?? {}) as { readonly request_id?: unknown }
  return typeof id === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(id) ? id : newRequestId()
}

async function answer(
  cloud: Pick<CloudSdk, 'getWXContext'>,
  api: CloudApi,
  event: unknown,
): Promise<Reply | GatewayAnswer> {
  const { OPENID, CLIENTIP, CLIENTIPV6 } = cloud.getWXContext()
  const members: Record<string, unknown> = typeof event === 'object' && event !== null ? { ...event } : {}
  if (typeof members.httpMethod === 'string') return gateway(api, members)
  // A timer's event has no caller; a phone that imitates one has.
  if (members.Type === 'Timer' && !OPENID) return timed(api)
  if (members.operator !== undefined && !OPENID) return ordered(api, members.operator)
  const openid = typeof OPENID === 'string' && OPENID !== '' ? OPENID : null
  const body = Object.fromEntries(Object.entries(members).filter(([name]) => !added.includes(name)))
  if (Buffer.byteLength(JSON.stringify(body)) > maxBodyBytes) return refuse('too-large')
  return typeof members.action === 'string'
    ? api.companion({ via: 'cloud', openid, ...networkIn(CLIENTIP, CLIENTIPV6) }, members.action, body)
    : refuse('bad-request')
}

/** Empty where the platform does not say. */
function networkIn(...addresses: readonly unknown[]): { readonly from?: string } {
  const known = addresses.find((address): address is string => typeof address === 'string' && address !== '')
  return known === undefined ? {} : { from: networkOf(known) }
}

async function timed(api: CloudApi): Promise<Reply> {
  const [erased, reminded] = [await api.purge(), await api.remind()]
  return { ok: true, erased, reminded, recounted: await api.recount() }
}

async function ordered({ operator }: CloudApi, order: unknown): Promise<Reply> {
  const lines = (await operator?.(order)) ?? null
  return lines === null ? refuse('bad-request') : { ok: true, lines }
}

async function gateway(api: CloudApi, event: Readonly<Record<string, unknown>>): Promise<GatewayAnswer> {
  const reply = await gatewayReply(api, event)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  }
  return { statusCode: statusOf(reply), headers, body: JSON.stringify(reply) }
}

async function gatewayReply(
  api: CloudApi,
  { httpMethod, path, body, isBase64Encoded }: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const action = typeof path === 'string' ? (path.split('/').at(-1) ?? '') : ''
  if (httpMethod === 'GET' && action === 'healthz') return api.health()
  if (httpMethod !== 'POST' || !open.includes(action)) return refuse('not-found')
  const text =
    typeof body === 'string' ? Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8') : Buffer.alloc(0)
  if (text.length > maxBodyBytes) return refuse('too-large')
  const parsed = parse(text.toString())
  return parsed === undefined ? refuse('bad-request') : api.companion({ via: 'cloud', openid: null }, action, parsed)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
