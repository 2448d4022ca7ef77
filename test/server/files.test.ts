import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalFiles } from '../../src/server/adapters/local-files'
import { createMemoryFiles } from '../../src/server/adapters/memory-files'
import { createLocalKeys } from '../../src/server/adapters/local-keys'
import { createMemoryKeys } from '../../src/server/adapters/memory-keys'
import { describeFiles } from './contracts/files.contract'
import { sealedBefore } from './support/sealed-before'
import { temporaryFolder } from './support/folders'
import { masterKey, sealed } from './support/sealed'

const owner = 'A'.repeat(22)
const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString())

describeFiles('memory', async () => ({ files: createMemoryFiles(), tearDown: async () => undefined }))

describeFiles('local folder', async () => {
  const folder = temporaryFolder()
  return { files: createLocalFiles(folder.path), tearDown: async () => folder.remove() }
})

const keysIn = (folder: string) => path.join(folder, 'keys')

describeFiles('local folder, sealed', async () => {
  const folder = temporaryFolder()
  return {
    files: sealed(createLocalFiles(folder.path), createLocalKeys(keysIn(folder.path))),
    tearDown: async () => folder.remove(),
  }
})

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
}

describe('local folder', () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())

  test('no key reaches the file system as a name, and nobody else may read', async () => {
    const files = createLocalFiles(folder.path)
    await files.write('../../../escape', Buffer.from('x'), owner)
    const [file = ''] = filesUnder(folder.path)
    expect(path.relative(folder.path, file)).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{60}$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('what a killed process left half-written is cleared by a later start, what another is writing is not', async () => {
    const drafts = path.join(folder.path, 'drafts')
    for (const name of ['left', 'being-written']) writeFileSync(path.join(drafts, name), 'half')
    const earlier = new Date(Date.now() - 2 * 3_600_000)
    utimesSync(path.join(drafts, 'left'), earlier, earlier)
    createLocalFiles(folder.path)
    expect(readdirSync(drafts)).toEqual(['being-written'])
  })

  test('several processes share it', async () => {
    const [one, two] = [createLocalFiles(folder.path), createLocalFiles(folder.path)]
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        (i % 2 === 0 ? one : two).write('shared', new Uint8Array(50_000).fill(i), owner),
      ),
    )
    const read = (await one.read('shared', owner)) ?? new Uint8Array()
    expect([read.length, new Set(read).size]).toEqual([50_000, 1])
    await two.remove('shared')
    expect(await one.read('shared', owner)).toBeNull()
  })
})

describe('sealed files', () => {
  test('nothing of the content is on the disk, and the same content never looks the same', async () => {
    const inner = createMemoryFiles()
    const files = sealed(inner)
    await files.write('a', Buffer.from('营业执照 照片'), owner)
    await files.write('b', Buffer.from('营业执照 照片'), owner)
    const [a, b] = [text(await inner.read('a', owner)), text(await inner.read('b', owner))]
    expect(a).not.toContain('营业执照')
    expect(a).not.toBe(b)
    expect(text(await files.read('a', owner))).toBe('营业执照 照片')
  })

  test('a changed file, a swapped file, another merchant and another key are found out', async () => {
    const [inner, keys] = [createMemoryFiles(), createMemoryKeys()]
    const files = sealed(inner, keys)
    await files.write('a', Buffer.from('photo a'), owner)
    const bytes = Buffer.from((await inner.read('a', owner)) ?? [])
    await inner.write('b', bytes, owner)
    await expect(files.read('b', owner)).rejects.toThrow()
    const other = 'B'.repeat(22)
    await expect(files.read('a', other)).rejects.toThrow('gone')
    await files.write('c', Buffer.from('photo c'), other)
    await expect(files.read('a', other)).rejects.toThrow('another')
    await expect(sealed(inner, keys, new Uint8Array(32).fill(8)).read('a', owner)).rejects.toThrow('gone')
    for (const at of [0, 3, 10, 30, bytes.length - 20, bytes.length - 1]) {
      const broken = Buffer.from(bytes)
      broken[at] = (broken[at] ?? 0) ^ 1
      await inner.write('a', broken, owner)
      await expect(files.read('a', owner)).rejects.toThrow()
    }
    await inner.write('a', bytes.subarray(0, 40), owner)
    await expect(files.read('a', owner)).rejects.toThrow()
  })

  test('from before merchants had keys: still opens, for no other name and with no other master key', async () => {
    const inner = createMemoryFiles()
    const before = sealedBefore('photos/old/full.jpg', Buffer.from('an old photo'), masterKey)
    for (const name of ['photos/old/full.jpg', 'photos/other/full.jpg']) await inner.write(name, before, owner)
    const files = sealed(inner)
    expect(text(await files.read('photos/old/full.jpg', owner))).toBe('an old photo')
    await expect(files.read('photos/other/full.jpg', owner)).rejects.toThrow()
    const strange = sealed(inner, createMemoryKeys(), new Uint8Array(32).fill(8))
    await expect(strange.read('photos/old/full.jpg', owner)).rejects.toThrow('another master key')
    await files.write('photos/old/full.jpg', Buffer.from('written again'), owner)
    expect(text(await files.read('photos/old/full.jpg', owner))).toBe('written again')
  })

  test('the folder holds no clear byte', async () => {
    const folder = temporaryFolder()
    const files = sealed(createLocalFiles(folder.path))
    await files.write('photos/x/full.jpg', Buffer.from('CANARY-1234567890'), owner)
    for (const file of filesUnder(folder.path)) expect(readFileSync(file).includes('CANARY')).toBe(false)
    folder.remove()
  })
})
