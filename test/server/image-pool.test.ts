/** What becomes of a picture, and of everybody else's, when the process that looks at it is lost. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { createImagePool, poolLimits, type ImagePool } from '../../src/server/adapters/image-pool'
import { Unavailable } from '../../src/server/core/ports'
import { until } from '../support/until'

jest.setTimeout(60_000)

const outdir = `.cache/test/image-pool-${process.pid}`
const entry = path.resolve(outdir, 'bad-image-process.js')
const problems: string[] = []
const log = {
  info: () => undefined,
  error: (event: string, error: unknown) => void problems.push(`${event}: ${(error as Error).message}`),
}
const pools: ImagePool[] = []
const pool = (limits = {}, at = entry) => {
  const made = createImagePool(at, log, { ...poolLimits, ...limits })
  pools.push(made)
  return made
}

beforeAll(() =>
  build({
    entryPoints: ['test/server/support/bad-image-process.ts'],
    outdir,
    bundle: true,
    platform: 'node',
    packages: 'external',
  }),
)
beforeEach(() => problems.splice(0))
afterEach(() => pools.splice(0).forEach((each) => each.close()))
afterAll(() => rmSync(outdir, { recursive: true, force: true }))

const good = { ok: true, width: 1, height: 1 }
const unprocessable = { ok: false, error: 'unprocessable' }
const jpegOf = (what: string) => Buffer.from(what)
const pidOf = async (images: ImagePool, what = 'pid') => Number((await images.readLicence(jpegOf(what)))?.name)
const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const gone = (pid: number) => until(`${pid} is gone`, () => !isThere(pid))

test.each([
  ['crash', {}, 'SIGSEGV'],
  ['hang', { timeoutMs: 8000 }, 'took more than 8000 ms'],
  ['grow', { maxRss: 400 * 2 ** 20 }, / held \d+ MB/],
])('a picture that makes it %s is no good, and the next one finds another process', async (what, limits, why) => {
  const images = pool(limits)
  const first = await pidOf(images)
  expect(await images.normalise(jpegOf(what))).toEqual(unprocessable)
  await gone(first)
  expect(problems).toEqual([expect.stringMatching(why)])
  expect(await images.normalise(jpegOf('good'))).toMatchObject(good)
  expect(await pidOf(images)).not.toBe(first)
})

test('lost for another reason, or with a picture that was made here: unavailable', async () => {
  const images = pool()
  await expect(images.normalise(jpegOf('killed from outside'))).rejects.toThrow(Unavailable)
  await expect(images.watermark(jpegOf('crash'), '')).rejects.toThrow(Unavailable)
  expect(await images.readLicence(jpegOf('crash'))).toBeNull()
  expect(await images.normalise(jpegOf('good'))).toMatchObject(good)
})

test('killed while it rests: nobody notices', async () => {
  const images = pool()
  const pid = await pidOf(images)
  process.kill(pid, 'SIGKILL')
  await gone(pid)
  expect(await images.normalise(jpegOf('good'))).toMatchObject(good)
  expect(problems).toEqual([])
})

test('one that cannot start: unavailable, and the log has its words', async () => {
  const images = pool({}, path.resolve('package.json'))
  await expect(images.normalise(jpegOf('good'))).rejects.toThrow(Unavailable)
  const missing = pool({}, path.resolve(outdir, 'nowhere.js'))
  await expect(missing.normalise(jpegOf('good'))).rejects.toThrow(Unavailable)
  expect(problems[1]).toContain('Cannot find module')
})

test('answers that no picture has are not believed, and what the work threw is thrown here', async () => {
  const images = pool()
  await expect(images.normalise(jpegOf('no JPEG'))).rejects.toThrow()
  await expect(images.normalise(jpegOf('other members'))).rejects.toThrow()
  await expect(images.watermark(jpegOf('throw'), '')).rejects.toThrow('the work threw')
})

test('two processes at most, used again, and ended when one has grown or there is nothing to do', async () => {
  const images = pool({ idleMs: 300, maxRestingRss: 110 * 2 ** 20 })
  const pids = new Set(await Promise.all(Array.from({ length: 8 }, () => pidOf(images, 'slow'))))
  expect(pids.size).toBe(2)
  for (const pid of pids) await gone(pid)
  const pid = await pidOf(images)
  await images.normalise(jpegOf('fat but good'))
  await gone(pid)
  expect(problems).toEqual([])
})

test('it gets nothing of the environment that could be a secret', async () => {
  process.env.MASTER_KEY = 'CANARY'
  const { name = '' } = (await pool().readLicence(jpegOf('environment'))) ?? {}
  delete process.env.MASTER_KEY
  expect(name.split(',').filter((each) => !each.startsWith('NODE_CHANNEL'))).toEqual(
    expect.arrayContaining(['VIPS_BLOCK_UNTRUSTED', 'MALLOC_ARENA_MAX']),
  )
  expect(name).not.toMatch(/MASTER|KEY|SECRET|DATABASE/)
})
