/**
 * @jest-environment node
 *
 * The example brand in a build of its own: what its folder says is in the package, what it replaces is not.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pictureFaults } from '../../tools/screenshots/build-check'
import { operatorBuild } from '../../tools/operator-module.cjs'
import { runTaro } from '../../tools/taro'

const root = path.resolve(__dirname, '../..')
const output = '.cache/second-brand/weapp'

let files: ReadonlyMap<string, string>
beforeAll(async () => {
  delete process.env.OPERATOR_BUILD // of whoever built before in this process
  await runTaro('weapp', { TARO_OUTPUT: output, OPERATOR_DIR: 'content/example-brand' })
  const dir = path.join(root, output)
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|json|wxss|wxml)$/.test(name),
  )
  files = new Map(names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(dir, name), 'utf8')]))
}, 180_000)

const having = (words: string) => [...files].filter(([, text]) => text.includes(words)).map(([name]) => name)
const json = <T>(name: string) => JSON.parse(files.get(name) ?? 'null') as T

test('the name: in the bar, and ours nowhere', () => {
  expect(json<{ window: { navigationBarTitleText: string } }>('app.json').window.navigationBarTitleText).toBe(
    '开店小帮手',
  )
  expect(json<{ navigationBarTitleText: string }>('pages/home/index.json').navigationBarTitleText).toBe('开店小帮手')
  expect(having('开通助手').filter((name) => name !== 'project.config.json')).toEqual([])
})

test('the colours: after the tokens, in both themes, in the tab bar', () => {
  const sheet = (files.get('app.wxss') ?? '').toLowerCase().replaceAll(' ', '')
  expect(sheet.indexOf('--accent:#8a3b12')).toBeGreaterThan(sheet.indexOf('--accent:#0b5d6b'))
  expect(sheet.indexOf('--accent:#efa27c')).toBeGreaterThan(sheet.indexOf('--accent:#6abbc5'))
  const { light, dark } = json<Record<'light' | 'dark', Record<string, string>>>('theme.json')
  expect([light.tabOn, dark.tabOn]).toEqual(['#8A3B12', '#EFA27C'])
  for (const icon of ['home-on.png', 'me-on-dark.png']) {
    const of = (dir: string) => readFileSync(path.join(root, dir, 'assets/tabs', icon))
    expect(of(output).equals(of('src/miniapp'))).toBe(false)
    expect(of(output).readUInt32BE(16)).toBe(81)
  }
})

test.each([
  ['an extra step', '把小程序授权给样例云店'],
  ['an extra material', '门头照片'],
  ['a changed fee', '按 300 元准备'],
  ['an added fee', '样例云店软件费'],
  ['a text', '抄下 AppID，交给开店顾问'],
  ['an industry', '自助售货机'],
  ['a permit', '自助售货设备备案凭证'],
  ['a source', '样例云店的价目表'],
  ['who keeps the data', '苏州样例云店科技有限公司'],
  ['whom to call', '400-000-0000'],
])('%s is in the package', (_, words) => expect(having(words).length).toBeGreaterThan(0))

test('the operator’s capture is beside the drawn pictures, framed and light', async () => {
  expect(having('/packages/guide/pictures/finish-setup/op-authorise.png')).toHaveLength(1)
  expect(having('截图（2026-11-20）：样例云店后台的授权页。')).toHaveLength(1)
  const pictures = path.join(root, output, 'packages/guide/pictures')
  const file = path.join(pictures, 'finish-setup/op-authorise.png')
  expect(readFileSync(file).readUInt32BE(16)).toBe(1125)
  expect(existsSync(path.join(pictures, 'finish-setup/app-id.png'))).toBe(true)
  process.env.OPERATOR_DIR = 'content/example-brand'
  expect(pictureFaults(path.join(root, output), undefined, operatorBuild())).toEqual([])
  delete process.env.OPERATOR_DIR
  delete process.env.OPERATOR_BUILD
})

test.each([
  ['the replaced text', '抄下 AppID，交给业务员'],
  ['the replaced name of an industry', '奶茶饮品'],
])('%s is gone', (_, words) => expect(having(words)).toEqual([]))
