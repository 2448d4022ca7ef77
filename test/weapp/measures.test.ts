import { createPhone } from './support/phone'
import { launch, type Running } from './support/launch'
import { answerQuestions, both } from './support/stories'

/**
 * What is sent to the view, in bytes of JSON, and how large a page is. WeChat's audit allows 256 KB a
 * setData, 1000 nodes, 60 children, a depth below 30; ours are what the pages need with some room.
 */
const most = { first: 32_000, tap: 6_000, tick: 10_000, nodes: 500, children: 60, depth: 30 }

const phone = createPhone()

beforeAll(async () => {
  const app = await launch({ phone })
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  app.kill()
})

const sum = (renders: readonly { readonly bytes: number }[]) => renders.reduce((all, { bytes }) => all + bytes, 0)
const at = (path: string, query: Readonly<Record<string, string>> = {}) => launch({ phone, path, query })

const pages: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['pages/home/index', {}],
  ['pages/checklist/index', {}],
  ['pages/guides/index', {}],
  ['pages/me/index', {}],
  ['packages/start/questions/index', {}],
  ['packages/material/detail/index', { id: 'business-licence' }],
  ['packages/material/detail/index', { id: 'industry-permits' }],
  ['packages/material/detail/index', { id: 'filing' }],
  ['packages/guide/step/index', { guide: 'register-service-account', step: 'email-password' }],
  ['packages/guide/step/index', { guide: 'finish-setup', step: 'filing' }],
  ['packages/guide/errors/index', {}],
  ['packages/about/sources/index', {}],
  ['packages/about/data/index', {}],
]

test.each(pages)('%s %j: first render and size', async (path, query) => {
  const app = await at(path, query)
  const { nodes, widest, depth } = app.extent()
  expect({
    bytes: sum(app.renders) < most.first,
    nodes: nodes < most.nodes,
    widest: widest <= most.children,
    depth: depth < most.depth,
  }).toEqual({
    bytes: true,
    nodes: true,
    widest: true,
    depth: true,
  })
  expect(app.lost()).toEqual([])
  expect(app.errors).toEqual([])
  app.kill()
})

const taps: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['packages/start/questions/index', {}, '个体工商户'],
  ['pages/guides/index', {}, '服务号认证'],
  ['packages/guide/step/index', { guide: 'finish-setup', step: 'filing' }, '.option'],
]

test.each(taps)('%s %j: a tap on %s', async (path, query, what) => {
  const app = await at(path, query)
  const renders = await app.tap(what)
  expect(renders.length).toBeLessThanOrEqual(2)
  expect(sum(renders)).toBeLessThan(most.tap)
  await app.tap(what) // as it was
  app.kill()
})

test('ticking a step with other pages open behind it', async () => {
  const app: Running = await at('pages/home/index')
  await app.tab('pages/checklist/index')
  await app.tab('pages/guides/index')
  await app.tap('打开官方网站')
  expect(sum(await app.tap('这一步做好了'))).toBeLessThan(most.tick)
  expect(app.errors).toEqual([])
  app.kill()
})
