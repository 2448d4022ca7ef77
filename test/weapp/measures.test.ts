import { createPhone } from './support/phone'
import { launch, type Running } from './support/launch'
import { answerQuestions, both } from './support/stories'
import { bytesOf, isFirst, openedPages, unknownKeys } from './support/measuring'

/**
 * What is sent to the view, in bytes of JSON, and how large a page is. WeChat's audit allows 256 KB a
 * setData, 1000 nodes, 60 children, a depth below 30; ours are stricter. `first`: the first setData of a
 * page; what is below the first screen may follow in pieces of the same size (ui/later.tsx).
 */
const most = { first: 12 * 1024, tick: 400, type: 300, tap: 6_000, nodes: 500, children: 60, depth: 30 }

const phone = createPhone()

beforeAll(async () => {
  const app = await launch({ phone })
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  app.kill()
})

const at = (path: string, query: Readonly<Record<string, string>> = {}) => launch({ phone, path, query })
const over = (renders: readonly { readonly bytes: number }[], limit: number) =>
  renders.map(({ bytes }) => bytes).filter((bytes) => bytes > limit)

test.each(openedPages)('%s %j: first render and size', async (path, query) => {
  const app = await at(path, query)
  const { nodes, widest, depth } = app.extent()
  expect(app.renders.length).toBeGreaterThan(0)
  expect(over(app.renders, most.first)).toEqual([])
  expect({ nodes: nodes < most.nodes, widest: widest <= most.children, depth: depth < most.depth }).toEqual({
    nodes: true,
    widest: true,
    depth: true,
  })
  expect(unknownKeys(app.renders)).toEqual([])
  expect(app.lost()).toEqual([])
  expect(app.errors).toEqual([])
  app.kill()
})

test.each(openedPages)('%s %j: nothing is sent again when nothing changed', async (path, query) => {
  const app = await at(path, query)
  const before = app.renders.length
  await app.leave()
  await app.enter()
  await app.online(false)
  await app.online(true)
  expect(over(app.renders.slice(before), 600)).toEqual([]) // the notice itself
  app.kill()
})

const taps: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['packages/start/questions/index', {}, '个体工商户'],
  ['pages/guides/index', {}, '服务号认证'],
  ['packages/about/data/index', {}, '.switch'],
]

test.each(taps)('%s %j: a tap on %s', async (path, query, what) => {
  const app = await at(path, query)
  const renders = await app.tap(what)
  expect(renders.length).toBeLessThanOrEqual(2)
  expect(bytesOf(renders)).toBeLessThan(most.tap)
  app.kill()
})

/** What a tap sends apart from the pages it opens, whose first render has a budget of its own. */
const ofTap = (renders: Running['renders']) => renders.filter((one) => !isFirst(one))

test('ticking a step with other pages open behind it', async () => {
  const app = await at('pages/home/index')
  await app.tab('pages/checklist/index')
  await app.tab('pages/guides/index')
  await app.tap('打开官方网站')
  const renders = await app.tap('这一步做好了')
  expect(ofTap(renders).length).toBeLessThanOrEqual(2)
  expect(bytesOf(ofTap(renders))).toBeLessThanOrEqual(most.tick)
  expect(over(renders.filter(isFirst), most.first)).toEqual([])
  // What is behind catches up when it is shown.
  await app.back()
  expect(app.text()).toContain('1 / 7')
  await app.tab('pages/home/index')
  expect(app.text()).toContain('办好 1 步')
  expect(app.errors).toEqual([])
  app.kill()
})

test('ticking a part of a step', async () => {
  const app = await at('packages/guide/step/index', { guide: 'finish-setup', step: 'filing' })
  const renders = await app.tap('.option')
  expect(renders.length).toBeLessThanOrEqual(2)
  expect(bytesOf(renders)).toBeLessThanOrEqual(most.tick)
  await app.tap('.option')
  app.kill()
})

test('ticking a statement of a material', async () => {
  const app = await at('pages/checklist/index')
  await app.tap('管理员')
  const renders = await app.tap('.option')
  expect(renders.length).toBeLessThanOrEqual(2)
  expect(bytesOf(renders)).toBeLessThanOrEqual(most.tick)
  app.kill()
})

test('confirming a material', async () => {
  const app = await at('pages/checklist/index')
  await app.tap('法定代表人')
  for (const option of app.findAll('.option')) await app.tap(option)
  const renders = await app.tap('我都备好了')
  expect(app.page().path).toBe('pages/checklist/index')
  expect(app.text()).toContain('备好 1 样')
  // The page that is left, then the list, which catches up when it is shown again.
  expect(renders.length).toBeLessThanOrEqual(2)
  expect(renders[0]?.bytes).toBeLessThanOrEqual(most.tick)
  expect(renders[1]?.bytes).toBeLessThanOrEqual(2 * most.tick)
  app.kill()
})

const typed: readonly (readonly [string, string])[] = [
  ['服务号用的邮箱', 'shop@example.com'],
  ['账号名称', '面面俱到'],
  ['账号介绍', '卖手工面的小店'],
]

test.each(typed)('typing %s: every character', async (material, words) => {
  const app = await at('pages/checklist/index')
  await app.tap(material)
  const field = app.findAll('.input')[0] ?? app.find('.lines')
  await app.type(field, [...words][0] ?? '', { blur: false })
  for (let n = 2; n <= [...words].length; n++) {
    const before = app.renders.length
    await app.type(field, [...words].slice(0, n).join(''), { blur: false })
    const each = app.renders.slice(before)
    expect(over(each, most.type)).toEqual([])
  }
  app.kill()
})

test('storage is read in two calls at start, whatever is kept in it', async () => {
  const app = await at('pages/home/index')
  expect(app.storageCalls.filter((call) => /^(get|info)/.test(call)).length).toBeLessThanOrEqual(2)
  expect(app.storageCalls.filter((call) => /^(set|remove)/.test(call)).length).toBeLessThanOrEqual(1)
  app.kill()
})

test('the first page is there before anything is asked of the network', async () => {
  const shownBefore: number[] = []
  const running: { app?: Running } = {}
  const app = await launch({ phone, server: { call: () => void shownBefore.push(running.app?.renders.length ?? 0) } })
  running.app = app
  expect(app.renders[0]?.json).toContain('下一步')
  app.kill()
})
