/** The rules of the protocol, each with the change that takes it out and with what finds out. */
import type { Control } from './control'
import { receiveControls } from './controls-receive'

const reduce = 'src/sync/reduce.ts'
const replica = 'src/sync/replica.ts'
const slots = 'src/miniapp/stores/slots.ts'
const keeper = 'src/miniapp/stores/folder-keeper.ts'
const store = 'src/miniapp/stores/entries-store.ts'

export const controls: readonly Control[] = [
  ...receiveControls,
  {
    rule: 'the function joins, it does not overwrite',
    file: reduce,
    from: 'else if (beats({ v, s }, current)) {',
    to: 'else {',
    found: 100,
  },
  {
    rule: 'a changed document gets the next version',
    file: reduce,
    from: 'changed ? { ...doc, ver, entries',
    to: 'changed ? { ...doc, entries',
    found: 1,
  },
  {
    rule: 'a change notes the version it was made in',
    file: reduce,
    from: 'entries.set(k, { k, v, s, n: ver })',
    to: 'entries.set(k, { k, v, s, n: current?.n ?? ver })',
    found: 'sync/reduce',
    covered: 'the digest: the delta that lacks it is followed by the whole view',
  },
  {
    rule: 'a stamp from the future is refused',
    file: reduce,
    from: 'isStamp(s) && isFuture(s, now)',
    to: 'false',
    found: 6,
  },
  {
    rule: 'an unknown epoch gets the whole view',
    file: reduce,
    from: 'request.ep !== next.ep || ',
    to: '',
    found: 'sync/reduce',
    covered: 'the digest',
  },
  {
    rule: 'a base beyond the version gets the whole view',
    file: reduce,
    from: 'request.base > next.ver || ',
    to: '',
    found: 'sync/reduce',
    covered: 'the digest',
  },
  {
    rule: 'the whole view is given when it is asked for',
    file: reduce,
    from: ' || request.full === true',
    to: '',
    found: 12,
  },
  {
    rule: 'keys the function does not know are refused',
    file: 'src/sync/keys.ts',
    from: "if (rule === undefined) return 'key'",
    to: 'if (rule === undefined) return null',
    found: 'sync/reduce',
    covered:
      'an unknown entry that is stored harms nobody: the others keep it as it is; reduce.test.ts “single bad ops”',
  },
  {
    rule: 'photos whose tombstone is gone stay gone',
    file: reduce,
    from: "return 'gone'",
    to: 'return null',
    found: 28,
  },
  {
    rule: 'an app that is too old may not push',
    file: reduce,
    from: 'if (ops.length > 0 && request.schema < minSchema)',
    to: 'if (request.schema < 0)',
    found: 'sync/reduce',
    covered: 'the phone holds its ops back by itself once it has heard; reduce.test.ts “may not push”',
  },
  {
    rule: 'an edit is greater than what it replaces',
    file: replica,
    from: 'laterOf(replica.last, current?.s ?? noStamp)',
    to: 'replica.last',
    found: 'sync/replica',
  },
  {
    rule: 'an edit is stamped in the function’s time',
    file: replica,
    from: 'now + replica.offset, replica.dev',
    to: 'now, replica.dev',
    found: 'sync/replica',
    covered: 'the clock refusal puts a fast phone right, a slow one only loses more often; replica.test.ts',
  },
  {
    rule: 'an edit is later than the last one',
    file: replica,
    from: 'laterOf(replica.last, current?.s ?? noStamp)',
    to: 'current?.s ?? noStamp',
    found: 'sync/replica',
    covered: 'per key the floor is the entry itself; the last stamp keeps the order between keys only',
  },
  {
    rule: 'equal stamps are decided by the value',
    file: 'src/sync/merge.ts',
    from: 'return entry.s === other.s && canonical(entry.v) > canonical(other.v)',
    to: 'return false',
    found: 'sync/merge',
    covered: 'cloned phones seldom write in the same millisecond',
  },
  {
    rule: 'storage is written to two slots in turn',
    file: slots,
    from: 'keys[written % 2] ?? keys[0]',
    to: 'keys[0]',
    found: 'stores/slots',
  },
  {
    rule: 'the newest whole slot is read',
    file: slots,
    from: '.sort((a, b) => b.generation - a.generation)',
    to: '',
    found: 10,
  },
  {
    rule: 'a slot with a wrong checksum is not read',
    file: slots,
    from: 'const whole = String(cyrb53(`${generation}.${text}`)) === sum',
    to: 'const whole = true',
    found: 'stores/slots',
  },
  {
    rule: 'the draft is cleared only when the folder was kept',
    file: keeper,
    from: 'if (unsaved) return false',
    to: 'if (unsaved && !draftMoved) return false',
    found: 'stores/entries-store',
    covered:
      'a draft has no promise yet; entries-store.test.ts “survives a kill before the merchant’s folder was written”',
  },
  {
    rule: 'what another tab wrote is read before changing anything',
    file: keeper,
    from: 'slots.overtaken() ? slots.read(decodeFolder).value : null',
    to: 'null',
    found: 4,
  },
  {
    rule: 'what another tab was told is known here too',
    file: keeper,
    from: 'const base = join(a.base, b.base)',
    to: 'const base = a.base',
    found: 'sync/tabs',
  },
  {
    rule: 'what one tab stamped anew is not overtaken by the other’s old stamp',
    file: keeper,
    from: '!(known(key) && isFuture(s, told.seen))',
    to: 'known(key) || isFuture(s, 0)',
    found: 'sync/tabs',
  },
  {
    rule: 'storage is per merchant',
    file: keeper,
    from: 'slotsOf = (name: string): Slots => createSlots(storage, `kt.${name}.entries`)',
    to: 'slotsOf = (name: string): Slots => createSlots(storage, name === draftName ? `kt.guest.entries` : `kt.m0x0.entries`)',
    found: 1,
  },
  {
    rule: 'a reply to another merchant’s request is nobody’s',
    file: store,
    from: 'if (flight.request.doc !== merchant()) return',
    to: '',
    found: 8,
  },
]
