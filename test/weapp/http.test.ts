import { existsSync } from 'node:fs'
import { hashOf, isFresh, markFresh } from '../../tools/stamp'
import { runTaro } from '../../tools/taro'
import { createFunction } from './support/function'
import { launch } from './support/launch'
import { answerQuestions, standalone } from './support/stories'

/** The same app for operators who run the function themselves: a build that talks HTTP instead of wx.cloud. */
const dir = '.cache/weapp-http'
const stamp = '.cache/weapp-http.stamp'
const API_URL = 'https://api.example.com'

beforeAll(async () => {
  const hash = hashOf(['src/miniapp', 'src/domain', 'src/sync', 'config', 'package-lock.json'], [API_URL])
  if (isFresh(stamp, hash) && existsSync(`${dir}/app.json`)) return
  await runTaro('weapp', { API_URL, TARO_OUTPUT: dir })
  markFresh(stamp, hash)
}, 180_000)

test('an agreed merchant is on a second phone with everything they answered', async () => {
  const fn = createFunction()
  const first = await launch({ dir, server: fn.http(), login: 'o1' })
  await answerQuestions(first, standalone)
  await first.tap('同意，存一份')
  await first.wait(300)
  expect(first.paths()).toEqual(['pages/guides/index'])
  first.kill()

  const second = await launch({ dir, server: fn.http(), login: 'o1', path: 'pages/me/index' })
  await second.tap('云端备份')
  await second.tap('同意，存一份')
  await second.wait(300)
  await second.tab('pages/me/index')
  expect(second.text()).toContain('个体工商户')
  expect([...second.errors, ...fn.errors]).toEqual([])
  second.kill()
})

test('a rep’s code is understood before anybody has logged in', async () => {
  const fn = createFunction()
  const { scene } = await fn.rep('小李', '某某软件')
  const app = await launch({ dir, scene: 1047, query: { scene }, server: fn.http(), login: 'o2' })
  expect(app.text()).toContain('某某软件，你的业务员')
  expect([...app.errors, ...fn.errors]).toEqual([])
  app.kill()
})

test('a captive portal that answers with its own page counts as no network', async () => {
  const app = await launch({ dir, server: { call: () => '<html>Wi-Fi</html>' } })
  await answerQuestions(app, standalone)
  await app.tap('同意，存一份')
  await app.wait(200)
  expect(app.errors).toEqual([])
  app.kill()
})
