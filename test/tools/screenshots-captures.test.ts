/** An operator's captures take the drawings' place, and leave no trace when they go. */
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { budgets } from '../../tools/screenshots/budgets'
import { capturesIn, type Capture } from '../../tools/screenshots/captures'
import type { Compose } from '../../tools/screenshots/compose'
import { dayTaken } from '../../tools/screenshots/exif-date'
import { fit, fitAll, type Candidate } from '../../tools/screenshots/fit'
import { indexFile } from '../../tools/screenshots/index-file'
import { folder, readManifest } from '../../tools/screenshots/manifest'
import { levels } from '../../tools/screenshots/encode'
import { readSidecar, SidecarFault } from '../../tools/screenshots/sidecar'
import { createWorkshop, screenshots, type Workshop } from './support/screenshots'

jest.setTimeout(180_000)

const home = 'content/screenshots'
const taken = { IFD0: { Make: 'Someone' }, IFD2: { DateTimeOriginal: '2026:06:03 10:11:12' } }
const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1' } }

let workshop: Workshop
beforeEach(() => (workshop = createWorkshop()))
afterEach(() => workshop.remove())
const run = (...args: string[]) => screenshots([...args, '--root', workshop.root])
const index = () => workshop.read(indexFile).toString()

/** Left half red, right half blue, with white lines. */
const page = (width = 1440, height = 900) =>
  sharp({ create: { width, height, channels: 3, background: '#E00000' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#0000E0' } },
      left: width / 2,
      top: 0,
    },
  ])
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })

async function pixel(data: Buffer, x: number, y: number): Promise<readonly number[]> {
  const { width, height } = await sharp(data).metadata()
  const at = { left: Math.round(x * width), top: Math.round(y * height), width: 1, height: 1 }
  return [...(await sharp(data).removeAlpha().toColourspace('srgb').extract(at).raw().toBuffer())]
}

