/** The simulated function: real documents and the real reducer, two processes with clocks of their own, backups. */
import type { Value } from '#domain/entries'
import { compact, emptyDoc, inEpoch, inKeyOrder, putOwn, type Doc } from '#sync/doc'
import { isPhotoKey } from '#sync/keys'
import type { SyncRefusal, SyncReply, SyncRequest } from '#sync/protocol'
import { reduce } from '#sync/reduce'
import { isFuture } from '#sync/stamp'
import type { Chance } from '../../support/chance'

export type Answer = SyncReply | SyncRefusal | { readonly ok: false; readonly error: string }

/** A request that one process has read the document for and not committed yet. */
export interface Begun {
  readonly request: SyncRequest
  readonly read: Doc
  readonly now: number
}

export class SimFunction {
  readonly docs = new Map<string, Doc>()
  private readonly accounts = [0, 0]
  private epochs = 0
  private ep = 'e0'
  private backups: ReadonlyMap<string, Doc>[] = []
  minSchema = 1
  /** ms; what each process's clock is off by. */
  readonly skews = [0, 0]
  /** Tombstones of photos from before this were dropped, perhaps in a document that was restored over. */
  readonly gcBefore = new Map<string, number>()

  constructor(private readonly time: () => number) {
    this.backups.push(new Map())
  }

  /** The merchant of an account, made at the first login and after being erased. */
  login(account: number): string {
    const id = `m${account}x${this.accounts[account] ?? 0}`
    if (!this.docs.has(id)) this.docs.set(id, emptyDoc(this.ep))
    return id
  }

  begin(request: SyncRequest, process: number): Begun | null {
    const read = this.docs.get(request.doc)
    return read === undefined ? null : { request, read, now: this.time() + (this.skews[process] ?? 0) }
  }

  /** Compare-and-swap as core/update.ts does it: decided anew when the document is another by now. */
  commit({ request, read, now }: Begun): Answer {
    const current = this.docs.get(request.doc)
    if (current === undefined) return { ok: false, error: 'unauthenticated' }
    const base = current === read ? read : current
    const { doc, reply } = reduce(compact(base, now), request, now, this.minSchema)
    if (doc.ver < current.ver) throw new Error('the version fell')
    const written = doc.entries.filter(({ n }) => n > current.ver)
    if (written.some(({ s }) => isFuture(s, now))) throw new Error('a stamp from the future was stored')
    this.put(request.doc, doc)
    return reply
  }

  private put(merchant: string, doc: Doc): void {
    this.docs.set(merchant, doc)
    this.gcBefore.set(merchant, Math.max(this.gcBefore.get(merchant) ?? 0, doc.gcBefore))
  }

  /** Something the function writes itself: a verdict on a photo, perhaps before the photo's own entry came. */
  writeVerdict(merchant: string, photoIds: readonly string[], chance: Chance): void {
    const doc = this.docs.get(merchant)
    if (doc === undefined || photoIds.length === 0) return
    const value = chance.yes(0.8) ? { state: 'ok', w: chance.below(9) } : null
    this.put(merchant, putOwn(doc, `v.photo.${chance.pick(photoIds)}`, value, this.time()))
  }

  /** A newer app of the same merchant keeps something this one does not know. */
  writeStrange(merchant: string, value: Value): void {
    const doc = this.docs.get(merchant)
    if (doc !== undefined) this.put(merchant, putOwn(doc, 'z.newer.thing', value, this.time()))
  }

  /** Fills the merchant's document with photos up to two below the cap. */
  crowd(merchant: string): void {
    const doc = this.docs.get(merchant) ?? emptyDoc(this.ep)
    const ms = String(this.time() - 1).padStart(13, '0')
    const photos = Array.from({ length: 58 }, (_, i) => ({
      k: `p.avatar.Crowd${String(i).padStart(15, '0')}`,
      v: { sha256: 'cd'.repeat(32), w: 1, h: 1 },
      s: `${ms}-0000-otherphone`,
      n: 1,
    }))
    this.docs.set(merchant, { ...doc, ver: 1, entries: inKeyOrder(photos) })
  }

  backUp(): void {
    this.backups.push(new Map(this.docs))
  }

  /** `silent`: the operator forgot the new epoch; the digest must find out. Erased merchants stay erased. */
  restore(chance: Chance, silent: boolean): void {
    const backup = chance.pick(this.backups)
    if (!silent) this.ep = `e${++this.epochs}`
    for (const merchant of this.docs.keys()) {
      const doc = backup.get(merchant) ?? emptyDoc(this.ep)
      this.docs.set(merchant, inEpoch(doc, this.ep))
    }
  }

  /** The merchant erases everything, from another phone. */
  erase(account: number): string {
    const id = this.login(account)
    this.docs.delete(id)
    this.accounts[account] = (this.accounts[account] ?? 0) + 1
    return id
  }

  livePhotos(merchant: string): readonly string[] {
    const entries = this.docs.get(merchant)?.entries ?? []
    return entries.filter(({ k, v }) => isPhotoKey(k) && v !== null).map(({ k }) => k.split('.')[2] ?? '')
  }
}
