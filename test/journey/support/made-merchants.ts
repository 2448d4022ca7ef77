/** Merchants who have come some way, made by talking to the function as their phones would. */
import { randomBytes } from 'node:crypto'
import { content } from '#domain/content/content'
import type { Answers } from '#domain/content/types'
import { keyOf, type Value } from '#domain/entries'
import { plan } from '#domain/route'
import { protocolVersion, schema, type Op } from '#sync/protocol'
import { nextStamp } from '#sync/stamp'

export interface Made {
  readonly shop?: string
  readonly answers: Answers
  /** How many steps of the route are ticked. */
  readonly steps: number
  /** Days ago that everything was entered. */
  readonly ago: number
}

/** Of two who differ most: with a service account of their own, and with the mini-program alone. */
export const answersOf = {
  both: { subject: 'company', 'service-account': 'none', 'wants-service-account': 'yes', industry: 'snacks' },
  alone: { subject: 'sole-trader', 'service-account': 'none', 'wants-service-account': 'no', industry: 'snacks' },
} as const satisfies Record<string, Answers>

const dayMs = 86_400_000

type Body = Readonly<Record<string, unknown>>

/** One action of the function; its reply as JSON. */
export type Ask = (action: string, body: Body, token: string | null) => Promise<unknown>

export const overHttp =
  (url: string): Ask =>
  async (action, body, token) => {
    const answer = await fetch(`${url}/api/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
    return answer.json()
  }

/** Throws what the function refuses. */
async function done(ask: Ask, action: string, body: Body, token: string | null): Promise<Body> {
  const reply = (await ask(action, body, token)) as Body
  if (reply.ok !== true) throw new Error(`${action}: ${JSON.stringify(reply)}`)
  return reply
}

function entriesOf({ shop, answers, steps }: Made, at: number): readonly (readonly [string, Value])[] {
  const answered = content.questions.flatMap(({ id }) => {
    const option = answers[id]
    return option === undefined ? [] : [[keyOf.answer(id), option] as const]
  })
  const places = plan(content, answers).guides.flatMap((guide) => guide.steps.map((step) => ({ guide, step })))
  const ticked = places
    .slice(0, steps)
    .flatMap(({ guide, step }) =>
      [...(step.parts ?? []), step].map(({ id }) => [keyOf.ticked(guide.id, id), at] as const),
    )
  return [...answered, ...(shop === undefined ? [] : [[keyOf.text('shop', 'name'), shop] as const]), ...ticked]
}

const newGuest = (): Body => ({ provider: 'guest', key: randomBytes(32).toString('hex') })

/** Joins by this code, shares the progress, and is as far as `made` says. */
export async function makeMerchant(ask: Ask, scene: string, made: Made, who: Body = newGuest()): Promise<void> {
  const { token, merchant } = await done(ask, 'login', who, null)
  const as = (action: string, body: Body) => done(ask, action, body, String(token))
  for (const kind of ['service', 'share-progress']) await as('consent', { kind, granted: true, version: 'test' })
  await as('join', { scene })
  const at = Date.now() - made.ago * dayMs
  let stamp = ''
  const ops = entriesOf(made, at).map(([k, v]): Op => {
    stamp = nextStamp(stamp, at, 'madebytest')
    return { k, v, s: stamp }
  })
  const { id } = merchant as { readonly id: string }
  await as('sync', { p: protocolVersion, schema, doc: id, dev: 'madebytest', ep: null, base: 0, ops })
}
