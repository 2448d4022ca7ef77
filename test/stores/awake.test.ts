import { createAwake } from '../../src/miniapp/stores/awake'
import { createMemoryStorage } from '../support/ports'

function made(storage = createMemoryStorage()) {
  const said: boolean[] = []
  const awake = createAwake({ storage, device: { stayAwake: (on) => void said.push(on) } })
  return { storage, said, awake, last: () => said.at(-1) ?? false }
}
const [first, second] = [{}, {}]

test('lit while a page that wants it is shown', () => {
  const { awake, last, said } = made()
  expect(said).toEqual([])
  awake.hold(first, true)
  expect(last()).toBe(true)
  awake.hold(first, false)
  expect(last()).toBe(false)
})

test('the next page may come before the last one has gone', () => {
  const { awake, last } = made()
  awake.hold(first, true)
  awake.hold(second, true)
  awake.hold(first, false)
  expect(last()).toBe(true)
})

test('shown again, it is said again: the platform lets go when the app is left', () => {
  const { awake, said } = made()
  awake.hold(first, true)
  awake.hold(first, true)
  expect(said).toEqual([true, true])
})

test('switched off it stays dark, at once and after a restart; switched on again nothing is remembered', () => {
  const { awake, last, storage } = made()
  awake.hold(first, true)
  awake.set(false)
  expect(last()).toBe(false)
  const later = made(storage)
  later.awake.hold(first, true)
  expect(later.said).toEqual([])
  expect(later.awake.getState().on).toBe(false)
  later.awake.set(true)
  expect(later.last()).toBe(true)
  expect(storage.keys()).toEqual([])
})

test('a full phone only forgets the choice', () => {
  const { awake, last } = made(createMemoryStorage(3))
  awake.hold(first, true)
  awake.set(false)
  expect(last()).toBe(false)
})
