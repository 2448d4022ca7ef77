/**
 * Pure rules, the function, tools and photographs in Node, the compiled mini-program in jsdom, journeys in
 * Chromium. A project is a run of its own: the function forbids its process every image format but three,
 * and tools draw with SVG.
 */
const transform = {
  '^.+\\.m?[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
}
const root = require('node:path').resolve(__dirname, '..')
const base = {
  rootDir: root,
  transform,
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
}

module.exports = {
  rootDir: root,
  // Real files, processes and timers: what is slow on a busy machine is not broken.
  testTimeout: 30_000,
  projects: [
    {
      ...base,
      displayName: 'rules',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/{domain,sync,stores,architecture}/**/*.test.ts'],
      transformIgnorePatterns: ['/node_modules/(?!(@noble|zustand)/)'],
    },
    {
      ...base,
      displayName: 'server',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/server/**/*.test.ts'],
      transformIgnorePatterns: ['/node_modules/(?!(@noble)/)'],
    },
    {
      ...base,
      displayName: 'tools',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/{tools,photo}/**/*.test.ts'],
      transformIgnorePatterns: ['/node_modules/(?!(@noble)/)'],
    },
    {
      ...base,
      displayName: 'weapp',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
      globalSetup: '<rootDir>/test/weapp/support/build-once.ts',
    },
    {
      ...base,
      displayName: 'journey',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/journey/**/*.test.ts'],
    },
  ],
}
