/** The schematic pictures in the repository are the ones their sources describe, and every step has one. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { overBudget } from '../../tools/screenshots/budgets'
import { indexText } from '../../tools/screenshots/index-file'
import { faultsIn, type Geometry } from '../../tools/screenshots/inspect'
import { altOf, hitsOf } from '../../tools/screenshots/alt'
import { command, fileOf, folder, isCapture, readManifest, staleness } from '../../tools/screenshots/manifest'
import { pictures as sources } from '../../tools/screenshots/pictures/index'
import { sheetFile, sheetFolder, sheetStaleness } from '../../tools/screenshots/sheet'
import { sheetReadme } from '../../tools/screenshots/sheet-readme'
import { slotAlt, slotsOf, type Slot } from '../../tools/screenshots/slots'
import { stepOf } from '../../tools/screenshots/steps'
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

/** What the repository shows: the drawings, and the captures that take their place. */
let slots: readonly Slot[] = []
beforeAll(async () => {
  slots = await slotsOf(root)
})

test('every picture is up to date', () => {
  const stale = slots.flatMap((slot) => {
    const state = staleness(slot, manifest, root)
    return state ? [`${slot.id} (${state})`] : []
  })
  if (stale.length > 0) throw new Error(`stale: ${stale.join(', ')}; run ${command}`)
})

test('no picture lies in the package that no source describes', () => {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  const known = new Set(slots.map(({ id }) => path.relative(folder, fileOf(id, manifest.pictures[id]))))
  expect(files.filter((file) => path.extname(file) !== '' && !known.has(file))).toEqual([])
  expect(Object.keys(manifest.pictures).sort()).toEqual(slots.map(({ id }) => id).sort())
})

test('the pictures keep within their budgets', () => {
  const weighed = Object.entries(manifest.pictures).map(([id, entry]) => ({
    id,
    bytes: readFileSync(path.join(root, fileOf(id, entry))).length,
    capture: isCapture(entry),
  }))
  expect(weighed.map(({ id, bytes }) => [id, bytes])).toEqual(
    Object.entries(manifest.pictures).map(([id, { bytes }]) => [id, bytes]),
  )
  expect(overBudget(weighed)).toEqual([])
})

describe('the contact sheets', () => {
  test.each(content.guides.map(({ id }) => id))('%s is not older than its pictures', (guide) => {
    const state = sheetStaleness(slots, guide, manifest, root)
    if (state) throw new Error(`${sheetFile(guide)} is stale (${state}): run ${command} -- --sheet`)
    expect(readPng(readFileSync(path.join(root, sheetFile(guide)))).palette).toBe(true)
    expect(readFileSync(path.join(root, sheetFile(guide))).length).toBeLessThan(500 * 1024)
  })

  test('their table is the one these pictures make, and the README leads to it', () => {
    const readme = readFileSync(path.join(root, sheetFolder, 'README.md'), 'utf8')
    if (readme !== sheetReadme(slots, manifest.pictures)) throw new Error(`stale: run ${command} -- --sheet`)
    for (const { id } of slots) expect(readme).toContain(`[${id}](`)
    for (const name of ['README.md', 'README.zh-CN.md'])
      expect(readFileSync(path.join(root, name), 'utf8')).toContain(`${sheetFolder}/README.md`)
  })
})

describe.each(sources.map((picture) => [picture.id, picture] as const))('%s', (id, picture) => {
  test('its file is a PNG with a palette, as large as the manifest says', () => {
    const entry = manifest.pictures[id]
    if (!entry || isCapture(entry)) return expect(entry).toBeDefined()
    const { width, height } = entry
    expect(readPng(readFileSync(path.join(root, fileOf(id, entry))))).toEqual({ width, height, palette: true })
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
  expect(readFileSync(file, 'utf8')).toBe(indexText(slots, manifest.pictures))
})

test('every file of the index lies in the package, with its true size', () => {
  const shown = Object.values(written).flat()
  expect(shown.map(({ alt }) => alt)).toEqual(slots.map((slot) => slotAlt(slot)))
  for (const { file, width, height, alt } of shown) {
    const bytes = readFileSync(path.join(root, 'src/miniapp', file))
    if (file.endsWith('.png')) expect(readPng(bytes)).toMatchObject({ width, height })
    expect(alt.length).toBeGreaterThan(20)
  }
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
