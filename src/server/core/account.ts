/** export-me and erase-me, and the erasing that retention.ts does by itself. */
import { stampMs } from '#sync/stamp'
import { action, type Core } from './action'
import { dropDesks, openDesksOf } from './desks'
import { getMerchant } from './merchants'
import { removeFiles } from './photo-files'
import { dropPieces } from './pieces'
import { linkTo } from './photo-link'
import { livePhotos, photoReply } from './photo-record'
import type { Collection } from './collections'
import type { ErasedBy, ErasedRecord, MerchantRecord, RepRecord, TokenRecord } from './records'
import { dropNotes, notesAbout, notesOfRep } from './notes'
import { progressRow } from './progress-row'
import { itemOf } from './rep-merchants'
import { dropReminders, remindersOf } from './reminders'
import { codesOf } from './rep-codes'
import { refuse } from './reply'
import { publicRep, repOfMerchant } from './reps'
import { nothing } from './schemas'
import { dropTickets } from './tickets'
import { update } from './update'

const page = 200

export const exportMe = action(nothing, async (core, session) => {
  const { ports } = core
  const merchant = await getMerchant(ports, session.merchant)
  if (merchant === null) return refuse('unauthenticated')
  const sessions = await ofMerchant<TokenRecord>(core, 'tokens', session.merchant)
  const photos = livePhotos(merchant.doc).map(async ({ photoId, photo }) => ({
    ...photoReply(photoId, photo),
    ...(await linkTo(core, session, photoId, 'full')),
  }))
  const data = {
    merchant: { id: session.merchant, created: merchant.created, active: merchant.active },
    entries: merchant.doc.entries.map(({ k, v, s }) => ({ key: k, value: v, changed: stampMs(s) })),
    consents: merchant.consents,
    consentHistory: merchant.consentLog,
    invitedBy: await publicRep(ports, merchant.rep),
    joined: merchant.joined,
    ...(await withRep(core, session.merchant, merchant)),
    reminders: (await remindersOf(ports.store, session.merchant)).map(({ id, value }) => ({
      clock: value.clock,
      at: Number(id.slice(0, 13)),
    })),
    computers: (await openDesksOf(ports, session.merchant)).map(({ value: { browser, expires } }) => ({
      browser,
      expires,
    })),
    logins: sessions.map(({ value }) => ({ created: value.created, used: value.used })),
    photos: await Promise.all(photos),
  }
  return { ok: true, data }
})

/** What the merchant's rep sees and noted; and where the caller is a rep, what they made and wrote themselves. */
async function withRep(core: Core, id: string, merchant: MerchantRecord) {
  const { ports } = core
  const row = progressRow(merchant)
  const role = await repOfMerchant(ports, id)
  const written = role === null ? [] : await notesOfRep(ports, role.id)
  return {
    seenByRep: row === null ? null : itemOf(id, row, ports.clock.now()),
    notesAboutMe: (await notesAbout(ports, id)).map(({ text, at }) => ({ text, at })),
    rep: role,
    ...(role !== null && {
      codes: await codesOf(core, role.id),
      notes: written.map(({ merchant: about, text, at }) => ({ merchant: about, text, at })),
    }),
  }
}

/**
 * Files first, the token last: when something fails on the way, the merchant can ask again. The note in
 * `erased` holds nothing but the id; a restored backup is cleaned by it.
 */
export const eraseMe = action(nothing, async (core, session) => {
  const merchant = await getMerchant(core.ports, session.merchant)
  await eraseMerchant(core, session.merchant, merchant, 'merchant')
  return { ok: true }
})

/** Everything about a merchant. `merchant` null: the document has gone before, the logins are left. */
export async function eraseMerchant(
  core: Core,
  id: string,
  merchant: MerchantRecord | null,
  by: ErasedBy,
): Promise<void> {
  const { store, files, log } = core.ports
  // First of all: whatever fails after this, no copy of a photograph can be opened any more.
  await files.forget?.(id)
  if (merchant !== null) await eraseKept(core, id, merchant, by)
  for (const token of await ofMerchant<TokenRecord>(core, 'tokens', id)) await store.remove('tokens', token.id)
  log.info('merchant erased', { merchant: id })
}

async function eraseKept(core: Core, id: string, merchant: MerchantRecord, by: ErasedBy): Promise<void> {
  const { store, clock } = core.ports
  for (const { photoId, photo } of livePhotos(merchant.doc))
    await removeFiles(core.ports, { merchant: id, photoId, sha256: photo.sha256 })
  await dropTickets(core, id)
  await dropPieces(core, id)
  await dropReminders(store, id)
  await dropNotes(core.ports, await notesAbout(core.ports, id))
  await dropDesks(store, id)
  for (const role of await ofMerchant<RepRecord>(core, 'reps', id)) {
    await dropNotes(core.ports, await notesOfRep(core.ports, role.id))
    await update<RepRecord, true>(store, 'reps', role.id, (rep) => ({ put: { ...rep, merchant: null }, result: true }))
  }
  await store.put<ErasedRecord>('erased', id, { at: clock.now(), by }, 0)
  await store.remove('merchants', id)
  await store.remove('identities', merchant.identity)
}

/** All of them: a merchant has few. */
async function ofMerchant<T>({ ports }: Core, collection: Collection, merchant: string) {
  const found: { readonly id: string; readonly value: T }[] = []
  for (;;) {
    const after = found.at(-1)?.id
    const where = { field: 'merchant', equals: merchant }
    const next = await ports.store.list<T>(collection, { where, limit: page, ...(after !== undefined && { after }) })
    found.push(...next)
    if (next.length < page) return found
  }
}
