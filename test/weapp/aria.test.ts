/** WeChat's screen reader on the compiled pages: what can be tapped has a role and a name, what decorates is silent. */
import { createFunction } from './support/function'
import { launch } from './support/launch'
import { openedPages } from './support/measuring'
import { createPhone, photo } from './support/phone'
import { announced, speechless, targets } from './support/spoken'
import { answerQuestions, both } from './support/stories'

const phone = createPhone()
const first = createPhone()

beforeAll(async () => {
  const app = await launch({ phone })
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  app.kill()
})

test.each([
  ...openedPages,
  ['packages/capture/check/index', { material: 'business-licence', slot: 'business-licence' }],
  ['packages/guide/finish/index', {}],
  ['packages/guide/step/index', { guide: 'no-such', step: 'step' }],
  ['packages/start/join/index', { scene: 'nobody' }],
] as const)('%s %j: everything to tap has a role, a name and its state', async (path, query) => {
  const app = await launch({ phone, path, query })
  expect(speechless(app.page().element)).toEqual([])
  expect(app.errors).toEqual([])
  app.kill()
})

test('the first page and its first question, in reading order', async () => {
  const app = await launch({ phone: first })
  expect(speechless(app.page().element)).toEqual([])
  expect(targets(app.page().element)).toEqual(['button 回答 4 个问题，开始', 'button 先看看都有哪些步骤'])
  await app.tap('回答 4 个问题，开始')
  await app.tap('个体工商户')
  const spoken = targets(app.page().element)
  expect(spoken.map((one) => one.split('，')[0])).toEqual([
    'radio 企业',
    expect.stringMatching(/^radio 个体工商户/),
    'radio 还没有营业执照',
    'button 不确定？教你怎么查',
    'button 返回',
    'button 下一题',
  ])
  expect(spoken.filter((one) => one.endsWith('✓'))).toEqual([expect.stringMatching(/^radio 个体工商户/)])
  app.kill()
})

test('a sheet says its title, and its way out comes last', async () => {
  const app = await launch({ phone, path: 'packages/start/questions/index' })
  await app.tap('不确定？教你怎么查')
  expect(app.attribute('.sheet', 'aria-role')).toBe('dialog')
  expect(app.attribute('.sheet', 'aria-label')).toBe('不确定？教你怎么查')
  const spoken = targets(app.page().element)
  expect(spoken[spoken.indexOf('button 知道了') + 1]).toBe('button 关上')
  expect(speechless(app.page().element)).toEqual([])
  await app.tap('.sheet-away')
  expect(app.has('.sheet')).toBe(false)
  app.kill()
})

test('boxes and switches say whether they are on', async () => {
  const app = await launch({ phone, path: 'packages/material/detail/index', query: { id: 'administrator' } })
  expect(app.attribute('.option', 'aria-checked')).toBe(false)
  await app.tap('.option')
  expect(app.attribute('.option', 'aria-checked')).toBe(true)
  app.kill()
  const data = await launch({ phone, path: 'packages/about/data/index' })
  expect(targets(data.page().element)).toContain('switch 进度存一份到云端')
  data.kill()
})

test('what a check says, and that there is no network, is read out by itself', async () => {
  const app = await launch({ phone, path: 'packages/material/detail/index', query: { id: 'email-service-account' } })
  await app.type('.input', 'shop@example,com')
  expect(announced(app.page().element)).toEqual([expect.stringContaining('邮箱写得不对')])
  await app.online(false)
  expect(announced(app.page().element)[0]).toContain('现在没有网')
  app.kill()
})

test('how an upload goes is read out by itself', async () => {
  const fn = createFunction()
  const app = await launch({ phone: createPhone(), server: fn.phone('o1') })
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  await app.tab('pages/checklist/index')
  app.phone.album.push(photo(3000, 2121))
  await app.tap('拍营业执照')
  expect(speechless(app.page().element)).toEqual([])
  await app.tap('拍照')
  expect(speechless(app.page().element)).toEqual([])
  await app.tap('拍照')
  expect(speechless(app.page().element)).toEqual([])
  await app.tap('就用这张')
  expect(speechless(app.page().element)).toEqual([])
  await app.tap('同意，上传')
  await app.wait(300)
  await app.tap('营业执照')
  expect(announced(app.page().element)).toContainEqual(expect.stringContaining('已传好'))
  expect(speechless(app.page().element)).toEqual([])
  app.kill()
})
