import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import type leanRuntime from '../../config/lean-runtime-loader.cjs'

/** What config/lean-runtime-loader.cjs leaves of Taro's and React's code. That the rest runs, test/weapp shows. */
const load = createRequire(__filename)('../../config/lean-runtime-loader.cjs') as typeof leanRuntime
const components = {
  View: { 'aria-label': '', animation: '' },
  Text: {},
  Image: {},
  Slider: { step: '1' },
  Input: { value: '' },
}

const lean = (file: string, text = readFileSync(path.resolve('node_modules', file), 'utf8')) =>
  load.call(
    {
      resourcePath: path.resolve('node_modules', file),
      getOptions: () => ({ sources: path.resolve('src/miniapp'), components }),
    },
    text,
  )

test('of the components and attributes stay those that a source names', () => {
  const text = lean('@tarojs/shared/dist/utils.js')
  expect(text).toMatch(/"input":\{"_num":"\d+","value":"p0"\}/)
  expect(text).toContain('ariaLabel')
  expect(text).not.toMatch(/slider|"animation"/)
})

test('a view that is only tapped is drawn with the template of any view', () => {
  const [, table = '{}'] = /const aliases = (\{.*\});/.exec(lean('@tarojs/shared/dist/utils.js')) ?? []
  const aliases = JSON.parse(table) as Record<string, unknown>
  expect(aliases['click-view']).toEqual(aliases.view)
})

test('React’s renderer keeps what Taro calls, and knows what Taro has switched off', () => {
  const text = lean('react-reconciler/cjs/react-reconciler.production.min.js')
  expect(text).not.toMatch(/hostConfig\.(supports\w+|hydrate\w+|cloneInstance)/)
  expect(text).toMatch(/hostConfig\.createInstance/)
  const taro = readFileSync(require.resolve('@tarojs/react'), 'utf8')
  const called = new Set([...taro.matchAll(/TaroReconciler\.(\w+)/g)].map(([, name]) => name))
  called.delete('injectIntoDevTools') // while developing only
  expect([...called].filter((name) => !text.includes(`exports.${name ?? ''}=`))).toEqual([])
})

test('code that reads otherwise than expected stops the build', () => {
  expect(() => lean('@tarojs/taro/index.js', 'export default taro')).toThrow('reads otherwise than')
  expect(() => lean('@tarojs/runtime/dist/bom/window.js', 'class TaroWindow {}')).toThrow('reads otherwise than')
})

test('other files pass as they are', () => {
  expect(lean('@tarojs/runtime/dist/env.js', 'x')).toBe('x')
})
