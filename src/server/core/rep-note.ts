/**
 * rep-note {id, text} → {note: {text, at} or null}: the rep's own words about a merchant, at most 500 characters;
 * an empty text takes the note away. No other rep sees it. It is kept about the merchant, so that it is in what they
 * export (the page says so), and goes with them: when they leave, withdraw, or are erased.
 */
import { noteId } from './notes'
import type { NoteRecord } from './records'
import { refuse, type Reply } from './reply'
import { repAction, sharedMerchant } from './rep-role'
import { noteBody } from './rep-schemas'

export const repNote = repAction(
  'rep-note',
  noteBody,
  async (core, role, { id, text }): Promise<Reply> => {
    const { store, clock } = core.ports
    if ((await sharedMerchant(core, role.id, id)) === null) return refuse('not-found')
    if (text === '') {
      await store.remove('notes', noteId(role.id, id))
      return { ok: true, note: null }
    }
    const note: NoteRecord = { rep: role.id, merchant: id, text, at: clock.now() }
    const before = await store.get<NoteRecord>('notes', noteId(role.id, id))
    if (!(await store.put<NoteRecord>('notes', noteId(role.id, id), note, before?.version ?? 0)))
      return refuse('conflict', { message: '另一部手机刚改过这条备注，请看一眼再改。' })
    // Withdrawn in the very meantime: nothing of it may stay.
    if ((await sharedMerchant(core, role.id, id)) !== null) return { ok: true, note: { text, at: note.at } }
    await store.remove('notes', noteId(role.id, id))
    return refuse('not-found')
  },
  ({ id }) => ({ merchant: id }),
)
