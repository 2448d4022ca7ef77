/**
 * @jest-environment node
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Figures } from '../../bench/weapp/figures'
import { audit, scoreOf } from '../../tools/weapp-audit'
import { builtApp } from './support/built-app'

/** Measured by test/weapp/measures.test.ts; here the rules over the files are at stake. */
const figures: Figures = {
  pages: [],
  interactions: [],
  twins: [],
  errors: [],
  unread: [],
  deprecated: [],
  requestsAtStart: 0,
}
const dir = builtApp()
const failing = (build: string) => audit(build, figures).filter(({ passed }) => passed === false)

test('every rule of the official audit that files can show is kept', () => {
  expect(failing(dir)).toEqual([])
  expect(scoreOf(audit(dir, figures)).score).toBe(100)
})

test('what the audit looks for is found', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'weapp-'))
  cpSync(dir, copy, { recursive: true })
  const wrong = `.a:active{color:red}.b{overflow-y:scroll}.c{position:fixed;bottom:0}${'.unused-class{color:red}'.repeat(120)}`
  writeFileSync(path.join(copy, 'pages/home/index.wxss'), wrong)
  writeFileSync(path.join(copy, 'pages/me/index.js'), 'ask("http://plain.example.com")')
  const rules = failing(copy).map(({ rule }) => rule)
  expect(rules).toEqual(['开启惯性滚动', '避免 :active', 'iPhone X 兼容', 'HTTPS', 'WXSS 使用率'])
  rmSync(copy, { recursive: true })
})
