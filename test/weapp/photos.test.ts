import { createFunction } from './support/function'
import { launch, type Launch, type Running } from './support/launch'
import { createPhone, photo } from './support/phone'
import { answerQuestions, both } from './support/stories'

/** Up to the page that shows the photo just taken, two megapixels and upright. */
async function takeLicence(app: Running): Promise<void> {
  app.phone.album.push(photo(3000, 2121))
  await app.tap('拍营业执照')
  await openCamera(app)
  await app.tap('拍照')
}

/** Past the page that shows how, which comes before the first photo only. */
async function openCamera(app: Running): Promise<void> {
  if (!app.has('camera.finder-camera')) await app.tap('拍照')
  await app.fire('camera.finder-camera', 'initdone', { maxZoom: 8 })
}

async function started(options: Launch) {
  const app = await launch(options)
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  await app.tab('pages/checklist/index')
  return app
}

const licence = async (app: Running) => {
  if (app.page().path === 'pages/checklist/index') await app.tap('营业执照')
  return app.text()
}

test('a photo is agreed to, kept, uploaded and found again', async () => {
  const fn = createFunction()
  const phone = createPhone()
  const app = await started({ phone, server: fn.phone('o1') })
  await takeLicence(app)
  expect(app.page().path).toBe('packages/capture/check/index')
  expect(app.text()).toContain('大小合格，再看一眼')
  await app.tap('就用这张')
  await app.tap('同意，上传')
  await app.wait(300)
  expect(await licence(app)).toContain('已传好')
  expect([...app.errors, ...fn.errors]).toEqual([])
  expect([...phone.files.keys()].filter((path) => path.startsWith('wxfile://usr/photo-')).length).toBe(1)
  const again = await app.relaunch()
  await again.tab('pages/checklist/index')
  expect(await licence(again)).toContain('已传好')
  again.kill()
})

test('declined, it stays on the phone and nobody asks again', async () => {
  const sent: string[] = []
  const app = await started({
    server: { call: (action) => void sent.push(action), upload: ({ to }) => void sent.push(to) },
  })
  await takeLicence(app)
  await app.tap('就用这张')
  await app.tap('先不传，只留在手机里')
  await app.wait(300)
  expect(await licence(app)).toContain('只在这部手机里')
  expect(sent).toEqual([])
  expect(app.errors).toEqual([])
  app.kill()
})

test('without network it waits, and goes when there is one', async () => {
  const fn = createFunction()
  const app = await started({ server: fn.phone('o1') })
  await takeLicence(app)
  await app.tap('就用这张')
  await app.tap('同意，上传')
  await app.wait(200)
  await licence(app)
  await app.online(false)
  app.phone.album.push(photo(3000, 2121))
  await app.tap('重拍')
  await openCamera(app)
  await app.tap('拍照')
  await app.tap('就用这张')
  await app.wait(200)
  expect(app.text()).toContain('有网了自动传')
  await app.online(true)
  await app.wait(500)
  expect(app.text()).toContain('已传好')
  expect(app.errors).toEqual([])
  app.kill()
})

test('killed before the upload, it is sent by the next run', async () => {
  const fn = createFunction()
  const server = fn.phone('o1')
  const app = await started({ server: { ...server, upload: () => undefined } })
  await takeLicence(app)
  await app.tap('就用这张')
  await app.tap('同意，上传')
  expect(await licence(app)).not.toContain('已传好')
  const again = await app.relaunch({ server })
  await again.wait(500)
  await again.tab('pages/checklist/index')
  expect(await licence(again)).toContain('已传好')
  again.kill()
})

test('a closed camera changes nothing; what is too small is refused in words', async () => {
  const app = await started({})
  await app.tap('拍营业执照')
  await openCamera(app)
  await app.tap('拍照')
  expect(app.page().path).toBe('packages/capture/shoot/index')
  app.phone.album.push(photo(200, 150))
  await app.tap('从相册选')
  expect(app.page().path).toBe('packages/capture/shoot/index')
  expect(app.has('.shoot-refused')).toBe(true)
  expect(app.errors).toEqual([])
  app.kill()
})
