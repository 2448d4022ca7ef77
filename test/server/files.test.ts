import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalFiles } from '../../src/server/adapters/local-files'
import { createMemoryFiles } from '../../src/server/adapters/memory-files'
import { createSealedFiles } from '../../src/server/adapters/sealed-files'
import { describeFiles } from './contracts/files.contract'
import { temporaryFolder } from './support/folders'

const masterKey = new Uint8Array(32).fill(7)
const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString())

describeFiles('memory', async () => ({ files: createMemoryFiles(), tearDown: async () => undefined }))

describeFiles('local folder', async () => {
  const folder = temporaryFolder()
  return { files: createLocalFiles(folder.path), tearDown: async () => folder.remove() }
})

describeFiles('local folder, sealed', async () => {
  const folder = temporaryFolder()
  return { files: createSealedFiles(createLocalFiles(folder.path), masterKey), tearDown: async () => folder.remove() }
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
    await files.write('../../../escape', Buffer.from('x'))
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
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? one : two).write('shared', new Uint8Array(50_000).fill(i))),
    )
    const read = (await one.read('shared')) ?? new Uint8Array()
    expect([read.length, new Set(read).size]).toEqual([50_000, 1])
    await two.remove('shared')
    expect(await one.read('shared')).toBeNull()
  })
})

describe('sealed files', () => {
  test('nothing of the content is on the disk, and the same content never looks the same', async () => {
    const inner = createMemoryFiles()
    const files = createSealedFiles(inner, masterKey)
    await files.write('a', Buffer.from('营业执照 照片'))
    await files.write('b', Buffer.from('营业执照 照片'))
    const [a, b] = [text(await inner.read('a')), text(await inner.read('b'))]
    expect(a).not.toContain('营业执照')
    expect(a).not.toBe(b)
    expect(text(await files.read('a'))).toBe('营业执照 照片')
  })

  test('a changed file, a swapped file and another key are found out', async () => {
    const inner = createMemoryFiles()
    const files = createSealedFiles(inner, masterKey)
    await files.write('a', Buffer.from('photo a'))
    const sealed = Buffer.from((await inner.read('a')) ?? [])
    await inner.write('b', sealed)
    await expect(files.read('b')).rejects.toThrow()
    await expect(createSealedFiles(inner, new Uint8Array(32).fill(8)).read('a')).rejects.toThrow('master key')
    for (const at of [0, 3, 10, 30, sealed.length - 20, sealed.length - 1]) {
      const broken = Buffer.from(sealed)
      broken[at] = (broken[at] ?? 0) ^ 1
      await inner.write('a', broken)
      await expect(files.read('a')).rejects.toThrow()
    }
    await inner.write('a', sealed.subarray(0, 40))
    await expect(files.read('a')).rejects.toThrow()
  })

  test('the folder holds no clear byte', async () => {
    const folder = temporaryFolder()
    const files = createSealedFiles(createLocalFiles(folder.path), masterKey)
    await files.write('photos/x/full.jpg', Buffer.from('CANARY-1234567890'))
    for (const file of filesUnder(folder.path)) expect(readFileSync(file).includes('CANARY')).toBe(false)
    folder.remove()
  })
})
