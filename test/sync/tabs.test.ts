/** Two browser tabs are one phone: neither may cost the other an edit, or what it was told is safe. */
import { emptyDoc, type Doc } from '#sync/doc'
import { reduce } from '#sync/reduce'
import { createEntriesStore, type EntriesStore } from '../../src/miniapp/stores/entries-store'
import { createFakeClock, createMemoryStorage, noon } from '../support/ports'

function setUp() {
  const storage = createMemoryStorage()
  const clock = createFakeClock()
  const open = (): EntriesStore => {
    const tab = createEntriesStore({ storage, clock })
    tab.open('m')
    return tab
  }
  return { clock, open }
}

/** One exchange; answers the function's document after it. */
function exchange(tab: EntriesStore, doc: Doc, time = noon): Doc {
  const flight = tab.makeRequest()
  if (flight === null) throw new Error('no merchant')
  const { doc: next, reply } = reduce(doc, flight.request, time)
  tab.receive(reply, flight)
  return next
}

const shown = (tab: EntriesStore) => Object.fromEntries(tab.getState().entries)
const keysOf = (doc: Doc) => doc.entries.map(({ k }) => k)

test('what one was told is safe is pushed again by the other after a restore', () => {
  const { open } = setUp()
  const [one, two] = [open(), open()]
  one.set('c.contact', true)
  exchange(one, emptyDoc('e0'))
  two.set('c.avatar', true)
  expect(shown(two)).toEqual({ 'c.contact': true, 'c.avatar': true })
  let doc = emptyDoc('e0')
  for (let i = 0; i < 4; i++) doc = exchange(two, doc)
  expect(keysOf(doc)).toEqual(['c.avatar', 'c.contact'])
  expect(two.getState().unsynced).toBe(0)
})

test('an edit in one is greater than what the other has entered since', () => {
  const { open } = setUp()
  const [one, two] = [open(), open()]
  one.set('t.shop.name', '老王面馆')
  two.set('t.shop.name', '王家面馆')
  expect(shown(two)).toEqual({ 't.shop.name': '王家面馆' })
  one.set('c.contact', true)
  expect(shown(one)).toEqual({ 't.shop.name': '王家面馆', 'c.contact': true })
})

test('an edit with a stamp from a wrong clock does not come back over a later one', () => {
  const { clock, open } = setUp()
  clock.jump(400 * 86_400_000)
  const one = open()
  one.set('t.shop.name', '老王面馆')
  const two = open()
  exchange(one, emptyDoc('e0'))
  one.set('t.shop.name', '王家面馆')
  two.set('c.contact', true)
  expect(shown(two)).toEqual({ 't.shop.name': '王家面馆', 'c.contact': true })
  const doc = exchange(two, exchange(two, emptyDoc('e0')))
  expect(doc.entries.map(({ v }) => v)).toEqual([true, '王家面馆'])
})

test('what one takes back stays taken back', () => {
  const { open } = setUp()
  const one = open()
  one.set('l.company-bank-account.number', '6222')
  const two = open()
  one.clear('l.company-bank-account.number')
  two.set('c.contact', true)
  expect(shown(two)).toEqual({ 'c.contact': true })
})
