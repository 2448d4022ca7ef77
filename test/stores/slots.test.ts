import { createSlots } from '../../src/miniapp/stores/slots'
import { createMemoryStorage } from '../support/ports'

const asText = (text: string) => text

const keyWith = (storage: ReturnType<typeof createMemoryStorage>, part: string) => {
  const key = storage.keys().find((one) => storage.get(one)?.includes(part))
  if (key === undefined) throw new Error(`nothing with ${part}`)
  return key
}

describe('a text in two slots', () => {
  test('is read back, the newest first', () => {
    const storage = createMemoryStorage()
    const slots = createSlots(storage, 'kt.x')
    for (const text of ['one', 'two', '三\n3']) slots.write(text)
    expect(createSlots(storage, 'kt.x').read(asText)).toEqual({ value: '三\n3', damaged: false })
    expect([...storage.keys()].sort()).toEqual(['kt.x.a', 'kt.x.b'])
  })

  test('is null when there is none', () => {
    expect(createSlots(createMemoryStorage(), 'kt.x').read(asText)).toEqual({ value: null, damaged: false })
  })

  test.each(['tear', 'spoil'] as const)('falls back to the one before when a write went wrong (%s)', (damage) => {
    const storage = createMemoryStorage()
    const slots = createSlots(storage, 'kt.x')
    slots.write('first 1')
    slots.write('second 2 and last')
    storage[damage](keyWith(storage, 'second'))
    expect(createSlots(storage, 'kt.x').read(asText)).toEqual({ value: 'first 1', damaged: true })
  })

  test('sets aside what it cannot read, and goes on', () => {
    const storage = createMemoryStorage()
    storage.set('kt.x.a', 'not ours')
    storage.set('kt.x.b', '')
    const slots = createSlots(storage, 'kt.x')
    expect(slots.read(asText)).toEqual({ value: null, damaged: true })
    expect(storage.get('kt.x.bad')).toBe('not ours\n')
    expect(slots.write('new')).toBe(true)
    expect(createSlots(storage, 'kt.x').read(asText).value).toBe('new')
  })

  test('writes over the damaged slot, never over the good one', () => {
    const storage = createMemoryStorage()
    const slots = createSlots(storage, 'kt.x')
    slots.write('first')
    slots.write('second')
    storage.tear(keyWith(storage, 'second'))
    const again = createSlots(storage, 'kt.x')
    again.read(asText)
    again.write('third')
    storage.tear(keyWith(storage, 'third'))
    expect(createSlots(storage, 'kt.x').read(asText).value).toBe('first')
  })

  test('passes over a text of a newer app to one that can be read', () => {
    const storage = createMemoryStorage()
    const slots = createSlots(storage, 'kt.x')
    slots.write('format 1')
    slots.write('format 2')
    const decode = (text: string) => (text === 'format 1' ? text : null)
    expect(createSlots(storage, 'kt.x').read(decode)).toEqual({ value: 'format 1', damaged: true })
    expect(storage.get('kt.x.bad')).toContain('format 2')
  })

  test('says so when there is no room, and keeps the text before', () => {
    const storage = createMemoryStorage(100)
    const slots = createSlots(storage, 'kt.x')
    expect(slots.write('short')).toBe(true)
    expect(slots.write('x'.repeat(200))).toBe(false)
    expect(createSlots(storage, 'kt.x').read(asText).value).toBe('short')
  })

  test('after a time without room, brings both slots up to date', () => {
    const storage = createMemoryStorage(100)
    const slots = createSlots(storage, 'kt.x')
    slots.write('before')
    expect(slots.write('x'.repeat(200))).toBe(false)
    storage.capacity = 1000
    slots.write('after 1')
    const newest = keyWith(storage, '3.')
    storage.tear(newest)
    expect(createSlots(storage, 'kt.x').read(asText).value).toBe('after 1')
  })

  test('makes room by dropping what was set aside', () => {
    const storage = createMemoryStorage(300)
    storage.set('kt.x.bad', 'y'.repeat(200))
    expect(createSlots(storage, 'kt.x').write('x'.repeat(100))).toBe(true)
    expect(storage.get('kt.x.bad')).toBeNull()
  })

  test('notices another tab', () => {
    const storage = createMemoryStorage()
    const mine = createSlots(storage, 'kt.x')
    mine.write('mine')
    const theirs = createSlots(storage, 'kt.x')
    theirs.read(asText)
    expect(mine.overtaken()).toBe(false)
    theirs.write('theirs')
    theirs.write('theirs again')
    expect(mine.overtaken()).toBe(true)
    expect(mine.read(asText).value).toBe('theirs again')
    expect(mine.overtaken()).toBe(false)
  })

  test('clears everything', () => {
    const storage = createMemoryStorage()
    const slots = createSlots(storage, 'kt.x')
    slots.write('one')
    slots.write('two')
    slots.clear()
    expect(storage.keys()).toEqual([])
  })
})