test('a photograph takes the drawing’s place: upright, scaled, without metadata, with its day; and goes without a trace', async () => {
  const before = workshop.state()
  const upright = await page().png().toBuffer()
  const onItsSide = await sharp(upright)
    .rotate(-90)
    .withIccProfile('p3')
    .withExif({ ...taken, ...place })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  workshop.put(`${home}/reuse/scan.jpg`, onItsSide)
  workshop.put(`${home}/reuse/scan.json`, '{"date":"2026-06-03"}')
  expect(await run()).toMatchObject({ code: 0, err: '' })
  const entry = readManifest(workshop.root).pictures['reuse/scan']
  expect(entry).toMatchObject({ taken: '2026-06-03', width: 1125 })
  const made = workshop.read(`${folder}/reuse/scan.${entry?.type ?? 'png'}`)
  const meta = await sharp(made).metadata()
  expect([meta.exif, meta.icc, meta.xmp, meta.orientation]).toEqual([undefined, undefined, undefined, undefined])
  expect(made.includes('Someone') || made.includes('GPS')).toBe(false)
  const [left, right] = [await pixel(made, 0.25, 0.4), await pixel(made, 0.75, 0.4)]
  expect((left[0] ?? 0) - (left[2] ?? 0)).toBeGreaterThan(150)
  expect((right[2] ?? 0) - (right[0] ?? 0)).toBeGreaterThan(150)
  expect(index()).toMatch(/at\('reuse\/scan\.(png|jpg)', 1125, \d+, '截图（2026-06-03）：.*'capture'\)/)
  expect((await run()).out).toContain(`画了 0 张，共 ${count()} 张，其中实拍 1 张`)

  rmSync(path.join(workshop.root, home), { recursive: true })
  expect((await run()).code).toBe(0)
  const now = workshop.state()
  if (entry?.chromium === readManifest().pictures['reuse/scan']?.chromium) expect(now).toEqual(before)
  expect(Object.keys(now)).toEqual(Object.keys(before))
})

const count = () => Object.keys(readManifest().pictures).length

test('frames, crop and words come from the sidecar; a picture that no drawing has is added', async () => {
  const file = await page().png().withExif(taken).toBuffer()
  workshop.put(`${home}/reuse/menu-2.png`, file)
  workshop.put(`${home}/reuse/menu-9.png`, file)
  workshop.put(
    `${home}/reuse/menu-9.json`,
    JSON.stringify({
      date: null,
      crop: { x: 0.5, y: 0, w: 0.5, h: 1 },
      highlights: [{ no: 2, x: 0.6, y: 0.4, w: 0.3, h: 0.2, say: '点这里' }],
      alt: '蓝色的一半。',
    }),
  )
  expect(await run('reuse')).toMatchObject({ code: 0, err: '' })
  const { pictures } = readManifest(workshop.root)
  expect([pictures['reuse/menu-2']?.taken, pictures['reuse/menu-9']?.taken]).toEqual(['2026-06-03', ''])
  expect(index()).toContain("'截图：蓝色的一半。', [], 'capture'")
  const made = workshop.read(`${folder}/reuse/menu-9.${pictures['reuse/menu-9']?.type ?? 'png'}`)
  const colours = new Set<string>()
  const { data, info } = await sharp(made).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += info.channels) colours.add(data.toString('hex', at, at + 3))
  expect(colours.has('0b5d6b')).toBe(true) // the frame, as in the drawings
  expect([...colours].some((colour) => /^[d-f][0-9a-f]0[0-9a-f]0[0-9a-f]$/.test(colour))).toBe(false) // no red half
})

test('a photograph too heavy for its cap is made coarser until it fits', async () => {
  workshop.put(`${home}/reuse/terms.jpg`, await noise(1000, 1250).jpeg({ quality: 95 }).withExif(taken).toBuffer())
  expect(await run('reuse/terms')).toMatchObject({ code: 0, err: '' })
  const entry = readManifest(workshop.root).pictures['reuse/terms']
  expect(entry).toMatchObject({ type: 'jpg', width: 750 })
  expect(entry?.bytes).toBeLessThanOrEqual(budgets.capture)
  expect(existsSync(path.join(workshop.root, folder, 'reuse/terms.png'))).toBe(false)
})

test('wrong files stop the command with file, field and reason, and change nothing', async () => {
  const good = await page().png().withExif(taken).toBuffer()
  workshop.put(`${home}/reuse/menu.png`, good)
  workshop.put(`${home}/reuse/menu.json`, '{"highlights":\n[{"no":1,"x":2,"y":0,"w":0.1,"h":0.1}]}')
  workshop.put(`${home}/reuse/scan.png`, good.subarray(0, good.length / 2))
  const before = workshop.state()
  const { code, err } = await run()
  expect(code).toBe(1)
  expect(err).toContain(`${home}/reuse/menu.json:2  highlights[0].x：要是 0 到 1 之间的数`)
  expect(err).toContain(`${home}/reuse/scan.png  不是能用的图片：`)
  expect(err).toContain('什么都没有改')
  expect(workshop.state()).toEqual(before)
})

test('frames that lie upon one another stop it too, before anything is written', async () => {
  workshop.put(`${home}/reuse/menu.png`, await page().png().withExif(taken).toBuffer())
  const one = { x: 0.3, y: 0.3, w: 0.2, h: 0.2 }
  workshop.put(
    `${home}/reuse/menu.json`,
    JSON.stringify({
      highlights: [
        { no: 1, ...one },
        { no: 2, ...one },
      ],
    }),
  )
  const before = workshop.state()
  const { code, err } = await run()
  expect([code, err]).toEqual([1, expect.stringContaining(`${home}/reuse/menu.json:1  画得不对`)])
  expect(workshop.state()).toEqual(before)
})

describe('a capture is refused', () => {
  const cases: readonly (readonly [string, string, () => Promise<Buffer | string>, RegExp])[] = [
    [
      'for a step that is not there',
      'reuse/nowhere.png',
      () => page().png().toBuffer(),
      /没有叫「reuse\/nowhere」的步骤/,
    ],
    ['for a guide that is not there', 'mine/menu.png', () => page().png().toBuffer(), /没有叫「mine\/menu」的步骤/],
    ['as a tenth picture', 'reuse/menu-10.png', () => page().png().toBuffer(), /文件名要是 <步骤> 或 <步骤>-2 到 -9/],
    [
      'when its day is unknown',
      'reuse/menu.png',
      () => page().png().toBuffer(),
      /不知道是哪天拍的。在旁边的 menu\.json/,
    ],
    ['when it is text', 'reuse/menu.png', async () => 'hello', /menu\.png  不是能用的图片：Input/],
    ['when it is empty', 'reuse/menu.png', async () => '', /menu\.png  不是能用的图片：文件是空的/],
    ['when it lies beside the guides', 'menu.png', () => page().png().toBuffer(), /要放在 <guide> 的文件夹里/],
    [
      'when it is a drawing in SVG',
      'reuse/menu.png',
      async () => '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"/>',
      /不是 png、jpg 或 webp|不是能用的图片/,
    ],
    ['when it is too narrow', 'reuse/menu.png', () => page(300, 300).png().toBuffer(), /只有 300 像素宽/],
    ['when it is too long', 'reuse/menu.png', () => page(400, 2000).png().toBuffer(), /太长了，高是宽的 5\.0 倍/],
    ['without its image', 'reuse/menu.json', async () => '{}', /旁边没有同名的图片/],
  ]
  test.each(cases)('%s', async (_name, file, data, reason) => {
    workshop.put(`${home}/${file}`, await data())
    await expect(capturesIn(workshop.root)).rejects.toThrow(reason)
  })

  test('when there are two of it; notes and lists beside them do not matter', async () => {
    workshop.put(`${home}/guide-004.txt`, 'reuse/menu https://example.com')
    workshop.put(`${home}/reuse/README.md`, 'notes')
    workshop.put(`${home}/reuse/.DS_Store`, '')
    expect((await capturesIn(workshop.root)).size).toBe(0)
    workshop.put(`${home}/reuse/menu.png`, await page().png().toBuffer())
    workshop.put(`${home}/reuse/menu.webp`, await page().webp().toBuffer())
    await expect(capturesIn(workshop.root)).rejects.toThrow('重名，只留一张')
  })
})

test.each([
  ['{"date":"2026-02-30"}', 'date：'],
  ['{"day":"2026-02-03"}', 'day：没有这一项'],
  ['{"date":"2026-02-03"', '不是合法的 JSON'],
  ['{"date":null,"date":"2026-02-03"}', 'date：写了两次'],
  ['[]', '要是一个 JSON 对象'],
  ['{"crop":{"x":0,"y":0,"w":0,"h":1}}', 'crop.w：不能是 0'],
  ['{"crop":{"x":0.5,"y":0,"w":0.6,"h":1}}', 'crop.w：x 加 w 超出了图的右边'],
  ['{"crop":7}', 'crop：'],
  ['{"alt":"两\\n行"}', 'alt：要是一行'],
  ['{"highlights":{}}', 'highlights：要是一个列表'],
  ['{"highlights":[5]}', 'highlights[0]：'],
  ['{"highlights":[{"no":3,"x":0,"y":0,"w":1,"h":1}]}', 'highlights[0].no：要是这一步说明里的号，1 到 2'],
  ['{"highlights":[{"no":1,"x":0,"y":0,"w":1,"h":"1"}]}', 'highlights[0].h：'],
  [
    '{"highlights":[{"no":1,"x":0,"y":0,"w":1,"h":1,"say":"这个词实在是太长了"},{"no":1,"x":0,"y":0,"w":1,"h":1,"say":"这个词实在是太长了吧"}]}',
    'highlights[1].say：',
  ],
  [
    '{"crop":{"x":0,"y":0,"w":0.5,"h":1},"highlights":[{"no":1,"x":0.4,"y":0,"w":0.2,"h":1}]}',
    '不在 crop 留下的部分里',
  ],
])('the sidecar %s is refused with its field', (text, reason) => {
  expect(() => readSidecar(text, 2)).toThrow(reason)
})

test('a fault in a sidecar has its line', () => {
  const line = (text: string): unknown => {
    try {
      return readSidecar(text, 2)
    } catch (error) {
      return error instanceof SidecarFault ? error.line : error
    }
  }
  expect(line('{\n"date": null,\n"alt": ""\n}')).toBe(3)
  expect(line('{\n"date": null\n"alt": ""\n}')).toBe(3)
  expect(line('{"highlights": [\n{"no": 1, "x": 0,\n"y": 0, "w": 0.5}]}')).toBe(2)
})

describe('the day in EXIF', () => {
  test('is read in both byte orders', async () => {
    const { exif } = await sharp(await page().jpeg().withExif(taken).toBuffer()).metadata()
    expect(dayTaken(exif ?? Buffer.alloc(0))).toBe('2026-06-03')
    const big = Buffer.alloc(60)
    big.write('MM\0*', 0, 'latin1')
    big.writeUInt32BE(8, 4)
    big.writeUInt16BE(1, 8)
    big.set([0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26], 10)
    big.writeUInt16BE(1, 26)
    big.set([0x90, 0x03, 0, 2, 0, 0, 0, 20, 0, 0, 0, 40], 28)
    big.write('2025:12:31 23:59:59', 40, 'latin1')
    expect(dayTaken(big)).toBe('2025-12-31')
    for (let length = 0; length < 50; length += 1) expect(dayTaken(big.subarray(0, length))).toBeNull()
  })

  test('never throws on broken bytes', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const bytes = Buffer.from(Array.from({ length: 64 }, (_, at) => (seed * 31 + at * at * 7) % 256))
      bytes.write(seed % 2 ? 'II*\0' : 'MM\0*', 0, 'latin1')
      expect([null, 'string']).toContain(dayTaken(bytes) === null ? null : 'string')
    }
  })
})

