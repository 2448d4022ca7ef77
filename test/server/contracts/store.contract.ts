/** What every store must do. `reopen` answers the same store as another process would see it, where it persists. */
import type { Store } from '../../../src/server/core/ports'

export interface StoreUnderTest {
  readonly store: Store
  readonly reopen?: () => Promise<Store>
  readonly tearDown: () => Promise<void>
}

interface Note {
  readonly text?: string
  readonly rep?: string | null
}

const awkwardIds = [
  'a',
  'A',
  '__proto__',
  'constructor',
  'toString',
  "o'brien; DROP TABLE merchants --",
  '$where',
  'a.b.c',
  'x/../y',
  '青禾烘焙',
  '👩‍🍳',
  'é',
  'e\u0301',
  'x'.repeat(128),
]

export function describeStore(name: string, setUp: () => Promise<StoreUnderTest>): void {
  describe(`${name}: the store's contract`, () => {
    let under: StoreUnderTest
    let store: Store
    beforeEach(async () => {
      under = await setUp()
      store = under.store
    })
    afterEach(() => under.tearDown())

    test('what is not there is null, and removing it is fine', async () => {
      expect(await store.get('merchants', 'nobody')).toBeNull()
      await store.remove('merchants', 'nobody')
    })

    test('a document comes back as it was put, with a version that grows by one', async () => {
      const value = {
        text: '青禾烘焙 👩‍🍳 "quoted" \\ \n',
        n: 0.1,
        big: 9_007_199_254_740_991,
        list: [1, [2, { a: null }]],
        yes: true,
        rep: null,
      }
      expect(await store.put('merchants', 'm1', value, 0)).toBe(true)
      expect(await store.get('merchants', 'm1')).toEqual({ version: 1, value })
      expect(await store.put('merchants', 'm1', { ...value, n: 2 }, 1)).toBe(true)
      expect(await store.get('merchants', 'm1')).toEqual({ version: 2, value: { ...value, n: 2 } })
    })

    test('members with awkward names are only data', async () => {
      const text = '{"__proto__":{"admin":true},"constructor":{"prototype":1},"a.b":{"$set":{"x":1}},"$inc":1}'
      await store.put('merchants', 'm1', JSON.parse(text), 0)
      const found = await store.get('merchants', 'm1')
      expect(JSON.stringify(found?.value)).toBe(text)
      expect(({} as { admin?: unknown }).admin).toBeUndefined()
    })

    test('a put with the wrong version changes nothing', async () => {
      await store.put('merchants', 'm1', { text: 'first' }, 0)
      expect(await store.put('merchants', 'm1', { text: 'second' }, 0)).toBe(false)
      expect(await store.put('merchants', 'm1', { text: 'second' }, 2)).toBe(false)
      expect(await store.put('merchants', 'other', { text: 'second' }, 1)).toBe(false)
      expect(await store.get('merchants', 'm1')).toEqual({ version: 1, value: { text: 'first' } })
      expect(await store.get('merchants', 'other')).toBeNull()
    })

    test('of many writers at once exactly one wins each version', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, i) => store.put('merchants', 'm1', { text: String(i) }, 0)),
      )
      expect(results.filter(Boolean)).toHaveLength(1)
      const again = await Promise.all(
        Array.from({ length: 20 }, (_, i) => store.put('merchants', 'm1', { text: String(i) }, 1)),
      )
      expect(again.filter(Boolean)).toHaveLength(1)
      expect((await store.get('merchants', 'm1'))?.version).toBe(2)
    })

    test('ids are opaque: none is special, none is another', async () => {
      for (const [i, id] of awkwardIds.entries())
        expect(await store.put('scenes', id, { text: String(i) }, 0)).toBe(true)
      for (const [i, id] of awkwardIds.entries())
        expect((await store.get<Note>('scenes', id))?.value).toEqual({ text: String(i) })
      expect(await store.list('scenes', { limit: 100 })).toHaveLength(awkwardIds.length)
      expect(await store.get('reps', 'a')).toBeNull()
    })

    test('an id that could not be kept apart from others is refused', async () => {
      for (const id of ['', 'a\0b', 'x'.repeat(129), '\ud83d', 'a\udc69']) {
        await expect(store.put('scenes', id, {}, 0)).rejects.toThrow()
        await expect(store.get('scenes', id)).rejects.toThrow()
      }
      expect(await store.list('scenes', { limit: 10 })).toEqual([])
    })

    test('texts with NUL and halves of characters come back', async () => {
      const text = 'a\0b \ud83d \u2028 \uffff'
      await store.put('merchants', 'm1', { text, rep: 'lin' }, 0)
      expect((await store.get<Note>('merchants', 'm1'))?.value.text).toBe(text)
      expect(await store.list('merchants', { where: { field: 'rep', equals: 'lin' }, limit: 5 })).toHaveLength(1)
    })

    test('many writers of many documents at once: every edit that was taken is there', async () => {
      const ids = Array.from({ length: 5 }, (_, i) => `m${i}`)
      for (const id of ids) await store.put('merchants', id, { n: 0 }, 0)
      const add = async (id: string) => {
        for (;;) {
          const stored = await store.get<{ n: number }>('merchants', id)
          if (stored !== null && (await store.put('merchants', id, { n: stored.value.n + 1 }, stored.version))) return
        }
      }
      await Promise.all(Array.from({ length: 40 }, (_, i) => add(ids[i % 5] ?? '')))
      for (const id of ids) expect(await store.get('merchants', id)).toEqual({ version: 9, value: { n: 8 } })
    })

    test('a removed document is gone and can be made anew', async () => {
      await store.put('merchants', 'm1', { text: 'x' }, 0)
      await store.remove('merchants', 'm1')
      expect(await store.get('merchants', 'm1')).toBeNull()
      expect(await store.put('merchants', 'm1', { text: 'y' }, 0)).toBe(true)
    })

    test('lists in order of id, a page after another', async () => {
      const ids = ['b', 'a', 'c', 'Z', '9', '青', 'é', '👩']
      for (const id of ids) await store.put('merchants', id, { text: id }, 0)
      const sorted = [...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      const first = await store.list<Note>('merchants', { limit: 3 })
      expect(first.map(({ id }) => id)).toEqual(sorted.slice(0, 3))
      const rest = await store.list<Note>('merchants', { limit: 100, after: sorted[2] ?? '' })
      expect(rest.map(({ value }) => value.text)).toEqual(sorted.slice(3))
      expect(await store.list('merchants', { limit: 10, after: '👩' })).toEqual([])
    })

    test('matches an indexed field exactly, more than a page of them', async () => {
      for (let i = 0; i < 130; i++)
        await store.put('merchants', `m${String(i).padStart(3, '0')}`, { rep: i % 2 === 0 ? 'lin' : 'Lin' }, 0)
      await store.put('merchants', 'none', { rep: null }, 0)
      const query = { where: { field: 'rep', equals: 'lin' }, limit: 1000 }
      const found = await store.list<Note>('merchants', query)
      expect(found).toHaveLength(65)
      expect(found.every(({ value }) => value.rep === 'lin')).toBe(true)
      expect((await store.list('merchants', { ...query, after: 'm100' })).map(({ id }) => id)[0]).toBe('m102')
      await store.put('merchants', 'm000', { rep: 'chen' }, 1)
      expect(await store.list('merchants', query)).toHaveLength(64)
      expect(await store.list('merchants', { where: { field: 'rep', equals: "' OR 1=1" }, limit: 5 })).toEqual([])
    })

    test('a query for a field without index is a mistake', async () => {
      await expect(store.list('merchants', { where: { field: 'text', equals: 'x' }, limit: 1 })).rejects.toThrow()
    })

    describe('the row beside a document', () => {
      const row = (rep: string, members: object = {}) => ({ rep, active: '1', ...members })
      const rowOf = async (id: string) => (await store.get('progress', id))?.value ?? null

      test('is written with it, stays when nothing is said of it, and is taken away', async () => {
        expect(await store.put('merchants', 'm1', { text: 'a' }, 0, row('lin'))).toBe(true)
        expect(await rowOf('m1')).toEqual(row('lin'))
        expect(await store.put('merchants', 'm1', { text: 'b' }, 1)).toBe(true)
        expect(await rowOf('m1')).toEqual(row('lin'))
        expect(await store.put('merchants', 'm1', { text: 'c' }, 2, row('chen', { find: '青禾' }))).toBe(true)
        expect(await rowOf('m1')).toEqual(row('chen', { find: '青禾' }))
        expect(await store.get('merchants', 'm1')).toEqual({ version: 3, value: { text: 'c' } })
        expect(await store.put('merchants', 'm1', { text: 'd' }, 3, null)).toBe(true)
        expect(await rowOf('m1')).toBeNull()
        expect(await store.list('progress', { limit: 9 })).toEqual([])
        expect(await store.put('merchants', 'm1', { text: 'e' }, 4, null)).toBe(true)
      })

      test('is left alone by a swap that fails', async () => {
        await store.put('merchants', 'm1', { text: 'a' }, 0, row('lin'))
        for (const expected of [0, 2, 7]) {
          expect(await store.put('merchants', 'm1', { text: 'b' }, expected, row('chen'))).toBe(false)
          expect(await store.put('merchants', 'm1', { text: 'b' }, expected, null)).toBe(false)
        }
        expect(await store.put('merchants', 'other', { text: 'b' }, 3, row('chen'))).toBe(false)
        expect(await rowOf('m1')).toEqual(row('lin'))
        expect(await rowOf('other')).toBeNull()
      })

      test('goes with it', async () => {
        await store.put('merchants', 'm1', { text: 'a' }, 0, row('lin'))
        await store.remove('merchants', 'm1')
        expect(await rowOf('m1')).toBeNull()
        expect(await store.put('merchants', 'm1', { text: 'a' }, 0)).toBe(true)
        expect(await rowOf('m1')).toBeNull()
      })

      test('is that of the writer who was first, whoever else tries', async () => {
        await store.put('merchants', 'm1', { n: 0 }, 0, row('r0', { find: '0' }))
        const add = async () => {
          for (;;) {
            const stored = await store.get<{ n: number }>('merchants', 'm1')
            const n = (stored?.value.n ?? 0) + 1
            if (await store.put('merchants', 'm1', { n }, stored?.version ?? 0, row(`r${n}`, { find: `${n}` }))) return
          }
        }
        await Promise.all(Array.from({ length: 8 }, add))
        expect(await store.get('merchants', 'm1')).toEqual({ version: 9, value: { n: 8 } })
        expect(await rowOf('m1')).toEqual(row('r8', { find: '8' }))
        const where = { field: 'rep', equals: 'r8' }
        expect(await store.list('progress', { where, limit: 5 })).toHaveLength(1)
      })

      test('stands beside some collections only', async () => {
        await expect(store.put('scenes', 's1', {}, 0, row('lin'))).rejects.toThrow()
        expect(await store.get('scenes', 's1')).toBeNull()
      })
    })

    describe('orders, ranges and tallies', () => {
      const where = { field: 'rep', equals: 'lin' }
      /** 130 of lin's with ties, 5 without a deadline, some of another rep's. */
      beforeEach(async () => {
        for (let i = 0; i < 140; i++) {
          const id = `m${String((i * 37) % 140).padStart(3, '0')}`
          const deadline = i < 5 ? null : String(i % 20).padStart(2, '0')
          const rep = i >= 135 ? 'chen' : 'lin'
          await store.put('merchants', id, { i }, 0, { rep, deadline, find: `店${i}号`, week: i % 3 === 0 ? 'a' : 'b' })
        }
      })
      const key = ({ id, value }: { id: string; value: { deadline: string } }) => `${value.deadline}.${id}`

      test.each([false, true])(
        'by a field, then by id; who has none is left out (descending: %s)',
        async (descending) => {
          const order = { field: 'deadline', descending }
          const found = await store.list<{ deadline: string }>('progress', { where, order, limit: 1000 })
          expect(found).toHaveLength(130)
          const keys = found.map(key)
          const sorted = [...keys].sort()
          expect(keys).toEqual(descending ? sorted.reverse() : sorted)
        },
      )

      test.each([false, true])(
        'page after page, from where the last one ended (descending: %s)',
        async (descending) => {
          const whole = await store.list('progress', { where, order: { field: 'deadline', descending }, limit: 1000 })
          const paged: string[] = []
          for (let after: { text: string; id: string } | undefined; ;) {
            const order = { field: 'deadline', descending, ...(after !== undefined && { after }) }
            const page = await store.list<{ deadline: string }>('progress', { where, order, limit: 7 })
            paged.push(...page.map(({ id }) => id))
            const last = page.at(-1)
            if (last === undefined) break
            after = { text: last.value.deadline, id: last.id }
          }
          expect(paged).toEqual(whole.map(({ id }) => id))
        },
      )

      test('within a range: from included, below not; without bounds, whoever has a text', async () => {
        const count = async (range: object) =>
          (await store.list('progress', { where, within: [{ field: 'deadline', ...range }], limit: 1000 })).length
        expect(await count({ from: '05', below: '07' })).toBe(14)
        expect(await count({ below: '01' })).toBe(6)
        expect(await count({ from: '19' })).toBe(6)
        expect(await count({})).toBe(130)
        const both = [
          { field: 'deadline', below: '10' },
          { field: 'week', from: 'a', below: 'b' },
        ]
        expect(await store.list('progress', { where, within: both, limit: 1000 })).toHaveLength(22)
      })

      test('a piece of a text, in its very characters', async () => {
        const ids = async (text: string) =>
          (await store.list('progress', { where, holding: { field: 'find', text }, limit: 1000 })).length
        expect(await ids('店7号')).toBe(1)
        expect(await ids('7号')).toBe(13)
        expect(await ids('店')).toBe(135)
        for (const text of ['%', '_', '.', '.*', '店7.', "'", '\\', '(', '店 7号']) expect(await ids(text)).toBe(0)
      })

      test('counts by a field what matches', async () => {
        expect(await store.tally('progress', 'week', { where })).toEqual(
          new Map([
            ['a', 45],
            ['b', 90],
          ]),
        )
        expect(await store.tally('progress', 'rep', {})).toEqual(
          new Map([
            ['lin', 135],
            ['chen', 5],
          ]),
        )
        const within = [{ field: 'deadline', from: '10' }]
        expect(await store.tally('progress', 'rep', { where, within })).toEqual(new Map([['lin', 65]]))
        expect(await store.tally('progress', 'week', { where: { field: 'rep', equals: 'nobody' } })).toEqual(new Map())
        expect((await store.tally('progress', 'find', { where })).size).toBe(135)
      })

      test('a field without index is a mistake in every place', async () => {
        for (const query of [
          { order: { field: 'shown' } },
          { within: [{ field: 'shown', from: 'a' }] },
          { holding: { field: 'shown', text: 'a' } },
        ])
          await expect(store.list('progress', { ...query, limit: 1 })).rejects.toThrow()
        await expect(store.tally('progress', 'shown', {})).rejects.toThrow()
      })
    })

    test('takes a document of 900 KB', async () => {
      const text = '证'.repeat(300_000)
      expect(await store.put('merchants', 'm1', { text }, 0)).toBe(true)
      expect((await store.get<Note>('merchants', 'm1'))?.value.text).toBe(text)
    })

    test('is healthy, however often one asks', async () => {
      await store.check()
      await Promise.all([store.check(), store.check()])
    })

    test('what was put is there after a reopening, where there is one', async () => {
      await store.put('merchants', 'm1', { text: '青禾', rep: 'lin' }, 0)
      await store.put('merchants', 'm1', { text: '青禾', rep: 'chen' }, 1)
      const again = under.reopen === undefined ? store : await under.reopen()
      expect(await again.get('merchants', 'm1')).toEqual({ version: 2, value: { text: '青禾', rep: 'chen' } })
      expect(await again.list('merchants', { where: { field: 'rep', equals: 'chen' }, limit: 5 })).toHaveLength(1)
      if (again !== store) await again.close()
    })
  })
}
