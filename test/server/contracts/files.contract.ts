/** What every file store must do. */
import type { FileStore } from '../../../src/server/core/ports'

export interface FilesUnderTest {
  readonly files: FileStore
  readonly tearDown: () => Promise<void>
}

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
      expect(await files.read('photos/none/full.jpg')).toBeNull()
      await files.remove('photos/none/full.jpg')
    })

    test('bytes come back as they were written', async () => {
      for (const size of [0, 1, 1000, 3_000_000]) {
        await files.write(`photos/${size}/full.jpg`, bytes(size))
        expect(
          Buffer.compare(Buffer.from((await files.read(`photos/${size}/full.jpg`)) ?? []), Buffer.from(bytes(size))),
        ).toBe(0)
      }
    })

    test('writing again replaces, and keys do not touch one another', async () => {
      await files.write('photos/a/full.jpg', bytes(500, 1))
      await files.write('photos/a/thumb.jpg', bytes(50, 2))
      await files.write('photos/a/full.jpg', bytes(20, 3))
      expect([...((await files.read('photos/a/full.jpg')) ?? [])]).toEqual([...bytes(20, 3)])
      expect([...((await files.read('photos/a/thumb.jpg')) ?? [])]).toEqual([...bytes(50, 2)])
    })

    test('what was removed is gone', async () => {
      await files.write('photos/a/full.jpg', bytes(100))
      await files.remove('photos/a/full.jpg')
      expect(await files.read('photos/a/full.jpg')).toBeNull()
    })

    test('many at once, and the caller may change its bytes afterwards', async () => {
      const mine = bytes(1000)
      await files.write('photos/mine/full.jpg', mine)
      mine.fill(0)
      await Promise.all(Array.from({ length: 20 }, (_, i) => files.write(`photos/${i}/full.jpg`, bytes(2000, i))))
      expect([...((await files.read('photos/mine/full.jpg')) ?? [])]).toEqual([...bytes(1000)])
      for (let i = 0; i < 20; i++)
        expect([...((await files.read(`photos/${i}/full.jpg`)) ?? [])]).toEqual([...bytes(2000, i)])
    })

    test('is healthy', () => files.check())
  })
}
