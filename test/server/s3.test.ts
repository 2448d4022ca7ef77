/** Files in object storage: the contract, and what a storage does on its bad days. */
import { createS3Files } from '../../src/server/adapters/s3-files'
import { StorageFull, Unavailable, type FileStore } from '../../src/server/core/ports'
import { describeFiles } from './contracts/files.contract'
import { sealed } from './support/sealed'
import { startS3, type Mischief, type S3Server } from './support/s3'

jest.setTimeout(60_000)

const owner = 'A'.repeat(22)
let s3: S3Server
let files: FileStore
beforeAll(async () => {
  s3 = await startS3()
  files = await createS3Files(s3.settings)
})
afterEach(() => s3.misbehave('none'))
afterAll(() => s3.stop())

describeFiles('S3', async () => ({ files: await createS3Files(s3.settings), tearDown: async () => undefined }))
describeFiles('S3, sealed', async () => ({
  files: sealed(await createS3Files(s3.settings)),
  tearDown: async () => undefined,
}))

const failure = async (run: Promise<unknown>): Promise<Error> =>
  run.then(
    () => Promise.reject(new Error('it went well')),
    (error: unknown) => error as Error,
  )
const causeOf = (error: Error): string => String((error.cause as Error | undefined)?.message)

describe('a storage that misbehaves', () => {
  test.each<[Mischief, RegExp]>([
    ['slow-down', /SlowDown.*503/],
    ['reset', /ECONNRESET|socket hang up/],
  ])('%s: nothing is acknowledged, and the log gets the cause', async (mischief, cause) => {
    s3.misbehave(mischief)
    for (const run of [
      () => files.write('photos/a/full.jpg', Buffer.from('a'), owner),
      () => files.read('photos/a/full.jpg', owner),
    ]) {
      const error = await failure(run())
      expect(error).toBeInstanceOf(Unavailable)
      expect(causeOf(error)).toMatch(cause)
    }
    s3.misbehave('none')
    expect(await files.read('photos/a/full.jpg', owner)).toBeNull()
  })

  test('busy for a moment: it is tried again', async () => {
    for (const mischief of ['slow-down', 'reset'] as const) {
      s3.misbehave(mischief, 1)
      await files.write(`photos/${mischief}/full.jpg`, Buffer.from('again'), owner)
      s3.misbehave(mischief, 1)
      expect(Buffer.from((await files.read(`photos/${mischief}/full.jpg`, owner)) ?? []).toString()).toBe('again')
    }
  })

  test('a body that breaks off is never taken for the file', async () => {
    await files.write('photos/long/full.jpg', new Uint8Array(2_000_000).fill(3), owner)
    s3.misbehave('truncate')
    expect(await failure(files.read('photos/long/full.jpg', owner))).toBeInstanceOf(Unavailable)
    s3.misbehave('none')
    expect((await files.read('photos/long/full.jpg', owner))?.length).toBe(2_000_000)
  })

  test('no room left is said as such', async () => {
    s3.misbehave('full')
    await expect(files.write('photos/b/full.jpg', Buffer.from('b'), owner)).rejects.toThrow(StorageFull)
  })

  test('a wrong key and a missing bucket are unavailable, and neither key is in the error', async () => {
    const wrong = await createS3Files({ ...s3.settings, accessKeyId: 'SOMEBODY', secretAccessKey: 'not-the-secret' })
    const denied = await failure(wrong.write('photos/c/full.jpg', Buffer.from('c'), owner))
    expect(denied).toBeInstanceOf(Unavailable)
    expect(causeOf(denied)).toMatch(/InvalidAccessKeyId.*403/)
    expect(JSON.stringify([denied.message, denied.stack, causeOf(denied)])).not.toMatch(/not-the-secret/)
    const nowhere = await createS3Files({ ...s3.settings, bucket: 'nowhere' })
    for (const run of [
      () => nowhere.write('photos/c/full.jpg', Buffer.from('c'), owner),
      () => nowhere.read('photos/c/full.jpg', owner),
    ]) {
      const missing = await failure(run())
      expect(missing).toBeInstanceOf(Unavailable)
      expect(causeOf(missing)).toMatch(/NoSuchBucket/)
    }
    const unreachable = await createS3Files({ ...s3.settings, endpoint: 'http://127.0.0.1:9' })
    for (const run of [() => unreachable.check(), () => unreachable.remove('photos/c/full.jpg')])
      expect(await failure(run())).toBeInstanceOf(Unavailable)
  })
})

test('what is kept there is sealed, under the prefix', async () => {
  await sealed(files).write('photos/x/full.jpg', Buffer.from('CANARY-123'), owner)
  const raw = await createS3Files({ ...s3.settings, prefix: '' })
  const stored = Buffer.from((await raw.read('kaitong/photos/x/full.jpg', owner)) ?? [])
  expect(stored.length).toBeGreaterThan(10)
  expect(stored.includes('CANARY')).toBe(false)
})
