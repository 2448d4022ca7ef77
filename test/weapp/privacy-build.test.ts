/**
 * @jest-environment node
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { document, privacyFaults, tableOf, withTable } from '../../tools/privacy'
import { declared } from '../../tools/privacy-interfaces'
import { published } from '../../tools/privacy-published'
import { usedInterfaces } from '../../tools/privacy-scan'
import { builtApp } from './support/built-app'

const dir = builtApp()

test('every privacy interface of the build is declared, and nothing else is', () => {
  expect(privacyFaults(dir)).toEqual([])
})

test('the operator’s table is the one made from the declarations', () => {
  const text = readFileSync(document, 'utf8')
  expect(withTable(text)).toBe(text)
  for (const { uses, purpose } of declared) {
    expect(text).toContain(uses)
    expect(text).toContain(purpose)
  }
})

test('purposes read as WeChat wants them: what for, without 「为了」, writing never said to upload', () => {
  for (const { purpose, information } of declared) {
    expect(purpose).not.toMatch(/^(为了|用于)|。$/)
    expect(purpose.length).toBeGreaterThan(8)
    if (information.includes('仅写入')) expect(purpose).not.toContain('上传')
  }
})

test('the check is on in app.json', () => {
  const app = JSON.parse(readFileSync(path.join(dir, 'app.json'), 'utf8')) as Record<string, unknown>
  expect(app.__usePrivacyCheck__).toBe(true)
})

/** A build of two lines in a folder of its own. */
function used(script: string, template = '<view/>') {
  const folder = mkdtempSync(path.join(tmpdir(), 'privacy-'))
  try {
    writeFileSync(path.join(folder, 'app.js'), script)
    writeFileSync(path.join(folder, 'base.wxml'), template)
    return { used: usedInterfaces(folder), faults: privacyFaults(folder) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('the scan finds every published interface, however it is written', () => {
  const all = [...new Set(Object.values(published).flat())]
  const missed = all.filter((one) => {
    const [kind = '', name = ''] = one.split(/[.=]/)
    if (kind === 'wx') return !used(`wx.${name}({})`).used.includes(one) || !used(`a["${name}"]()`).used.includes(one)
    if (kind === 'scope') return !used(`wx.authorize({scope:"scope.${name}"})`).used.includes(one)
    if (kind === 'open-type') return !used('', `<button open-type="${name}"/>`).used.includes(one)
    if (kind === 'input-type') return !used(`p({type:"${name}"})`, '<input type="{{i.p1}}"/>').used.includes(one)
    return !used('', `<view>${one.replace('>', ' flash="off">')}</view>`).used.includes(one)
  })
  expect(missed).toEqual([])
})

test('the framework’s list of names is no use; a longer word is another word', () => {
  const names = Array.from({ length: 30 }, (_, i) => `"api${i}"`).join(',')
  expect(used(`new Set([${names},"chooseAddress"])`).used).toEqual([])
  expect(used('wx.chooseImageFromNowhere()').used).toEqual([])
})

test('one too many and one too few are both named', () => {
  const { faults } = used('wx.getLocation();wx.chooseMedia()')
  expect(faults.some((fault) => fault.startsWith('wx.getLocation 在代码里'))).toBe(true)
  expect(faults.some((fault) => fault.startsWith('wx.setClipboardData 声明了'))).toBe(true)
})

test('one row an information type', () => {
  const lines = tableOf([
    ...declared,
    { uses: 'wx.chooseVideo', information: '收集你选中的照片或视频信息', purpose: '甲', when: '乙', refused: '丙' },
  ]).split('\n')
  expect(lines.filter((line) => line.includes('收集你选中的照片或视频信息'))).toHaveLength(1)
})
