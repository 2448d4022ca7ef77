/**
 * The list of a rep's merchants: fetched page by page, asked anew for every filter, order and search, and
 * without a network answered from this phone's copy. A reply that was overtaken by another question is dropped.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Clock } from '../../ports/clock'
import type { Storage } from '../../ports/storage'
import type { Readable } from '../readable'
import type { Reply } from '../../ports/backend'
import { askCopy, keepCopy, readCopy } from './list-copy'
import { nothingYet, type ListState } from './list-state'
import type { MerchantPage } from './merchant-row'
import { usual, type Question } from './question'

export interface ListPorts {
  readonly clock: Clock
  readonly storage: Storage
  /** The rep whose list it is. */
  readonly rep: () => string
  readonly ask: (question: Question, cursor: string | null) => Promise<Reply<MerchantPage>>
}

export interface MerchantList extends Readable<ListState> {
  /** As refresh, of everybody: whatever was filtered or searched for before. */
  open(): Promise<void>
  /** Shows what is known, and fetches the first page. */
  refresh(): Promise<void>
  change(question: Partial<Question>): void
  /** The next page, when there is one and none is on its way. */
  more(): Promise<void>
}

/** ms after the last letter. */
const typingMs = 300

type Cell = StoreApi<ListState>

/** This phone's copy answers what the function has not answered. `problem` null: it may still answer. */
function showCopy({ storage, rep, clock }: ListPorts, { getState, setState }: Cell, problem: string | null): void {
  const copy = readCopy(storage, rep())
  const { question, copied, rows } = getState()
  // What the function answered to this very question is better than any copy.
  if (copied === null && rows.length > 0 && problem !== null) return setState({ busy: null, problem })
  const busy = problem === null ? 'first' : null
  if (copy === null) return setState({ busy, problem })
  const found = askCopy(copy, question, clock.now())
  setState({ rows: found, counts: copy.counts, total: null, more: false, copied: copy.at, busy, problem })
}

/** A page of the function's answer, behind `before`. */
function showPage(ports: ListPorts, { getState, setState }: Cell, page: MerchantPage, before: ListState['rows']): void {
  const known = new Set(before.map(({ id }) => id))
  const rows = [...before, ...page.rows.filter(({ id }) => !known.has(id))]
  const { question, counts: last } = getState()
  const counts = page.counts ?? last
  setState({ rows, counts, total: page.total, more: page.next !== null, busy: null, problem: null, copied: null })
  if (question.filter === usual.filter && question.sort === usual.sort && question.search === '')
    keepCopy(ports.storage, { rep: ports.rep(), at: ports.clock.now(), rows, counts })
}

/** The function's answers, page by page. */
function createPages(ports: ListPorts, store: Cell) {
  const { getState, setState } = store
  let asked = 0
  let next: string | null = null

  /** An answer that another question has overtaken is dropped. */
  async function ask(cursor: string | null, before: ListState['rows']): Promise<void> {
    const turn = (asked += 1)
    const reply = await ports.ask(getState().question, cursor)
    if (turn !== asked) return
    if (!reply.ok)
      return cursor === null ? showCopy(ports, store, reply.message) : setState({ busy: null, problem: reply.message })
    next = reply.next
    showPage(ports, store, reply, before)
  }
  return {
    first: () => ask(null, []),
    async more() {
      const { rows, busy } = getState()
      if (next === null || busy !== null) return
      setState({ busy: 'more', problem: null })
      await ask(next, rows)
    },
    /** What is on its way answers another question. */
    overtake: () => void (asked += 1),
  }
}

export function createMerchantList(ports: ListPorts): MerchantList {
  const store = createStore<ListState>(() => nothingYet)
  const { getState, setState } = store
  const pages = createPages(ports, store)
  let stopWaiting = (): void => undefined
  async function refresh(): Promise<void> {
    stopWaiting()
    setState({ busy: 'first' })
    await pages.first()
  }
  async function fresh(): Promise<void> {
    if (getState().rows.length === 0) showCopy(ports, store, null)
    await refresh()
  }

  return {
    getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    async open() {
      if (getState().question !== usual) setState(nothingYet)
      await fresh()
    },
    refresh: fresh,
    change(change) {
      const { question, copied } = getState()
      // While somebody types, what was found before stays: a list that blinks at every letter cannot be read.
      const blank = copied === null && change.search === undefined
      setState({ question: { ...question, ...change }, ...(blank ? { rows: [], total: null } : {}) })
      stopWaiting()
      pages.overtake()
      if (copied !== null) showCopy(ports, store, null)
      else setState({ busy: 'first', more: false })
      stopWaiting = ports.clock.after(change.search === undefined ? 0 : typingMs, () => void refresh())
    },
    more: pages.more,
  }
}
