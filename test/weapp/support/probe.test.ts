import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { TmplGroup } from 'glass-easel-template-compiler'
import { readFileSync } from 'node:fs'
test('probe', () => {
  const t0 = performance.now()
  const g = new TmplGroup()
  const dir = '/tmp/exp/skel/out/'
  console.log(JSON.stringify(g.addTmpl('base', readFileSync(dir + 'base.wxml', 'utf8'))))
  g.addScript('utils', readFileSync(dir + 'utils.wxs', 'utf8'))
  console.log(JSON.stringify(g.addTmpl('pages/home/index', readFileSync(dir + 'pages/home/index.wxml', 'utf8'))))
  const src = g.getTmplGenObjectGroups()
  console.log(performance.now() - t0, src.length, Object.keys(new MiniProgramEnv()))
  console.log(Object.getOwnPropertyNames(globalThis).length, typeof WebAssembly, typeof TextDecoder, typeof requestAnimationFrame)
})
