import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { iconsApart, leanBase, thingsApart } from '../../config/lean-weapp.cjs'
import { builtApp } from './support/built-app'
import { launch } from './support/launch'
import { openedPages } from './support/measuring'
import { createPhone } from './support/phone'
import { answerQuestions, both } from './support/stories'

/** What config/lean-weapp.cjs leaves out of the build, and that nothing is missing afterwards. */
const view = (attributes: string) =>
  `<template name="tmpl_0_8">\n  <view ${attributes} class="{{i.cl}}" bindtap="eh"></view>\n</template>`

test('attributes and events that no source names are left out', () => {
  const wxml = view('animation="{{i.p0}}" bindtouchmove="eh" aria-label="{{i.p1}}" bindlongpress="eh"')
  const lean = leanBase(wxml, 'onTouchMove={move} ariaLabel')
  expect(lean).toContain('bindtouchmove="eh" aria-label="{{i.p1}}"')
  expect(lean).not.toMatch(/animation|longpress/)
})

test('what is pressed looks so; a view without events does not', () => {
  const hover = 'hover-class="{{i.p8||\'none\'}}" hover-start-time="{{xs.b(i.p9,50)}}"'
  expect(leanBase(view(hover), '')).toContain('hover-class="is-pressed" hover-start-time="20"')
  expect(leanBase(view(hover).replace(' bindtap="eh"', ''), '')).not.toContain('hover')
})

test('a template that a source needs stays', () => {
  const scroll = '<template name="tmpl_0_66">\n  <scroll-view scroll-y="{{i.p1}}"></scroll-view>\n</template>'
  expect(leanBase(scroll, '')).not.toContain('scroll-view')
  expect(leanBase(scroll, '<ScrollView scrollY>')).toContain('scroll-y="{{i.p1}}"')
})

test('icons are told apart by who names them', () => {
  const { rest, apart } = iconsApart('.a{b:c}.icon-bell{d:e}.icon-home{f:g}', 'x="home"')
  expect(rest).toBe('.a{b:c}.icon-home{f:g}')
  expect([...apart]).toEqual([['bell', '.icon-bell{d:e}']])
})

test('an icon’s name that is only asked about, called with, or a class does not keep it', () => {
  const { rest } = iconsApart(
    '.icon-link{a:b}.icon-me{c:d}.icon-eye{e:f}',
    '{className:"link"},open("me"),{lead:"eye"}',
  )
  expect(rest).toBe('.icon-eye{e:f}')
})

test('what only packages show has its rules there, unless a media query knows it', () => {
  const css = '.row{a:b}.chip{c:d}.chip .act{e:f}.bone{g:h}@media (a:b){.bone{i:j}}.none{k:l}'
  const { rest, apart } = thingsApart(css, new Set(['row']), [new Set(['chip', 'bone'])])
  expect(rest).toBe('.row{a:b}.bone{g:h}@media (a:b){.bone{i:j}}.none{k:l}')
  expect([...apart]).toEqual([['chip', '.chip{c:d}.chip .act{e:f}']])
})

test('a view that is only tapped is drawn as any other; a text that can be tapped only where a source has one', () => {
  const both = '<template name="tmpl_0_1"><view></view></template><template name="tmpl_0_7"><text></text></template>'
  expect(leanBase(both, '<Text className="a">')).toBe('')
  expect(leanBase(both, '<Text className="a" onClick={tap}>')).toContain('tmpl_0_7')
})

test('every icon that a page shows has its shape where the page finds it', async () => {
  const phone = createPhone()
  const start = await launch({ phone })
  await answerQuestions(start, both)
  await start.tap('先不用，只留在这台手机里')
  start.kill()
  const dir = builtApp()
  const main = readFileSync(path.join(dir, 'app.wxss'), 'utf8')
  const missing: string[] = []
  for (const [place, query] of openedPages) {
    const app = await launch({ phone, path: place, query })
    const [, root] = /^(packages\/[^/]+)\//.exec(place) ?? []
    const file = path.join(dir, root ?? 'pages', 'package.wxss')
    const own = existsSync(file) ? readFileSync(file, 'utf8') : ''
    for (const icon of app.findAll('.icon')) {
      const name = /icon-[\w-]+/.exec(icon.className)?.[0] ?? ''
      if (!`${main}${own}`.includes(`.${name}{`)) missing.push(`${place}: ${name}`)
    }
    app.kill()
  }
  expect(missing).toEqual([])
})
