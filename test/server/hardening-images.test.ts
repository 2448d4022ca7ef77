/**
 * Files that nobody should send, through the processes that look at pictures: each gets its answer, no process
 * is lost, nothing of the file comes out again, and the memory is reported.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { createImagePool, poolLimits, type ImagePool } from '../../src/server/adapters/image-pool'
import { hiddenIn, problemsOf } from './support/hostile/clean'
import { bombs, oddButGood, otherTypes, twoAtOnce, type Hostile } from './support/hostile/corpus'
import { canary, originals } from './support/hostile/originals'
import type { HostileReport } from './support/hostile/main'
import { peaksOfChildren } from './support/hostile/memory'
import { imageProcess } from './support/helpers'

jest.setTimeout(300_000)

const lost: string[] = []
let images: ImagePool
beforeAll(async () => {
  const log = {
    info: () => undefined,
    error: (event: string, error: unknown) => void lost.push(`${event}: ${String(error)}`),
  }
  images = createImagePool(await imageProcess(), log)
})
afterAll(() => images.close())
afterEach(() => expect(lost).toEqual([]))

const say = (words: string) => void process.stdout.write(`${words}\n`)
const named = (list: readonly Hostile[]) => list.map(({ name, ...rest }) => [name, rest] as const)

async function expectAnswer({ bytes, answer }: Omit<Hostile, 'name'>): Promise<void> {
  const outcome = await images.normalise(await bytes())
  expect(outcome.ok ? 'taken' : outcome.error).toBe(answer)
  expect(problemsOf(outcome)).toEqual([])
  if (!outcome.ok) return
  const { format, space, channels, depth, pages } = await sharp(outcome.full).metadata()
  expect({ format, depth, pages }).toEqual({ format: 'jpeg', depth: 'uchar', pages: undefined })
  expect([`${space} ${channels}`]).toEqual([expect.stringMatching(/^(srgb 3|b-w 1)$/)])
}

describe('two things at once', () => test.each(named(twoAtOnce))('%s', (_name, hostile) => expectAnswer(hostile)))
describe('other types', () => test.each(named(otherTypes))('%s', (_name, hostile) => expectAnswer(hostile)))
describe('odd but good', () => test.each(named(oddButGood))('%s', (_name, hostile) => expectAnswer(hostile)))

describe('bombs', () => {
  test.each(named(bombs))('%s', (_name, hostile) => expectAnswer(hostile))

  test('the memory stays within its limit', () => {
    const peaks = peaksOfChildren(process.pid).map(({ peakMb }) => peakMb)
    say(`bombs: the processes had at most ${peaks.join(' and ')} MB`)
    for (const peak of peaks) expect(peak).toBeLessThan(poolLimits.maxRss / 2 ** 20)
  })
})

test('the check of what comes out finds what it looks for', async () => {
  const jpeg = await sharp(await originals.jpeg?.())
    .jpeg()
    .toBuffer()
  const behind = (more: string) => Buffer.concat([jpeg, Buffer.from(more)])
  expect(hiddenIn(jpeg)).toEqual([])
  expect(hiddenIn(behind('x'))).toEqual(['1 bytes behind the end'])
  expect(hiddenIn(behind(canary))).toEqual(['a byte of the metadata'])
  expect(
    hiddenIn(
      await sharp(jpeg)
        .withExif({ IFD0: { Make: 'x' } })
        .jpeg()
        .toBuffer(),
    ),
  ).toEqual(['a segment e1'])
  expect(hiddenIn(jpeg.subarray(0, -2))).toEqual(['no end'])
})

test('cut off at every hundredth, and 2,000 times damaged in each format', async () => {
  const command = ['tools/run.mjs', 'test/server/support/hostile/main.ts', '2000']
  const { stdout } = await promisify(execFile)(process.execPath, command)
  const report = JSON.parse(stdout) as HostileReport
  say(`damaged pictures: ${stdout.trim()}`)
  expect(report).toMatchObject({ problems: [], lost: [] })
  expect(report.pictures).toBe(Object.keys(originals).length * (99 + 1000))
  // Both happened: the damage reached the decoders, and some pictures survived it.
  expect(report.answers.unprocessable).toBeGreaterThan(1000)
  expect(report.answers.taken).toBeGreaterThan(500)
  if (report.peakMb !== null) expect(report.peakMb).toBeLessThan(200)
})
