/** An empty Taro + React app, built as ours is but with Taro's own defaults for everything it leaves open. */
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const config: UserConfigExport<'webpack5'> = defineConfig<'webpack5'>({
  projectName: 'empty',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: process.env.TARO_OUTPUT ?? 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: { postcss: { pxtransform: { enable: false } }, optimizeMainPackage: { enable: true } },
})

export default config
