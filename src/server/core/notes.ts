/** What reps noted about merchants. */
import type { Ports } from './ports'
import type { NoteRecord } from './records'

const page = 200
type Notes = Pick<Ports, 'store'>

export const noteId = (rep: string, merchant: string) => `${rep}.${merchant}`

export async function noteOf({ store }: Notes, rep: string, merchant: string): Promise<NoteRecord | null> {
  return (await store.get<NoteRecord>('notes', noteId(rep, merchant)))?.value ?? null
}

export const notesAbout = ({ store }: Notes, merchant: string) => notesBy({ store }, 'merchant', merchant)
export const notesOfRep = ({ store }: Notes, rep: string) => notesBy({ store }, 'rep', rep)

async function notesBy({ store }: Notes, field: 'rep' | 'merchant', equals: string): Promise<readonly NoteRecord[]> {
  const found: NoteRecord[] = []
  for (let after: string | undefined; ;) {
    const where = { field, equals }
    const next = await store.list<NoteRecord>('notes', { where, limit: page, ...(after !== undefined && { after }) })
    found.push(...next.map(({ value }) => value))
    if (next.length < page) return found
    after = next.at(-1)?.id
  }
}

export async function dropNotes({ store }: Notes, notes: readonly NoteRecord[]): Promise<void> {
  for (const { rep, merchant } of notes) await store.remove('notes', noteId(rep, merchant))
}
