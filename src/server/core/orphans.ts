/**
 * Files that belong to nobody: of uploads that were never finished, of a process that died between a file and
 * its record, of a deletion that broke off. Swept daily, when they are older than a day.
 */
import type { Core } from './action'
import { everyOf } from './every'
import { newId } from './ids'
import { getMerchant } from './merchants'
import { createNameFilter } from './name-filter'
import { fileKey, removeFiles, variants } from './photo-files'
import { livePhotos, photoIn } from './photo-record'
import { pieceKeys } from './pieces'
import type { MerchantRecord, SceneRecord, TicketRecord } from './records'
import { codeImageKey } from './rep-code-image'
import type { Stock } from './stock'

const dayMs = 86_400_000
/** In one round; the rest is the next one's. */
const most = 10_000
/** More than that, and more than a tenth of everything, is no accident of a day: perhaps the wrong store. */
const plausible = 100

/**
 * Answers how many files were removed. `anyNumber`: even when most of what lies there has no record; otherwise
 * such a finding is logged, and nothing is touched.
 */
export async function sweepOrphans(core: Core, anyNumber = false): Promise<number> {
  await sweepTickets(core)
  const { stock, log } = core.ports
  if (stock === undefined) return 0
  const { orphans, found, files } = await orphansIn(core, stock)
  if (!anyNumber && found > Math.max(plausible, files / 10)) {
    log.error('too many files without a record: is this their database?', null, { files, found })
    return 0
  }
  for (const name of orphans) await stock.discard(name)
  return orphans.length
}

/** Records first, files after: a file that is not old has perhaps no record yet. */
async function orphansIn(core: Core, stock: Stock) {
  const { secrets, clock } = core.ports
  const live = createNameFilter(secrets.sha256, newId(secrets))
  for await (const key of liveKeys(core)) live.add(stock.nameOf(key))
  const orphans: string[] = []
  let [files, found] = [0, 0]
  for await (const { name, modified } of stock.list()) {
    files++
    if (clock.now() - modified < dayMs || live.has(name)) continue
    found++
    if (orphans.length < most) orphans.push(name)
  }
  return { orphans, found, files }
}

/** Whatever else is to be kept among the files has to be named here. */
async function* liveKeys(core: Core): AsyncGenerator<string> {
  const { ports } = core
  yield* pieceKeys(core)
  for await (const { id, value } of everyOf<SceneRecord>(ports.store, 'scenes'))
    if (value.revoked === null) yield codeImageKey(core, id)
  for await (const { id, value } of everyOf<MerchantRecord>(ports.store, 'merchants')) {
    for (const { photoId, photo } of livePhotos(value.doc)) {
      for (const variant of variants) yield fileKey(ports, { merchant: id, photoId, sha256: photo.sha256 }, variant)
    }
  }
}

/**
 * Where phones use the inbox, a ticket stays until its photo is recorded: one that is long over says what may
 * lie there, in the inbox and in its place, without anything being listed (CloudBase has nothing to list by).
 */
async function sweepTickets({ ports }: Core): Promise<void> {
  for await (const { id, value } of everyOf<TicketRecord>(ports.store, 'tickets')) {
    if (ports.clock.now() - value.expires < dayMs) continue
    const { merchant, sha256, path } = value
    const photoId = id.slice(merchant.length + 1)
    await ports.inbox?.remove(path)
    const record = await getMerchant(ports, merchant)
    const photo = record === null ? null : photoIn(record.doc, photoId)
    const recorded = photo !== null && photo !== 'deleted' && photo.sha256 === sha256
    if (!recorded) await removeFiles(ports, { merchant, photoId, sha256 })
    await ports.store.remove('tickets', id)
  }
}
