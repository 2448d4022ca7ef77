import { content } from '#domain/content/content'
import { launch } from './support/launch'
import { createPhone } from './support/phone'
import { answerQuestions, both } from './support/stories'

/** What the phone brings along: how deep the pages lie, its theme, its font, its storage. */
const started = async (phone = createPhone()) => {
  const app = await launch({ phone })
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  return app
}

test('going round between steps and errors never goes deeper than ten pages', async () => {
  const leading = content.errors.find(({ goto }) => goto && 'step' in goto && goto.guide === 'certify-service-account')
  const app = await started()
  await app.tap('打开官方网站')
  for (let round = 0; round < 7; round++) {
    await app.tap('页面出现红字？')
    expect(app.page().path).toBe('packages/guide/errors/index')
    await app.type('.search input', leading?.said ?? '')
    await app.tap('.err-goto')
    expect(app.page().path).toBe('packages/guide/step/index')
    expect(app.paths().length).toBeLessThanOrEqual(10)
  }
  expect(app.paths().length).toBeGreaterThanOrEqual(9)
  while (app.paths().length > 1) await app.back()
  expect(app.page().path).toBe('pages/guides/index')
  expect(app.errors).toEqual([])
  app.kill()
})

test('the theme changes while the app is open: the styles follow, nothing is sent', async () => {
  const app = await started()
  const before = app.renders.length
  await app.dark(true)
  await app.dark(false)
  expect(app.renders.length).toBe(before)
  expect(app.errors).toEqual([])
  app.kill()
})

test.each([
  [1, '--font-scale: 1;'],
  [1.3, '--font-scale: 1.3;'],
  [2, '--font-scale: 1.5;'],
  [0.8, '--font-scale: 0.94;'],
])('the person sets the font to %f', async (fontScale, style) => {
  const phone = createPhone()
  phone.fontScale = fontScale
  const app = await launch({ phone })
  expect(app.renders[0]?.json).toContain(style)
  expect(app.errors).toEqual([])
  app.kill()
})

test('storage full: it is said, and what was ticked stays as long as the app runs', async () => {
  const app = await started()
  app.phone.storageLimit = 0
  await app.tap('打开官方网站')
  await app.tap('这一步做好了')
  expect(app.text()).toContain('手机存不下了')
  await app.back()
  expect(app.text()).toContain('1 / 7')
  expect(app.errors).toEqual([])
  app.phone.storageLimit = 10 * 1024 * 1024
  await app.tab('pages/checklist/index')
  await app.tap('管理员')
  app.kill()
})
