import { lackingPhotos } from '#domain/lacking'
import type { PermitRule, Slot } from '#domain/content/types'
import type { SlotState } from '#domain/material-state'

const slot = (id: string, more: Partial<Slot> = {}): Slot => ({ id, label: id, shape: 'landscape', ...more })
const empty = (id: string, more: Partial<Slot> = {}): SlotState => ({ slot: slot(id, more), photos: [] })
const taken = (id: string): SlotState => ({ slot: slot(id), photos: [{ photoId: 'p', page: 0, ready: false }] })
const sentBack = (id: string): SlotState => ({
  slot: slot(id),
  photos: [{ photoId: 'p', page: 0, ready: true, redo: '反光' }],
})
const ids = (slots: readonly SlotState[], permits: PermitRule | null = null) => {
  const { slots: lacking, choice } = lackingPhotos({ slots, permits })
  return { ids: lacking.map(({ id }) => id), choice }
}

describe('lackingPhotos', () => {
  const a = { permit: 'a' }
  const b = { permit: 'b' }
  const c = { permit: 'c' }

  test('without a rule: every slot that is not optional and has no good photo', () => {
    expect(ids([empty('a'), taken('b'), sentBack('c'), empty('d', { optional: true })])).toEqual({
      ids: ['a', 'c'],
      choice: false,
    })
  })

  test('both are asked for: what is not there yet', () => {
    expect(ids([taken('a'), empty('b')], { all: [a, b] })).toEqual({ ids: ['b'], choice: false })
  })

  test('any of them: the merchant chooses, until one is there', () => {
    expect(ids([empty('a'), empty('b')], { any: [a, b] })).toEqual({ ids: ['a', 'b'], choice: true })
    expect(ids([empty('a'), taken('b')], { any: [a, b] })).toEqual({ ids: [], choice: false })
  })

  test('a way that was begun is gone on with', () => {
    const rule = { any: [a, { all: [b, c] }] }
    expect(ids([empty('a'), taken('b'), empty('c')], rule)).toEqual({ ids: ['c'], choice: false })
    expect(ids([empty('a'), empty('b'), empty('c')], rule)).toEqual({ ids: ['a', 'b', 'c'], choice: true })
  })

  test('a choice inside of what is all asked for stays a choice', () => {
    expect(ids([taken('a'), empty('b'), empty('c')], { all: [a, { any: [b, c] }] })).toEqual({
      ids: ['b', 'c'],
      choice: true,
    })
  })

  test('a photo that was sent back does not count', () => {
    expect(ids([sentBack('a')], a)).toEqual({ ids: ['a'], choice: false })
  })
})
