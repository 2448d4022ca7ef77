/** What every reader of photos does, whatever it reads with. */
import type { PhotoReader, Printed } from '../../../src/miniapp/ports/reader'

export interface ReaderWorld {
  /** A phone that has it. */
  readonly reader: PhotoReader
  /** The same on a phone that has not. */
  readonly without: PhotoReader
  shows(printed: Printed): void
  /** The next photo cannot be looked at. */
  fails(): void
  /** Of what a photo shows, what this one can make out. */
  readonly sees: (printed: Printed) => Printed
}

const shown: Printed = { codes: ['http://www.gsxt.gov.cn/?uniscid=92330102MA2EXAMP5X'], lines: ['营业执照', '名称'] }
const nothing: Printed = { codes: [], lines: [] }

export function readerContract(title: string, make: () => ReaderWorld): void {
  describe(`a reader of photos: ${title}`, () => {
    test('says what it sees, photo by photo', async () => {
      const { reader, shows, sees } = make()
      expect(reader.when).not.toBe('never')
      shows(shown)
      expect(await reader.read('a.jpg')).toEqual(sees(shown))
      shows(nothing)
      expect(await reader.read('b.jpg')).toEqual(nothing)
    })

    test('what cannot be looked at is null, and the next one is read', async () => {
      const { reader, shows, fails, sees } = make()
      shows(shown)
      fails()
      expect(await reader.read('a.jpg')).toBeNull()
      expect(await reader.read('b.jpg')).toEqual(sees(shown))
    })

    test('a phone without it says so, and reads nothing', async () => {
      const { without } = make()
      expect(without.when).toBe('never')
      expect(await without.read('a.jpg')).toBeNull()
    })
  })
}
