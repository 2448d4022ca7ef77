/**
 * WeChat's 体验评分, as far as it can be judged without a phone: rule by rule, with its weight. Thresholds
 * and weights are those of developers.weixin.qq.com/miniprogram/dev/framework/audits (facts of November 2026).
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Figures } from '../bench/weapp/figures'
import { activeSelectors, sheetsOf, stiffScrolling, unsafeBottoms, unusedBytes } from './weapp-styles'

export interface Judged {
  readonly group: '性能' | '体验' | '最佳实践'
  readonly rule: string
  readonly weight: number
  /** null: only a phone, or a running server, can tell. */
  readonly passed: boolean | null
  readonly seen: string
}

const limits = { calls: 20, bytes: 256 * 1024, nodes: 1000, depth: 30, children: 60, requests: 10, images: 20 }
/** px a phone shows a picture at, on a screen of three pixels a point: full width less the gutters, or turned on its side. */
const shownWidth = (file: string) => (/-full\.png$/.test(file) ? 844 : 343) * 3
const unusedLimit = 2 * 1024

const most = (figures: readonly number[]) => Math.max(0, ...figures)
const judged =
  (group: Judged['group']) =>
  (rule: string, weight: number, passed: boolean | null, seen: string): Judged => ({
    group,
    rule,
    weight,
    passed,
    seen,
  })

/** The width of a PNG is in its header. */
const pngWidth = (file: string) => readFileSync(file).readUInt32BE(16)

function performance(dir: string, { pages, interactions, requestsAtStart }: Figures): readonly Judged[] {
  const rule = judged('性能')
  const calls = most([...pages, ...interactions].map((one) => one.calls))
  const bytes = most(pages.map(({ first }) => first))
  const nodes = most(pages.map((page) => page.nodes))
  const depth = most(pages.map((page) => page.depth))
  const widest = most(pages.map((page) => page.widest))
  const remote = most(pages.map(({ images }) => images.filter((one) => /^https?:/.test(one)).length))
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png'))
  const wide = files.filter((file) => pngWidth(path.join(dir, file)) > shownWidth(file))
  const small = nodes < limits.nodes && depth < limits.depth && widest <= limits.children
  return [
    rule('脚本执行时间', 7, null, '要在手机上量'),
    rule('首屏时间', 6, null, '要在手机上量'),
    rule('渲染时间', 6, null, '要在手机上量'),
    rule('setData 调用频率', 6, calls <= limits.calls, `一次操作最多 ${calls} 次，限每秒 ${limits.calls} 次`),
    rule('setData 数据大小', 6, bytes <= limits.bytes, `最大 ${(bytes / 1024).toFixed(1)} KB，限 256 KB`),
    rule('WXML 节点数', 6, small, `最多 ${nodes} 个，深 ${depth} 层，一层 ${widest} 个`),
    rule('请求耗时', 5, null, '要有真的服务器'),
    rule('网络请求数', 5, requestsAtStart <= limits.requests, `启动时 ${requestsAtStart} 个`),
    rule('图片请求数', 5, remote <= limits.images, `一页最多 ${remote} 张网络图片`),
    rule('图片缓存', 4, null, '要有真的服务器'),
    rule('图片大小', 4, wide.length === 0, wide.length === 0 ? `${files.length} 张都不比显示的大` : wide.join('，')),
    rule('网络请求缓存', 2, null, '要有真的服务器'),
  ]
}

/** Pages that no script leads to. */
function unreachable(dir: string, code: string): readonly string[] {
  interface App {
    readonly pages: readonly string[]
    readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] }
    readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
  }
  const app = JSON.parse(readFileSync(path.join(dir, 'app.json'), 'utf8')) as App
  const inPackages = app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  const tabs = new Set((app.tabBar?.list ?? []).map(({ pagePath }) => pagePath))
  return [...app.pages.slice(1), ...inPackages].filter(
    // A script names a page by its folder (adapters/taro-navigator.ts); a build's own module names are no way there.
    (page) => !tabs.has(page) && !new RegExp(`["'\`/]${page.replace(/\/index$/, '')}(?:/index)?["'\`?]`).test(code),
  )
}

function experience(dir: string, { pages }: Figures): readonly Judged[] {
  const rule = judged('体验')
  const sheets = sheetsOf(dir)
  const stiff = stiffScrolling(sheets)
  const active = activeSelectors(sheets)
  const unsafe = unsafeBottoms(sheets)
  const stretched = pages.filter((page) => page.stretched > 0).length
  const config = readFileSync(path.join(dir, 'app.json'), 'utf8')
  const list = (all: readonly string[], none: string) => (all.length === 0 ? none : all.slice(0, 5).join('；'))
  return [
    rule('开启惯性滚动', 8, stiff.length === 0, list(stiff, '会滚动的都有')),
    rule('避免 :active', 8, active.length === 0, list(active, '没有')),
    rule(
      '保持图片比例',
      4,
      stretched === 0 ? true : null,
      stretched === 0 ? '没有会拉伸的' : `${stretched} 页的图片由样式定比例，要看画面`,
    ),
    rule('可点击区域', 3, null, '网页版里量（test/journey）'),
    rule('iPhone X 兼容', 3, unsafe.length === 0, list(unsafe, '贴底的都让开了')),
    rule('窗口变化适配', 3, config.includes('resizable') ? null : true, '没有声明可变窗口'),
    rule('合理的颜色搭配', 0, null, '网页版里量（test/journey）'),
  ]
}

function practice(dir: string, figures: Figures): readonly Judged[] {
  const rule = judged('最佳实践')
  const all = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  const code = all
    .filter((file) => /\.(js|wxml)$/.test(file))
    .map((file) => readFileSync(path.join(dir, file), 'utf8'))
    .join('\n')
  const lost = unreachable(dir, code)
  const unused = [...unusedBytes(sheetsOf(dir), code)].filter(([, bytes]) => bytes > unusedLimit)
  // Handed to a call; other plain addresses are texts for the merchant to copy.
  const plain = /\(\s*["'`]http:\/\/(?!www\.w3\.org)/.test(code)
  return [
    rule('JS 异常', 3, figures.errors.length === 0, `${figures.errors.length} 个`),
    rule('网络异常', 3, null, '要有真的服务器'),
    rule('废弃接口', 2, figures.deprecated.length === 0, figures.deprecated.join('，') || '没有'),
    rule('HTTPS', 1, !plain, plain ? '有明文地址' : '没有明文请求'),
    rule('setData 冗余', 1, figures.unread.length === 0, figures.unread.join('，') || '没有'),
    rule('不可达页面', 0, lost.length === 0, lost.join('，') || '没有'),
    rule(
      'WXSS 使用率',
      0,
      unused.length === 0,
      unused.map(([file, n]) => `${file} ${n} B`).join('，') || '每个文件没用上的不到 2 KB',
    ),
    rule('定时器', 0, true, '一分钟一次，只在前面的页上'),
  ]
}

export const audit = (dir: string, figures: Figures): readonly Judged[] => [
  ...performance(dir, figures),
  ...experience(dir, figures),
  ...practice(dir, figures),
]

export interface Score {
  /** 0–100 of what can be judged here. */
  readonly score: number
  /** Weights judged here, of all. */
  readonly judged: number
  readonly all: number
}

export function scoreOf(rules: readonly Judged[]): Score {
  const sum = (some: readonly Judged[]) => some.reduce((total, { weight }) => total + weight, 0)
  const known = rules.filter(({ passed }) => passed !== null)
  return { score: (100 * sum(known.filter(({ passed }) => passed))) / sum(known), judged: sum(known), all: sum(rules) }
}
