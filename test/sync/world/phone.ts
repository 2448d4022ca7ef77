/** A simulated phone: the real entries store on a storage that can go wrong, perhaps open in two tabs. */
import { createSlots } from '../../../src/miniapp/stores/slots'
import { decodeFolder, type Folder } from '../../../src/miniapp/stores/entries-codec'
import { createEntriesStore, type EntriesStore } from '../../../src/miniapp/stores/entries-store'
import type { Chance } from '../../support/chance'
import { createSimStorage, generationOf, type SimStorage } from './storage'

export interface Phone {
  readonly name: string
  storage: SimStorage
  /** One app, or two browser tabs on one storage. */
  tabs: EntriesStore[]
  /** Which of the two accounts is logged in. */
  account: number
  skew: number
  /** Grows with every start of the app: replies to an earlier start reach nobody. */
  start: number
  /** Requests that were refused for their stamps, which were changed since: a late copy of one promises nothing. */
  refused: Set<string>
  /** Changes when what the phone held is gone. */
  life: string
  /** Since the app was started. */
  wiped: boolean
  /** An earlier state of its storage, to be set back to. */
  earlier: ReadonlyMap<string, string> | null
  readonly decoded: Map<string, Decoded>
}

interface Decoded {
  readonly a: string | null
  readonly b: string | null
  readonly folder: Folder | null
}

export const newPhone = (name: string, life: string): Phone => ({
  name,
  storage: createSimStorage(),
  tabs: [],
  account: 0,
  skew: 0,
  start: 0,
  refused: new Set(),
  life,
  wiped: false,
  earlier: null,
  decoded: new Map(),
})

/** Starts another tab of the app on the phone's storage; nobody's entries are open yet. */
export function openTab(phone: Phone, now: () => number, chance: Chance): EntriesStore {
  const clock = { now: () => now() + phone.skew, after: () => () => undefined, random: chance.bytes }
  const store = createEntriesStore({ storage: phone.storage, clock })
  phone.tabs.push(store)
  return store
}

/** What the phone has stored of a merchant; undefined: nothing. Each text is decoded once. */
export function folderOf(phone: Phone, merchant: string): Folder | undefined {
  const name = `kt.${merchant}.entries`
  const a = phone.storage.get(`${name}.a`)
  const b = phone.storage.get(`${name}.b`)
  const known = phone.decoded.get(merchant)
  if (known !== undefined && known.a === a && known.b === b) return known.folder ?? undefined
  const newer = generationOf(a) > generationOf(b) ? a : b
  const text = newer?.slice(newer.indexOf('.', newer.indexOf('.') + 1) + 1)
  const folder = (text === undefined ? null : decodeFolder(text)) ?? readAsApp(phone, name)
  phone.decoded.set(merchant, { a, b, folder })
  return folder ?? undefined
}

/** What is damaged is read as the app would read it; looking on costs the phone none of its writes. */
function readAsApp({ storage }: Phone, name: string): Folder | null {
  const { writesLeft } = storage
  storage.writesLeft = Infinity
  const { value } = createSlots(storage, name).read(decodeFolder)
  storage.writesLeft = writesLeft
  return value
}

/** Whether a tab shows more than could be stored. */
export const hasUnsaved = (phone: Phone): boolean => phone.tabs.some((tab) => tab.getState().storageFull)
