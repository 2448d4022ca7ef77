/** What every recogniser of licences does, whoever recognises. */
import type { LicenceRecogniser } from '../../../src/server/core/ports'

export interface RecogniserWorld {
  /** Another process of the same deployment. */
  open(): LicenceRecogniser
  /** What it sees from now on; null: no licence. */
  shows(printed: { readonly number?: string; readonly name?: string } | null): void
  /** Calls that are left today. */
  left(calls: number): void
  /** The next call fails. */
  fails(how: 'silence' | 'busy'): void
  /** Times it was asked. */
  asked(): number
  advance(ms: number): void
  close?(): Promise<void>
}

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0])
const code = '92330102MA2EXAMP5X'
const name = '杭州市上城区小满面馆'
const day = 86_400_000

export function recogniserContract(title: string, make: () => Promise<RecogniserWorld>): void {
  describe(`a recogniser of licences: ${title}`, () => {
    let world: RecogniserWorld
    beforeEach(async () => {
      world = await make()
    })
    afterEach(() => world.close?.())

    test('answers code and name, and nothing else', async () => {
      world.shows({ number: code, name })
      expect(await world.open().read(jpeg)).toEqual({ code, name })
    })

    test('one of them is enough; the code of an older licence counts', async () => {
      const recogniser = world.open()
      world.shows({ name })
      expect(await recogniser.read(jpeg)).toEqual({ name })
      world.shows({ number: '110108000000016' })
      expect(await recogniser.read(jpeg)).toEqual({ code: '110108000000016' })
    })

    test('a look-alike letter is put right, what passes no check is left out', async () => {
      const recogniser = world.open()
      world.shows({ number: '9233O102MA2EXAMP5X', name: '***' })
      expect(await recogniser.read(jpeg)).toEqual({ code })
      world.shows({ number: `${code.slice(0, 17)}A`, name: '' })
      expect(await recogniser.read(jpeg)).toBeNull()
    })

    test('no licence in the picture: null, and it is asked again for the next one', async () => {
      const recogniser = world.open()
      world.shows(null)
      expect(await recogniser.read(jpeg)).toBeNull()
      world.shows({ number: code })
      expect(await recogniser.read(jpeg)).toEqual({ code })
    })

    test('quota used up: nobody asks again before tomorrow in China, in any process', async () => {
      world.shows({ number: code })
      world.left(1)
      expect(await world.open().read(jpeg)).toEqual({ code })
      expect(await world.open().read(jpeg)).toBeNull()
      const asked = world.asked()
      world.left(100)
      expect(await world.open().read(jpeg)).toBeNull()
      expect(world.asked()).toBe(asked)
      world.advance(day)
      expect(await world.open().read(jpeg)).toEqual({ code })
    })

    test.each(['silence', 'busy'] as const)('%s: null, and the next picture is asked for', async (how) => {
      const recogniser = world.open()
      world.shows({ number: code })
      world.fails(how)
      expect(await recogniser.read(jpeg)).toBeNull()
      expect(await recogniser.read(jpeg)).toEqual({ code })
    })

    test('a picture of 2 MB is not sent', async () => {
      world.shows({ number: code })
      expect(await world.open().read(new Uint8Array(2 * 1024 * 1024))).toBeNull()
      expect(world.asked()).toBe(0)
    })
  })
}
