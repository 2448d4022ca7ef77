/** A computer asks, in the compiled mini-program with the real function behind it: scanned, looked at, let in, closed. */
import { checkDigits } from '#domain/desk-check'
import { createFunction } from './support/function'
import { launch, type Running } from './support/launch'
import { createPhone } from './support/phone'
import { answerQuestions, standalone } from './support/stories'

interface Opened {
  readonly desk: string
  readonly secret: string
}
const edge = 'Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0'
const scanButton = '扫电脑上的码，取照片'

function createComputer(fn: ReturnType<typeof createFunction>) {
  const call = (action: string, body: object) => fn.anyone(edge)(action, body)
  return {
    open: async () => (await call('desk-open', {})) as Opened,
    stateOf: async ({ desk, secret }: Opened) =>
      ((await call('desk-poll', { desk, secret })) as { state: string }).state,
  }
}

/** A merchant who keeps a copy in the cloud, on 我的. */
async function merchant(fn: ReturnType<typeof createFunction>, kept = true) {
  const phone = createPhone()
  const app = await launch({ phone, server: fn.phone('openid-desk') })
  await answerQuestions(app, standalone)
  await app.tap(kept ? '同意，存一份' : '先不用，只留在这台手机里')
  await app.tab('pages/me/index')
  return { app, phone }
}

async function scan(app: Running, phone: ReturnType<typeof createPhone>, code: string | null): Promise<void> {
  phone.code = code
  await app.tap(scanButton)
}

test('scanned, compared, agreed; closed again from the phone, which finds it when it comes back', async () => {
  const fn = createFunction()
  const computer = createComputer(fn)
  const { app, phone } = await merchant(fn)
  const one = await computer.open()
  await scan(app, phone, `https://k.example/?desk=${one.desk}`)
  for (const words of ['Edge 浏览器，Windows 电脑', checkDigits(one.desk), '到时自动断开', '别同意'])
    expect(app.text()).toContain(words)
  expect(await computer.stateOf(one)).toBe('waiting')
  await app.tap('同意')
  expect(app.text()).toContain('电脑上能看到了')
  expect(app.text()).toMatch(/(10|9).分.\d+.秒/)
  expect(await computer.stateOf(one)).toBe('approved')
  await app.tap('好了，去电脑上')
  expect(app.page().path).toBe('pages/me/index')
  await scan(app, phone, null)
  expect(app.text()).toContain('电脑上能看到了')
  await app.tap('断开')
  expect(app.text()).toContain('已断开')
  expect(await computer.stateOf(one)).toBe('revoked')
  expect(app.errors).toEqual([])
  expect(fn.errors).toEqual([])
  app.kill()
})

test('not agreed: the code is worth nothing any more', async () => {
  const fn = createFunction()
  const computer = createComputer(fn)
  const { app, phone } = await merchant(fn)
  const one = await computer.open()
  await scan(app, phone, one.desk)
  await app.tap('不同意')
  expect(app.text()).toContain('没有同意')
  expect(await computer.stateOf(one)).toBe('revoked')
  await app.tap('回「我的」')
  await scan(app, phone, one.desk)
  expect(app.text()).toContain('码过期了，电脑上会换新的')
  app.kill()
})

test('a scanner that was closed, a code of something else, and then the right one', async () => {
  const fn = createFunction()
  const computer = createComputer(fn)
  const { app, phone } = await merchant(fn)
  await scan(app, phone, null)
  expect(app.text()).toContain('把照片和文字取到电脑')
  expect(app.text()).not.toContain('这不是电脑页上的码')
  phone.code = 'https://weixin.qq.com/r/somebody'
  await app.tap('扫电脑上的码')
  expect(app.text()).toContain('这不是电脑页上的码')
  const one = await computer.open()
  phone.code = `https://k.example/?desk=${one.desk}`
  await app.tap('扫电脑上的码')
  expect(app.text()).toContain('让这台电脑')
  app.kill()
})

test('who keeps everything on the phone is told that the computer takes from the cloud', async () => {
  const fn = createFunction()
  const { app, phone } = await merchant(fn, false)
  const one = await createComputer(fn).open()
  await scan(app, phone, one.desk)
  expect(app.text()).toContain('先把进度存一份到云端')
  await app.tap('去看看怎么存')
  expect(app.page().path).toBe('packages/start/consents/index')
  app.kill()
})

test('without a network nothing is agreed, and it can be tried again', async () => {
  const fn = createFunction()
  const computer = createComputer(fn)
  const { app, phone } = await merchant(fn)
  const one = await computer.open()
  await app.online(false)
  await scan(app, phone, one.desk)
  expect(app.text()).toContain('没连上')
  await app.online(true)
  await app.tap('再试一次')
  await app.online(false)
  await app.tap('同意')
  expect(app.text()).toContain('没办成')
  expect(await computer.stateOf(one)).toBe('waiting')
  await app.online(true)
  await app.tap('同意')
  expect(await computer.stateOf(one)).toBe('approved')
  app.kill()
})

test.each([
  ['to the first page', undefined],
  ['straight to the page', 'packages/desk/approve/index'],
])('opened by WeChat as a plain link, %s', async (_how, path) => {
  const fn = createFunction()
  const computer = createComputer(fn)
  const { app } = await merchant(fn)
  const one = await computer.open()
  const q = encodeURIComponent(`https://k.example/?desk=${one.desk}`)
  const again = await app.relaunch({ scene: 1011, query: { q }, ...(path !== undefined && { path }) })
  expect(again.page().path).toBe('packages/desk/approve/index')
  expect(again.text()).toContain(checkDigits(one.desk))
  await again.tap('同意')
  expect(await computer.stateOf(one)).toBe('approved')
  expect(again.errors).toEqual([])
  again.kill()
})
