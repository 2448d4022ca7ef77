/** Permission to upload one photo: signed where phones upload to the function, kept where they use the inbox. */
import { z } from 'zod'
import type { Core } from './action'
import { newId } from './ids'
import type { TicketRecord } from './records'
import { refuse, type Reply } from './reply'
import { ticketMs } from './settings'
import { seal, unseal } from './signed'
import { acceptUpload, type Announced } from './uploads'

/** Where the HTTP adapter takes uploads. */
export const uploadPath = '/upload'

const ticketSchema = z.object({
  merchant: z.string(),
  photoId: z.string(),
  slot: z.string(),
  sha256: z.string(),
  expires: z.number(),
})

export interface IssuedTicket {
  /** Empty where the phone puts the file into the cloud's storage at `fields.cloudPath`. */
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
  /** ms */
  readonly expires: number
}

export async function issueTicket({ ports }: Core, announced: Announced): Promise<IssuedTicket> {
  const { merchant, photoId, slot, sha256 } = announced
  const expires = ports.clock.now() + ticketMs
  if (ports.inbox === null) {
    const ticket = seal(ports.secrets, 'ticket', { merchant, photoId, slot, sha256, expires })
    return { url: `${uploadPath}?ticket=${ticket}`, fields: {}, expires }
  }
  const path = ports.inbox.path(newId(ports.secrets))
  const id = ticketId(merchant, photoId)
  const stored = await ports.store.get<TicketRecord>('tickets', id)
  if (stored !== null) await ports.inbox.remove(stored.value.path)
  await ports.store.put<TicketRecord>('tickets', id, { merchant, slot, sha256, path, expires }, stored?.version ?? 0)
  return { url: '', fields: { cloudPath: path, photoId }, expires }
}

const ticketId = (merchant: string, photoId: string) => `${merchant}.${photoId}`

/** An upload that came with its ticket. `read` is asked for the bytes only when the ticket is good. */
export async function redeemTicket(
  core: Core,
  ticket: string,
  read: () => Promise<Uint8Array | Reply>,
): Promise<Reply> {
  const { secrets, clock } = core.ports
  const announced = unseal(secrets, 'ticket', ticket, ticketSchema)
  if (announced === null || announced.expires < clock.now()) {
    return refuse('forbidden', { need: 'ticket', message: '上传凭证已经失效，正在重新上传。' })
  }
  const bytes = await read()
  return bytes instanceof Uint8Array ? acceptUpload(core, announced, bytes) : bytes
}

/** The file that the phone put into the inbox. null: nothing was announced. */
export async function collectTicket(core: Core, merchant: string, photoId: string): Promise<Reply | null> {
  const { store, inbox, clock } = core.ports
  const id = ticketId(merchant, photoId)
  const ticket = inbox === null ? null : await store.get<TicketRecord>('tickets', id)
  if (inbox === null || ticket === null || ticket.value.expires < clock.now()) return null
  const { slot, sha256, path } = ticket.value
  const taken = await inbox.take(path, core.settings.limits.uploadBytes)
  if (!taken.ok && taken.error === 'not-found') return null
  const reply = taken.ok
    ? await acceptUpload(core, { merchant, photoId, slot, sha256 }, taken.bytes)
    : refuse(taken.error)
  // Too many at once: the file may stay, the phone will ask again.
  if (!reply.ok && reply.error === 'rate-limited') return reply
  await inbox.remove(path)
  await store.remove('tickets', id)
  return reply
}

/** Everything announced and not collected. */
export async function dropTickets({ ports }: Core, merchant: string): Promise<void> {
  const tickets = await ports.store.list<TicketRecord>('tickets', {
    where: { field: 'merchant', equals: merchant },
    limit: 500,
  })
  for (const { id, value } of tickets) {
    await ports.inbox?.remove(value.path)
    await ports.store.remove('tickets', id)
  }
}
