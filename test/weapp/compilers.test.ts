import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { builtApp } from './support/built-app'
import { officialWxml, officialWxss } from './support/official-compilers'

/** WeChat's own compilers for templates and styles (miniprogram-compiler) over the whole build. */
const dir = builtApp()

/** A copy with one file changed. */
function broken(file: string, text: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'weapp-'))
  cpSync(dir, copy, { recursive: true, filter: (from) => !from.endsWith('.png') })
  writeFileSync(path.join(copy, file), text)
  return copy
}

test('every template compiles, and a page renders what it is given', () => {
  const render = officialWxml(dir)('pages/home/index.wxml')
  const text = { nn: '9', sid: '3', v: '一步一步' }
  const tree = render({ root: { cn: [{ nn: '3', sid: '1', cl: 'page', cn: [text] }] } })
  expect(JSON.stringify(tree)).toContain('一步一步')
  expect(JSON.stringify(tree)).toContain('wx-view')
})

test('every stylesheet compiles', () => {
  const styles = officialWxss(dir)
  expect(styles('app.wxss')).toBeInstanceOf(Function)
  expect(styles('packages/guide/step/index.wxss')).toBeInstanceOf(Function)
})

test('a wrong template is found', () => {
  const copy = broken('pages/home/index.wxml', '<view><text></view>')
  expect(() => officialWxml(copy)).toThrow(/pages\/home\/index\.wxml/)
  rmSync(copy, { recursive: true })
})

test('a wrong stylesheet is found', () => {
  const copy = broken('pages/home/index.wxss', '.a { color: red; } * { color: } .b {')
  expect(() => officialWxss(copy)).toThrow('pages/home/index.wxss')
  rmSync(copy, { recursive: true })
})
