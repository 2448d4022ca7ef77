/** The command as it is typed: help, wrong options, only what changed, a manifest that is not the tool's. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pictureFaults } from '../../tools/screenshots/build-check'
import { budgets, medianOf, overBudget } from '../../tools/screenshots/budgets'
import { folder, manifestFile, readManifest, sha256 } from '../../tools/screenshots/manifest'
import { checkedManifest, manifestText, type Entry } from '../../tools/screenshots/manifest-shape'
import { readOptions } from '../../tools/screenshots/options'
import { createWorkshop, screenshots, type Workshop } from './support/screenshots'

jest.setTimeout(120_000)

describe('the options', () => {
  test('say what is asked', () => {
    expect(readOptions([]).asked).toEqual({ kind: 'draw', all: false, names: [] })
    expect(readOptions(['--all']).asked).toEqual({ kind: 'draw', all: true, names: [] })
    expect(readOptions(['reuse', 'reuse/menu']).asked).toMatchObject({ names: ['reuse', 'reuse/menu'] })
    expect(readOptions(['--sheet']).asked).toEqual({ kind: 'sheet' })
    expect(readOptions(['--import', 'a.txt', '--root', '/x'])).toEqual({
      asked: { kind: 'import', list: 'a.txt', seconds: 60 },
      root: '/x',
    })
  })

  test.each([
    [['--al'], '不认识 --al'],
    [['--import'], '--import 后面少了东西'],
    [['--import', '--all'], '--import 后面少了东西'],
    [['--all', '--sheet'], '--all 和 --sheet 不能一起用'],
    [['--all', 'reuse'], '--all 后面不要写 reuse'],
    [['--timeout', '5'], '--timeout 只和 --import 一起用'],
    [['--import', 'a', '--timeout', 'soon'], '--timeout 要是'],
  ])('%p is refused with the reason and the help', (args, reason) => {
    expect(() => readOptions(args)).toThrow(reason)
    expect(() => readOptions(args)).toThrow('npm run screenshots -- --help')
  })
})

describe('the manifest', () => {
  const entry: Entry = {
    source: 'a'.repeat(64),
    file: 'b'.repeat(64),
    width: 750,
    height: 600,
    bytes: 14_000,
    chromium: '147.0.0.0',
  }
  const manifest = { font: 'font 1', encoder: 'sharp 1', sheets: {}, pictures: { 'reuse/menu': entry } }
  const text = manifestText(manifest)

  test('is read as it was written', () => expect(checkedManifest(text, 'm.json')).toEqual(manifest))

  test.each([
    ['cut off', text.slice(0, 300), '不是完整的 JSON'],
    ['no object', 'null', '缺少 font 或 pictures'],
    ['without pictures', '{"font":"x"}', '缺少 font 或 pictures'],
    ['a size that is none', text.replace('750', '-1'), 'pictures["reuse/menu"].width 不对'],
    ['a hash that is none', text.replace('aaaa', 'AAAA'), 'pictures["reuse/menu"].source 不对'],
    ['another size', text.replace('600', '601'), '被手工改过'],
    ['a picture too few', text.replace('reuse/menu', 'reuse/mine'), '被手工改过'],
  ])('%s is refused, with what to run', (_name, broken, reason) => {
    expect(() => checkedManifest(broken, 'm.json')).toThrow(reason)
    expect(() => checkedManifest(broken, 'm.json')).toThrow('npm run screenshots -- --all')
  })
})

describe('the budgets', () => {
  const drawing = (id: string, kb: number) => ({ id, bytes: kb * 1024, capture: false })

  test('let good pictures pass', () => expect(overBudget([drawing('a', 20), drawing('b', 60)])).toEqual([]))
  test('the median of an even number is the lower one', () => expect(medianOf([4, 1, 3, 2])).toBe(2))

  test.each([
    ['all', Array.from({ length: 90 }, (_, index) => drawing(`a${index}`, 24)), '一共 2160 KB'],
    ['the median', [drawing('a', 26), drawing('b', 26), drawing('c', 1)], '中位数是 26 KB'],
    ['one drawing', [drawing('a', 61), drawing('b', 1), drawing('c', 1)], 'a 有 61 KB，最多 60 KB'],
    ['one capture', [{ id: 'a', bytes: 201 * 1024, capture: true }], 'a 有 201 KB，最多 200 KB'],
  ])('refuse too much of %s', (_name, pictures, fault) => expect(overBudget(pictures).join('\n')).toContain(fault))

  test('a build is refused that lacks a picture, or has one in another package', () => {
    const dir = path.join(os.tmpdir(), `build-${process.pid}`)
    const home = path.join(dir, 'packages/guide/pictures/reuse')
    const data = Buffer.from('picture')
    const entry = { source: '', file: sha256(data), width: 1, height: 1, bytes: data.length, chromium: '1' }
    const pictures = { 'reuse/menu': entry }
    mkdirSync(home, { recursive: true })
    expect(pictureFaults(dir, { font: '', pictures })).toEqual([expect.stringContaining('reuse/menu')])
    writeFileSync(path.join(home, 'menu.png'), data)
    expect(pictureFaults(dir, { font: '', pictures })).toEqual([])
    writeFileSync(path.join(dir, 'menu.1234.png'), data)
    expect(pictureFaults(dir, { font: '', pictures })).toEqual([expect.stringContaining('menu.1234.png 在别的包里')])
    writeFileSync(path.join(home, 'scan.png'), Buffer.alloc(budgets.all))
    expect(pictureFaults(dir, { font: '', pictures }).join()).toContain('步骤图一共')
    rmSync(dir, { recursive: true })
  })

  test('an operator’s capture is wanted in the drawing’s place, and may weigh what a capture may', () => {
    const dir = path.join(os.tmpdir(), `build-own-${process.pid}`)
    const [build, folder] = [path.join(dir, 'weapp/packages/guide/pictures/reuse'), path.join(dir, 'prepared')]
    const capture = Buffer.alloc(budgets.drawing + 1)
    const pictures = { 'reuse/menu': { source: '', file: '', width: 1, height: 1, bytes: 1, chromium: '1' } }
    const faults = () => pictureFaults(path.join(dir, 'weapp'), { font: '', pictures }, folder)
    for (const home of [build, path.join(folder, 'pictures/reuse')]) mkdirSync(home, { recursive: true })
    writeFileSync(path.join(folder, 'pictures/reuse/menu.jpg'), capture)
    expect(faults()).toEqual([expect.stringContaining('没有这些图，或者不是画好的那张：reuse/menu')])
    writeFileSync(path.join(build, 'menu.jpg'), capture)
    expect(faults()).toEqual([])
    writeFileSync(path.join(build, 'menu-2.png'), capture)
    expect(faults()).toContainEqual('reuse/menu-2 有 60 KB，最多 60 KB')
    rmSync(dir, { recursive: true })
  })
})

describe('the command', () => {
  let workshop: Workshop
  beforeAll(() => (workshop = createWorkshop()))
  afterAll(() => workshop.remove())
  const run = (...args: string[]) => screenshots([...args, '--root', workshop.root])

  test('--help helps', async () => {
    const { code, out } = await screenshots(['--help'])
    expect(code).toBe(0)
    for (const option of ['--all', '--sheet', '--import', '--timeout']) expect(out).toContain(option)
  })

  test('a wrong option or name ends in 1 with the help, and changes nothing', async () => {
    const before = workshop.state()
    const [option, name] = await Promise.all([run('--everything'), run('reuse/nowhere')])
    expect([option.code, name.code]).toEqual([1, 1])
    expect(option.err).toContain('不认识 --everything')
    expect(name.err).toContain('没有这样的图：reuse/nowhere')
    expect(workshop.state()).toEqual(before)
  })

  test('only what changed is drawn again, with a line for it, and comes out as it was', async () => {
    const before = workshop.state()
    rmSync(path.join(workshop.root, folder, 'reuse/menu.png'))
    workshop.put(`${folder}/reuse/terms.png`, 'not a picture')
    workshop.put(`${folder}/reuse/left-over.png`, 'of a picture that is no more')
    const first = await run()
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toMatch(/\[1\/2\] reuse\/menu {2}750×\d+ {2}\d+ KB/)
    expect(first.out).toContain('画了 2 张')
    const chromium = readManifest(workshop.root).pictures['reuse/menu']?.chromium
    if (chromium === readManifest().pictures['reuse/menu']?.chromium) expect(workshop.state()).toEqual(before)
    expect(existsSync(path.join(workshop.root, folder, 'reuse/left-over.png'))).toBe(false)
    expect((await run()).out).toContain('画了 0 张')
  })

  test('a manifest that is not the tool’s stops it, and says what to run', async () => {
    const good = workshop.read(manifestFile)
    workshop.put(manifestFile, good.subarray(0, 999))
    const before = workshop.state()
    const { code, err } = await run()
    expect(code).toBe(1)
    expect(err).toContain(`${manifestFile}：不是完整的 JSON`)
    expect(workshop.state()).toEqual(before)
    workshop.put(manifestFile, good)
  })
})
