/**
 * `npm run report:weapp [-- folder]`: files and sizes, what every page and tap sends to the view, and
 * WeChat's own audit as far as it can be judged here. Fails when the score is below 95.
 */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Figures } from '../bench/weapp/figures'
import { buildWeapp } from './build-weapp'
import { audit, scoreOf, type Judged } from './weapp-audit'
import { measureWeapp } from './weapp-figures'
import { mainShare, weappSizes } from './weapp-sizes'
import { emptyTwinSize } from './weapp-twin'

const leastScore = 95
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
const padded = (text: string | number, width: number) => String(text).padStart(width)
const line = (text = '') => console.log(text)

function sizes(dir: string, twin: number): void {
  line('包')
  for (const { name, files, size } of weappSizes(dir))
    line(`${padded(`${size.toFixed(1)} KB`, 12)} ${padded(files, 4)} 个文件  ${name}`)
  const main = weappSizes(dir)[0]?.size ?? 0
  line(`主包是空 Taro + React 小程序（${twin.toFixed(1)} KB）的 ${(main / twin).toFixed(2)} 倍，限 ${mainShare} 倍`)
  line()
  line('最大的文件')
  const all = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(dir, file)).isFile(),
  )
  const bySize = all
    .map((file) => ({ file, size: statSync(path.join(dir, file)).size }))
    .sort((a, b) => b.size - a.size)
  for (const { file, size } of bySize.slice(0, 15)) line(`${padded(kb(size), 12)}  ${file}`)
}

function sent({ pages, interactions }: Figures): void {
  line('每一页：第一次 setData、全部、次数、节点、深、一层最多')
  for (const page of pages)
    line(
      `${padded(page.first, 8)} B ${padded(page.bytes, 8)} B ${padded(page.calls, 3)} ${padded(page.nodes, 5)} ${padded(page.depth, 3)} ${padded(page.widest, 3)}  ${page.name}`,
    )
  line()
  line('每次操作：字节、次数')
  for (const one of interactions) line(`${padded(one.bytes, 8)} B ${padded(one.calls, 3)}  ${one.name}`)
}

const marks = new Map([
  [true, '通过'],
  [false, '不过'],
])

function rules(all: readonly Judged[]): void {
  line('体验评分')
  for (const { group, rule, weight, passed, seen } of all)
    line(
      `${padded(weight, 3)}  ${marks.get(passed ?? true) && passed !== null ? marks.get(passed) : '不知'}  ${group} ${rule}：${seen}`,
    )
}

export async function main([dir]: readonly string[]): Promise<void> {
  if (dir === undefined) await buildWeapp()
  const build = dir ?? 'dist/weapp'
  const figures = measureWeapp(build)
  const judged = audit(build, figures)
  const { score, judged: known, all } = scoreOf(judged)
  sizes(build, await emptyTwinSize())
  line()
  sent(figures)
  line()
  rules(judged)
  line(`在这里能判断的：${score.toFixed(1)} 分（权重 ${known} / ${all}）`)
  if (score < leastScore) throw new Error(`体验评分不到 ${leastScore} 分`)
}
