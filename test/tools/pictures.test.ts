/** The schematic pictures in the repository are the ones their sources describe, and every step has one. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { indexText, stepOf } from '../../tools/screenshots/index-file'
import { captureOf } from '../../tools/screenshots/captures'
import { readList } from '../../tools/screenshots/import'
import { faultsIn, type Geometry } from '../../tools/screenshots/inspect'
import { altOf, hitsOf } from '../../tools/screenshots/alt'
import { command, fileOf, readManifest, staleness } from '../../tools/screenshots/manifest'
import { pictures as sources } from '../../tools/screenshots/pictures/index'
import { pictures as written } from '../../src/miniapp/packages/guide/pictures'
import { content } from '#domain/content/content'

const root = path.resolve(__dirname, '../..')
const manifest = readManifest(root)
const pngSignature = '89504e470d0a1a0a'

interface Png {
  readonly width: number
  readonly height: number
  readonly palette: boolean
}

/** The header chunk (PNG, third edition, 11.2.1): width and height big-endian at 16 and 20, colour type at 25. */
function readPng(bytes: Buffer): Png {
  expect(bytes.subarray(0, 8).toString('hex')).toBe(pngSignature)
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), palette: bytes[25] === 3 }
}

describe('every step', () => {
  const steps = content.guides.flatMap((guide) => guide.steps.map((step) => ({ id: `${guide.id}/${step.id}`, step })))

  test.each(steps)('$id has a picture whose numbers are its instructions', ({ id, step }) => {
    const own = sources.filter((picture) => stepOf(picture.id) === id)
    expect(own.length).toBeGreaterThan(0)
    for (const { hit } of own.flatMap(hitsOf)) expect(hit.no).toBeLessThanOrEqual(step.instructions.length)
  })

  test('no picture belongs to a step that is not there', () => {
    const known = new Set(steps.map(({ id }) => id))
    expect(sources.map(({ id }) => stepOf(id)).filter((id) => !known.has(id))).toEqual([])
  })
})

describe.each(sources.map((picture) => [picture.id, picture] as const))('%s', (_id, picture) => {
  test('is up to date', () => {
    const state = staleness(picture, manifest, root)
    if (state) throw new Error(`stale (${state}): run ${command}`)
  })

  test('is a palette PNG 750 px wide, small enough to ship', () => {
    const file = path.join(root, fileOf(picture))
    expect(existsSync(file)).toBe(true)
    const bytes = readFileSync(file)
    const captured = captureOf(picture, root) !== null
    expect(readPng(bytes)).toMatchObject(captured ? { palette: true } : { width: 750, palette: true })
    expect(bytes.length).toBeLessThanOrEqual((captured ? 200 : 60) * 1024)
  })

  test('its text alternative names the page and every number', () => {
    const alt = altOf(picture)
    expect(alt.startsWith(`示意图：${picture.page}`)).toBe(true)
    for (const { hit, name } of hitsOf(picture)) expect(alt).toContain(`${hit.no}，${hit.where ?? ''}${name}`)
    expect(alt).not.toMatch(/undefined|「」|\n/)
  })

  test('its words on frames are short, its numbers different', () => {
    const hits = hitsOf(picture).map(({ hit }) => hit)
    expect(new Set(hits.map(({ no }) => no)).size).toBe(hits.length)
    for (const { say } of hits) if (say) expect([...say.replace(/[\s，]/g, '')].length).toBeLessThanOrEqual(9)
  })
})

test('the index the step page reads is the one these pictures make', () => {
  const file = path.join(root, 'src/miniapp/packages/guide/pictures.ts')
  expect(readFileSync(file, 'utf8')).toBe(indexText(sources, manifest.pictures))
})

test('every file of the index lies in the package, with its true size', () => {
  for (const { file, width, height, alt } of Object.values(written).flat()) {
    const bytes = readFileSync(path.join(root, 'src/miniapp', file))
    expect(readPng(bytes)).toMatchObject({ width, height })
    expect(alt.length).toBeGreaterThan(20)
  }
})

describe('a list of captures to fetch', () => {
  const known = new Set(['reuse/menu', 'reuse/scan'])

  test('gives names and addresses, without remarks and empty lines', () => {
    expect(
      readList('# mine\n\nreuse/menu https://example.com/1.png\r\nreuse/scan  http://example.com/2\n', known),
    ).toEqual([
      { id: 'reuse/menu', url: 'https://example.com/1.png' },
      { id: 'reuse/scan', url: 'http://example.com/2' },
    ])
  })

  test.each([
    'reuse/nothing https://example.com/1.png',
    'reuse/menu',
    'reuse/menu file:///etc/hosts',
    'reuse/menu https://a.example b',
  ])('refuses %s and says which line', (line) => expect(() => readList(`# first\n${line}`, known)).toThrow('第 2 行'))
})

describe('a picture is refused', () => {
  const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom })
  const line = (text: string, at: ReturnType<typeof box>, badge = -1) => ({ ...at, text, size: 26, badge })
  const good: Geometry = {
    window: box(24, 24, 726, 900),
    lines: [line('企业', box(300, 330, 352, 356)), line('1', box(290, 290, 310, 310), 0)],
    badges: [{ ...box(270, 270, 318, 318), text: '1' }],
    frames: [box(290, 310, 370, 380)],
    cut: [],
  }

  test('when nothing is wrong, never', () => expect(faultsIn(good)).toEqual([]))

  test.each<[string, Partial<Geometry>]>([
    ['标注「1」盖住了「企业」', { lines: [line('企业', box(300, 300, 352, 326))] }],
    ['标注「1」和「2」叠在一起', { badges: [...good.badges, { ...box(300, 300, 348, 348), text: '2' }] }],
    ['标注出了窗口：1', { badges: [{ ...box(10, 270, 58, 318), text: '1' }] }],
    ['框线压住了「企业」', { frames: [box(320, 310, 420, 380)] }],
    ['两个框叠在一起', { frames: [...good.frames, box(360, 370, 500, 500)] }],
    ['框出了窗口', { frames: [box(290, 310, 730, 380)] }],
    ['出了窗口：企业', { lines: [line('企业', box(700, 330, 752, 356))] }],
    ['字太小：企业', { lines: [{ ...line('企业', box(300, 330, 352, 356)), size: 22 }] }],
    ['放不下：很长的标签', { cut: ['很长的标签'] }],
  ])('%s', (fault, change) => expect(faultsIn({ ...good, ...change })).toContain(fault))
})
