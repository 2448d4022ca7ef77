/** A photograph is looked at on the phone: warned about, kept all the same; straightened, taken back; not lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { judgedSet } from '../photo/support/judged-set'
import { photographs, sets, type Fault } from '../photo/support/labelled'
import { arrive, see, tap } from './support/browser'
import { begin, visit } from './support/merchant'
import { startServer } from './support/server'
import { openStage } from './support/stage'

const stage = openStage(() => startServer())
const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-check-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const licence = '?material=business-licence&slot=business-licence'

const fileOf = (name: Fault | 'clean') => path.join(dir, `${name}.jpg`)

/** Of the labelled photographs, one of each; taken before the journeys, which have their own clock. */
beforeAll(async () => {
  await judgedSet('journey')
  for await (const { jpeg, faults } of photographs(sets.journey)) writeFileSync(fileOf(faults[0] ?? 'clean'), jpeg)
}, 300_000)

async function chooseFrom(page: Page, file: string): Promise<void> {
  await arrive(page, 'packages/capture/shoot')
  const chooser = page.waitForEvent('filechooser')
  await tap(page, '从相册选')
  await (await chooser).setFiles(file)
  await arrive(page, 'packages/capture/check')
}

const shown = (page: Page) => page.locator('.check-photo:visible img').last()

/** px of the photo that is shown now. */
async function sizeOf(page: Page): Promise<readonly [number, number]> {
  return shown(page).evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return [image.naturalWidth, image.naturalHeight] as const
  })
}

stage.journey('a blurred one is warned about, and can be kept', async ({ server, newPhone }) => {
  const page = await begin(await newPhone(), server, false)
  await visit(page, 'packages/capture/shoot', licence)
  await chooseFrom(page, fileOf('blurred'))
  await see(page, '字有点糊')
  await see(page, '再拍一张')
  await tap(page, '就用这张')
  await tap(page, '先不传，只留在手机里')
  // The page goes back by itself, and would take the next one along.
  await arrive(page, 'pages/home')
  await visit(page, 'packages/material/detail', '?id=business-licence')
  await page.locator('.mat-slot:visible img[src^="blob:"]').waitFor()
})

stage.journey(
  'a tilted one is straightened, taken back, straightened again and uploaded upright',
  async ({ server, newPhone }) => {
    const page = await begin(await newPhone(), server, true)
    await visit(page, 'packages/capture/shoot', licence)
    await chooseFrom(page, fileOf('tilted'))
    await see(page, '证件拍歪了')
    const chosen = await sizeOf(page)
    await tap(page, '拉正')
    await see(page, '把四个角拖到证件的角上')
    expect(await page.locator('.corners-handle:visible').count()).toBe(4)
    await tap(page, '用这个范围')
    await see(page, '拍得很清楚')
    expect(await sizeOf(page)).not.toEqual(chosen)
    await tap(page, '撤销')
    await see(page, '证件拍歪了')
    expect(await sizeOf(page)).toEqual(chosen)
    await tap(page, '拉正')
    await tap(page, '用这个范围')
    await see(page, '拍得很清楚')
    const [width, height] = await sizeOf(page)
    const bytes = await shown(page).evaluate(async (image: HTMLImageElement) => [
      ...new Uint8Array(await (await fetch(image.src)).arrayBuffer()),
    ])
    const { format, orientation, exif, ...meta } = await sharp(Buffer.from(bytes)).metadata()
    expect([format, meta.width, meta.height, orientation, exif]).toEqual(['jpeg', width, height, undefined, undefined])
    expect(bytes.length).toBeLessThanOrEqual(200 * 1024)
    await tap(page, '就用这张')
    const uploaded = page.waitForResponse((response) => response.url().includes('/upload') && response.ok())
    await tap(page, '同意，上传')
    await uploaded
    await arrive(page, 'pages/home')
    await visit(page, 'packages/material/detail', '?id=business-licence')
    await see(page, '已传好')
  },
)

stage.journey('turned by a quarter, and by the hand: corners follow the finger', async ({ server, newPhone }) => {
  const page = await begin(await newPhone(), server, false)
  await visit(page, 'packages/capture/shoot', licence)
  await chooseFrom(page, fileOf('clean'))
  await see(page, '拍得很清楚')
  const [width, height] = await sizeOf(page)
  await tap(page, '转一转')
  await see(page, '撤销')
  expect((await sizeOf(page))[0] < (await sizeOf(page))[1]).toBe(width > height)
  await tap(page, '撤销')
  await tap(page, '拉正')
  const handle = page.locator('.corners-handle:visible').first()
  const box = await handle.boundingBox()
  if (box === null) throw new Error('no handle to take hold of')
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 30, { steps: 4 })
  await page.locator('.corners-glass:visible').waitFor()
  await page.mouse.up()
  const moved = await handle.boundingBox()
  expect(Math.round((moved?.x ?? 0) - box.x)).toBe(40)
  expect(Math.round((moved?.y ?? 0) - box.y)).toBe(30)
  await tap(page, '不改了')
  await see(page, '拍得很清楚')
})

stage.journey('cropped to a rectangle by finger, keys and buttons; taken back', async ({ server, newPhone }) => {
  const page = await begin(await newPhone(), server, false)
  await visit(page, 'packages/capture/shoot', licence)
  await chooseFrom(page, fileOf('clean'))
  await see(page, '拍得很清楚')
  const [width, height] = await sizeOf(page)
  await tap(page, '裁剪')
  await see(page, '框外的裁掉，框里的不变形')
  const handle = page.locator('.corners-handle:visible').first()
  const where = () => page.locator('.nudge-at:visible').innerText()
  expect(await where()).toBe('左上角离左边 6%，离上边 6%')
  await handle.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  expect(await where()).toBe('左上角离左边 7%，离上边 7%')
  await page.getByRole('button', { name: '往左一点' }).click()
  expect(await where()).toBe('左上角离左边 6%，离上边 7%')
  await page.getByRole('button', { name: '左上角，点了换一个角' }).click()
  expect(await where()).toBe('右上角离左边 94%，离上边 7%')
  await tap(page, '用这个范围')
  await see(page, '撤销')
  const cropped = await sizeOf(page)
  // Of the photo as it was chosen, which has more pixels than what was made of it.
  expect(cropped[0] / cropped[1]).toBeCloseTo((0.88 * width) / (0.87 * height), 2)
  await tap(page, '撤销')
  await see(page, '拍得很清楚')
  expect(await sizeOf(page)).toEqual([width, height])
})

stage.journey('killed while it is looked at: the photo as chosen is still there', async ({ server, newPhone }) => {
  const phone = await newPhone()
  const page = await begin(phone, server, false)
  await visit(page, 'packages/capture/shoot', licence)
  await chooseFrom(page, fileOf('glare'))
  await see(page, '有一处反光')
  const again = await phone.open(`${server.url}/#/packages/capture/shoot/index${licence}`)
  await tap(again, '接着看那一张')
  await see(again, '有一处反光')
})