describe('together', () => {
  const capture = (id: string): Capture => ({ id, file: `${home}/${id}.jpg`, sidecar: {}, date: null, sha256: '' })
  /** As many bytes as the name says, half of them at each coarser level. */
  const compose: Compose = async ({ id }, level) => {
    const bytes = Math.round(Number(id) / 2 ** levels.indexOf(level))
    return { data: Buffer.alloc(bytes), type: 'jpg', width: 1, height: 1 }
  }
  const candidate = async (kb: number): Promise<Candidate> => {
    const fitted = await fit(capture(String(kb * 1024)), compose)
    return { capture: fitted.capture, bytes: fitted.encoded.data.length, fitted }
  }
  const kbOf = (all: readonly Candidate[]) => all.map(({ bytes }) => bytes / 1024)

  test('captures within all limits stay as fine as can be', async () => {
    expect(kbOf(await fitAll([await candidate(150), await candidate(300)], 0, compose))).toEqual([150, 150])
  })

  test('the largest is squeezed first, again and again, and one that was up to date is made again', async () => {
    const upToDate = { capture: capture(String(199 * 1024)), bytes: 199 * 1024, fitted: null }
    const all = await fitAll([await candidate(40), upToDate, await candidate(160)], 0, compose, 200 * 1024)
    expect(kbOf(all)).toEqual([40, 49.75, 80])
    expect(all.map(({ fitted }) => fitted?.squeezed)).toEqual([false, true, true])
  })

  test('what cannot be squeezed enough is refused, with the largest named', async () => {
    await expect(fitAll([await candidate(190), await candidate(20)], 0, compose, 10 * 1024)).rejects.toThrow(
      /步骤图一共 .* KB，最多 10 KB，实拍已经压到最小。最大的是 .*194560\.jpg 12 KB/,
    )
    await expect(fit(capture(String(4000 * 1024)), compose)).rejects.toThrow('压到最小还有 250 KB，最多 200 KB')
  })
})
