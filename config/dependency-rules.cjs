/**
 * The architecture's arrows as an allow-list: what is not allowed is forbidden (README, "Map").
 *
 * pages, packages -> features -> stores -> ports -> sync -> domain;  pages, features -> ui
 * app -> adapters -> ports;  server/main.* -> server/adapters -> server/core -> sync -> domain
 */
const npm = (names) => `^node_modules/(${names.join('|')})(/|$)`
const allow = (from, ...to) => to.map((path) => ({ from: { path: from }, to: { path } }))

const react = npm(['react', '@types/react'])
const taro = npm(['@tarojs'])
const page = '^src/miniapp/(pages|packages)/'
const feature = '^src/miniapp/features/([^/]+)/'

module.exports = {
  allowedSeverity: 'error',
  allowed: [
    ...allow('^src/domain/', '^src/domain/'),
    ...allow('^src/sync/', '^src/sync/', '^src/domain/'),

    ...allow('^src/miniapp/ports/', '^src/miniapp/ports/', '^src/sync/', '^src/domain/'),
    ...allow(
      '^src/miniapp/stores/',
      '^src/miniapp/(stores|ports)/',
      '^src/sync/',
      '^src/domain/',
      npm(['zustand', '@noble', 'dayjs']),
      react,
    ),
    ...allow(
      '^src/miniapp/ui/',
      '^src/miniapp/ui/',
      react,
      npm(['@tarojs/components', '@tarojs/components-react', '@tarojs/taro']),
    ),
    { from: { path: feature }, to: { path: '^src/miniapp/features/$1/' } },
    ...allow(
      feature,
      '^src/miniapp/(ui|stores|ports)/',
      '^src/domain/',
      '^src/sync/',
      react,
      npm(['@tarojs/components', '@tarojs/components-react']),
    ),
    // The code on the computer's page, in a file that only that page loads.
    ...allow('^src/miniapp/features/computer/', npm(['qrcode', '@types/qrcode'])),
    ...allow(page, '^src/miniapp/(features|ui|stores|ports)/', '^src/domain/', react, taro),
    { from: { path: '^src/miniapp/packages/([^/]+)/' }, to: { path: '^src/miniapp/packages/$1/' } },
    { from: { path: '^src/miniapp/pages/([^/]+)/' }, to: { path: '^src/miniapp/pages/$1/' } },
    ...allow(
      '^src/miniapp/adapters/',
      '^src/miniapp/(adapters|ports)/',
      '^src/sync/',
      '^src/domain/',
      taro,
      npm(['@noble']),
    ),
    ...allow('^src/miniapp/app', '^src/miniapp/', '^src/domain/', react, taro),

    ...allow('^src/server/core/', '^src/server/core/', '^src/sync/', '^src/domain/', npm(['zod'])),
    ...allow(
      '^src/server/adapters/',
      '^src/server/(adapters|core)/',
      '^src/sync/',
      '^src/domain/',
      '^node_modules/',
      '^[a-z_/]+$',
    ),
    ...allow('^src/server/[^/]+\\.ts$', '^src/server/', '^src/sync/', '^src/domain/', '^node_modules/', '^[a-z_/]+$'),
  ],
  forbidden: [{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } }],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
