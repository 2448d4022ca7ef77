/** What every file store must do. */
import type { FileStore } from '../../../src/server/core/ports'

export interface FilesUnderTest {
  readonly files: FileStore
  readonly tearDown: () => Promise<void>
}

/** A merchant. */
const owner = 'A'.repeat(22)
const bytes = (n: number, seed = 1) => Uint8Array.from({ length: n }, (_, i) => (i * 31 + seed) % 256)

export function describeFiles(name: string, setUp: () => Promise<FilesUnderTest>): void {
  describe(`${name}: the file store's contract`, () => {
    let under: FilesUnderTest
    let files: FileStore
    beforeEach(async () => {
      under = await setUp()
      files = under.files
    })
    afterEach(() => under.tearDown())

    test('what is not there is null, and removing it is fine', async () => {
      expect(await files.read('photos/none/full.jpg', owner)).toBeNull()
      await files.remove('photos/none/full.jpg')
    })

    test('bytes come back as they were written', async () => {
      for (const size of [0, 1, 1000, 3_000_000]) {
        await files.write(`photos/${size}/full.jpg`, bytes(size), owner)
        expect(
          Buffer.compare(
            Buffer.from((await files.read(`photos/${size}/full.jpg`, owner)) ?? []),
            Buffer.from(bytes(size)),
          ),
        ).toBe(0)
      }
    })

    test('writing again replaces, and keys do not touch one another', async () => {
      await files.write('photos/a/full.jpg', bytes(500, 1), owner)
      await files.write('photos/a/thumb.jpg', bytes(50, 2), owner)
      await files.write('photos/a/full.jpg', bytes(20, 3), owner)
      expect([...((await files.read('photos/a/full.jpg', owner)) ?? [])]).toEqual([...bytes(20, 3)])
      expect([...((await files.read('photos/a/thumb.jpg', owner)) ?? [])]).toEqual([...bytes(50, 2)])
    })

    test('what was removed is gone', async () => {
      await files.write('photos/a/full.jpg', bytes(100), owner)
      await files.remove('photos/a/full.jpg')
      expect(await files.read('photos/a/full.jpg', owner)).toBeNull()
    })

    test('many at once, and the caller may change its bytes afterwards', async () => {
      const mine = bytes(1000)
      await files.write('photos/mine/full.jpg', mine, owner)
      mine.fill(0)
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => files.write(`photos/${i}/full.jpg`, bytes(2000, i), owner)),
      )
      expect([...((await files.read('photos/mine/full.jpg', owner)) ?? [])]).toEqual([...bytes(1000)])
      for (let i = 0; i < 20; i++)
        expect([...((await files.read(`photos/${i}/full.jpg`, owner)) ?? [])]).toEqual([...bytes(2000, i)])
    })

    test('nothing is opened for an owner who was forgotten; others and a new beginning are as always', async () => {
      const other = 'B'.repeat(22)
      await files.write('photos/a/full.jpg', bytes(100, 1), owner)
      await files.write('photos/b/full.jpg', bytes(100, 2), other)
      await files.forget?.(owner)
      await files.forget?.(owner)
      if (files.forget !== undefined) await expect(files.read('photos/a/full.jpg', owner)).rejects.toThrow('gone')
      expect([...((await files.read('photos/b/full.jpg', other)) ?? [])]).toEqual([...bytes(100, 2)])
      await files.write('photos/a/full.jpg', bytes(100, 3), owner)
      expect([...((await files.read('photos/a/full.jpg', owner)) ?? [])]).toEqual([...bytes(100, 3)])
      await files.remove('photos/a/full.jpg')
    })

    test('what can be listed is listed with its time, and can be discarded by its name', async () => {
      const { stock } = files
      if (stock === undefined) return
      const before = Date.now()
      for (const name of ['a', 'b']) await files.write(`photos/${name}/full.jpg`, bytes(10), owner)
      const listed = async () => {
        const all = new Map<string, number>()
        for await (const { name, modified } of stock.list()) all.set(name, modified)
        return all
      }
      const [a, b] = [stock.nameOf('photos/a/full.jpg'), stock.nameOf('photos/b/full.jpg')]
      // A storage's clock may count in whole seconds.
      expect((await listed()).get(a)).toBeGreaterThan(before - 2000)
      await stock.discard(a)
      await stock.discard(a)
      expect([(await listed()).has(a), (await listed()).has(b)]).toEqual([false, true])
      expect(await files.read('photos/a/full.jpg', owner)).toBeNull()
    })

    test('is healthy', () => files.check())
  })
}
