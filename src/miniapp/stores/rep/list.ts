/**
 * The list of a rep's merchants: fetched page by page, asked anew for every filter, order and search, and
 * without a network answered from this phone's copy. A reply that was overtaken by another question is dropped.
 */
import { createStore } from 'zustand/vanilla'
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
  /** Shows what is known, and fetches the first page. */
  refresh(): Promise<void>
  change(question: Partial<Question>): void
  /** The next page, when there is one and none is on its way. */
  more(): Promise<void>
}

/** ms after the last letter. */
const typingMs = 300

export function createMerchantList(ports: ListPorts): MerchantList {
  const { clock, storage } = ports
  const store = createStore<ListState>(() => nothingYet)
  const { getState, setState } = store
  let asked = 0
  let next: string | null = null
  let stopWaiting = (): void => undefined

  function fromCopy(problem: string | null): void {
    const copy = readCopy(storage, ports.rep())
    const { question, copied, rows } = getState()
    // What the function answered to this very question is better than any copy.
    if (copied === null && rows.length > 0 && problem !== null) return setState({ busy: null, problem })
    if (copy === null) return setState({ busy: problem === null ? 'first' : null, problem })
    setState({
      rows: askCopy(copy, question, clock.now()),
      counts: copy.counts,
      total: null,
      more: false,
      copied: copy.at,
      busy: problem === null ? 'first' : null,
      problem,
    })
  }

  function take(question: Question, page: MerchantPage, before: ListState['rows']): void {
    const known = new Set(before.map(({ id }) => id))
    const rows = [...before, ...page.rows.filter(({ id }) => !known.has(id))]
    next = page.next
    const counts = page.counts ?? getState().counts
    setState({ rows, counts, total: page.total, more: next !== null, busy: null, problem: null, copied: null })
    if (question.filter === usual.filter && question.sort === usual.sort && question.search === '')
      keepCopy(storage, { rep: ports.rep(), at: clock.now(), rows, counts })
  }

  async function refresh(): Promise<void> {
    stopWaiting()
    const turn = (asked += 1)
    const { question } = getState()
    setState({ busy: 'first' })
    const reply = await ports.ask(question, null)
    if (turn !== asked) return
    if (reply.ok) take(question, reply, [])
    else fromCopy(reply.message)
  }

  return {
    getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    async refresh() {
      if (getState().rows.length === 0) fromCopy(null)
      await refresh()
    },
    change(change) {
      const { question, copied } = getState()
      // While somebody types, what was found before stays: a list that blinks at every letter cannot be read.
      const blank = copied === null && change.search === undefined
      setState({ question: { ...question, ...change }, ...(blank ? { rows: [], total: null } : {}) })
      stopWaiting()
      asked += 1 // what is on its way answers another question
      if (copied !== null) fromCopy(null)
      else setState({ busy: 'first', more: false })
      stopWaiting = clock.after(change.search === undefined ? 0 : typingMs, () => void refresh())
    },
    async more() {
      const { question, rows, busy } = getState()
      if (next === null || busy !== null) return
      const turn = (asked += 1)
      setState({ busy: 'more', problem: null })
      const reply = await ports.ask(question, next)
      if (turn !== asked) return
      if (reply.ok) take(question, reply, rows)
      else setState({ busy: null, problem: reply.message })
    },
  }
}
