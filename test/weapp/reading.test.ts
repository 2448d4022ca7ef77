/** The compiled mini-program reads a licence itself. */
import { launch, type Running } from './support/launch'
import { createPhone, photo } from './support/phone'
import { answerQuestions, both } from './support/stories'

type Listener = (anchors: readonly { readonly text: string }[]) => void

/** WeChat's text recognition: `status` of its start, and what it sees. */
function recognition(status: number, lines: readonly string[]) {
  const made: unknown[] = []
  const createVKSession = (options: unknown) => {
    const listeners = new Map<string, Listener>()
    made.push(options)
    return {
      on: (event: string, listener: Listener) => void listeners.set(event, listener),
      start: (done: (status: number) => void) => void Promise.resolve().then(() => done(status)),
      runOCR: () => listeners.get('updateAnchors')?.(lines.map((text) => ({ text }))),
      destroy: () => undefined,
    }
  }
  return { made, alter: (wx: Record<string, unknown>) => void Object.assign(wx, { createVKSession }) }
}

/** On the licence's page, its photo kept on this phone only. */
async function photographed(alter: (wx: Record<string, unknown>) => void): Promise<Running> {
  const app = await launch({ alter, phone: createPhone() })
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  await app.tab('pages/checklist/index')
  await app.tap('营业执照')
  app.phone.album.push(photo(3000, 2121))
  await app.tap('拍营业执照')
  await app.tap('从相册选')
  await app.tap('就用这张')
  await app.tap('先不传，只留在手机里')
  await app.wait(300)
  if (app.page().path === 'pages/checklist/index') await app.tap('营业执照')
  return app
}

test('a licence that stays on the phone is read there, at a tap, and confirmed', async () => {
  const { made, alter } = recognition(0, ['营业执照', '统一社会信用代码', '9233O102MA2EXAMP5X', '名 称 小满面馆'])
  const app = await photographed(alter)
  expect(app.text()).toContain('照片不会发出去')
  expect(made).toEqual([])
  await app.tap('让手机认字')
  await app.wait(100)
  expect(app.text()).toContain('从照片上识别到，对着执照核对')
  expect(app.text()).toContain('9233 0102 MA2E XAMP 5X')
  expect(app.text()).toContain('小满面馆')
  await app.tap('核对无误')
  await app.wait(100)
  if (app.page().path === 'pages/checklist/index') await app.tap('营业执照')
  expect(app.text()).toContain('备好了')
  expect(made).toHaveLength(1)
  expect(app.errors).toEqual([])
  app.kill()
})

test('refused or unreadable: said, and typed by hand', async () => {
  const { alter } = recognition(2_003_002, [])
  const app = await photographed(alter)
  await app.tap('让手机认字')
  await app.wait(100)
  expect(app.text()).toContain('没认出来，照着执照填就行')
  await app.type('.input', '小满面馆')
  expect(app.valueOf('.input')).toBe('小满面馆')
  expect(app.errors).toEqual([])
  app.kill()
})
