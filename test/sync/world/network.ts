/**
 * What lies between phones and function: messages that are lost, doubled, kept for days, delivered in any
 * order, cut short, or answered by somebody else. Everything travels as text.
 */
import type { Flight } from '#sync/replica'
import type { EntriesStore } from '../../../src/miniapp/stores/entries-store'
import type { Chance } from '../../support/chance'
import type { Begun } from './function'
import type { Phone } from './phone'

interface Sender {
  readonly phone: Phone
  readonly tab: EntriesStore
  /** The phone's start: a later one does not hear the reply. */
  readonly start: number
  readonly flight: Flight
  /** The request as it was sent. */
  readonly asked: string
}

export type Mail = (
  | { readonly kind: 'request' }
  /** A process of the function has read the document, and is slow. */
  | { readonly kind: 'begun'; readonly begun: Begun }
  | { readonly kind: 'reply'; readonly text: string }
) &
  Sender

const portal = '<!DOCTYPE html><html><head><title>WLAN</title></head><body>请先登录无线网络</body></html>'
const strangers = [
  portal,
  '',
  'null',
  '[]',
  '{"ok":true}',
  '{"ok":true,"ep":7,"ver":"9","patch":{}}',
  '{"ok":false,"error":"internal"}',
  '{"ok":false,"error":"unavailable"}',
  '{"ok":false,"error":"rate-limited","retryAfter":9}',
  '{"ok":false,"error":"clock"}',
]

export class Network {
  private mail: Mail[] = []
  /** Copies that turn up when everything seemed over. */
  attic: Mail[] = []

  /** Shares of messages: lost, delivered twice, replies damaged or answered by somebody else. */
  constructor(
    private readonly chance: Chance,
    private readonly loss: number,
    private readonly repeats: number,
    private readonly noise: number,
  ) {}

  post(mail: Mail): void {
    const { chance } = this
    if (chance.yes(this.loss)) return
    this.mail.push(mail)
    if (chance.yes(this.repeats)) this.mail.push(mail)
    if (this.attic.length < 6 && chance.yes(0.05)) this.attic.push(mail)
  }

  /** The reply as it arrives: most of the time, what was sent. The function may have committed all the same. */
  onTheWay(text: string): string {
    const { chance } = this
    if (!chance.yes(this.noise)) return text
    return chance.yes(0.4) ? text.slice(0, chance.below(text.length)) : chance.pick(strangers)
  }

  /** One of the messages on their way; the order is nobody's. */
  take(): Mail | undefined {
    const at = this.chance.below(Math.max(1, this.mail.length))
    const found = this.mail[at]
    const last = this.mail.pop()
    if (found !== undefined && last !== undefined && found !== last && at < this.mail.length) this.mail[at] = last
    return found
  }

  get empty(): boolean {
    return this.mail.length === 0
  }

  clear(): void {
    this.mail = []
  }
}
