/**
 * The Taro build. Lengths in the styles are real px (the look scales with the person's own font
 * setting), so the rpx conversion is off. Code outside sourceRoot compiles because `include` lists it.
 */
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import type Chain from 'webpack-chain'
import { ariaComponents } from './aria-components'
import { LeanWeapp } from './lean-weapp.cjs'
import { alias, branded, copied, htmlOptions } from './operator'

const root = path.resolve(__dirname, '..')
const shared = ['src/domain', 'src/sync'].map((folder) => path.join(root, folder))
const env = process.env.TARO_ENV ?? 'weapp'
/** Another folder for a build beside the usual one: TARO_OUTPUT, relative to the repository or absolute. */
const output = path.relative(root, path.resolve(root, process.env.TARO_OUTPUT ?? `dist/${env}`))

const app = path.join(root, 'src/miniapp')
const packagesForNewerPhones = /[\\/]node_modules[\\/]@noble[\\/]/

/** Sizes are judged by tools/weapp-sizes.ts, which knows WeChat's own limits. */
function tuned(chain: Chain): void {
  chain.performance.hints(false)
  branded(chain)
  const rule = chain.module.rule('older-phones').test(/\.m?js$/)
  rule.include.add(packagesForNewerPhones)
  rule.use('older-phones').loader(path.join(__dirname, 'older-phones-loader.cjs'))
  const parts = chain.module.rule('evaluated').test(/\.ts$/).enforce('pre')
  parts.include.add(path.join(root, 'src/domain/content/parts'))
  parts.use('evaluated').loader(path.join(__dirname, 'evaluated-loader.cjs'))
}

/**
 * Our phones take objects and lists apart by themselves; Babel's rewriting is for faults of order and naming
 * that do not occur here. Nor is `document.all` about, for which `?.` and `??` would be asked twice.
 */
const native = ['transform-parameters', 'transform-destructuring']
const babel = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', exclude: native }]],
  assumptions: { noDocumentAll: true },
}

function tunedMini(chain: Chain): void {
  tuned(chain)
  chain.output.set('environment', { arrowFunction: true, const: true, destructuring: true, forOf: true })
  chain.module
    .rule('script')
    .use('babelLoader')
    .tap((options: object) => ({ ...options, ...babel }))
  chain.plugin('lean-weapp').use(LeanWeapp, [{ sources: app }])
}

/** What terser does unless told otherwise; Taro tells it otherwise, for engines of 2015. */
const ordinary = {
  arrows: true,
  collapse_vars: true,
  comparisons: true,
  computed_props: true,
  directives: true,
  hoist_props: true,
  inline: true,
  loops: true,
  negate_iife: true,
  properties: true,
  reduce_funcs: true,
  reduce_vars: true,
  switches: true,
  typeofs: true,
}

const config: UserConfigExport<'webpack5'> = defineConfig<'webpack5'>({
  projectName: 'kaitong',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src/miniapp',
  outputRoot: output,
  framework: 'react',
  alias,
  plugins: [
    [path.join(__dirname, 'aria-plugin.ts'), { components: ariaComponents }],
    [path.join(__dirname, 'lean-runtime-plugin.ts'), { sources: app }],
  ],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  copy: {
    patterns: copied(output, env),
    options: {},
  },
  defineConstants: {
    API_URL: JSON.stringify(process.env.API_URL ?? ''),
    PUBLIC_URL: JSON.stringify((process.env.PUBLIC_URL ?? process.env.API_URL ?? '').replace(/\/+$/, '')),
    CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? ''),
    REMINDER_TEMPLATE: JSON.stringify(process.env.REMINDER_TEMPLATE ?? ''),
  },
  terser: {
    enable: true,
    config: {
      ecma: 2018,
      // Functions that use no `this` become arrows: 2.7 KB of the main package. None of them is called with `new`
      // (the compiled pages and the journeys run them all).
      compress: { ecma: 2018, passes: 3, unsafe_arrows: true, ...ordinary },
      output: { ascii_only: false, comments: false, ecma: 2018 },
    },
  },
  mini: {
    compile: { include: shared },
    postcss: { pxtransform: { enable: false } },
    optimizeMainPackage: { enable: true },
    runtime: { enableInnerHTML: false },
    webpackChain: tunedMini,
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    compile: { include: shared },
    postcss: { pxtransform: { enable: false } },
    useHtmlComponents: true,
    router: { mode: 'hash' },
    htmlPluginOption: htmlOptions,
    webpackChain: tuned,
  },
})

export default config
