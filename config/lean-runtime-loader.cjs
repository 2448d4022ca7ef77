/**
 * A webpack loader for the WeChat build: leaves out of Taro's and React's running code what this app can
 * never reach. Taro ships all components, style properties and browser objects it knows of; React's
 * renderer ships hydration, persistence and test selectors, which Taro's own settings switch off.
 *
 * Every cut names the exact text it replaces. A version of a package that reads otherwise stops the build.
 */
const { readFileSync } = require('node:fs')
const { getComponentsAlias, toDashed } = require('@tarojs/shared')
const { isNamed, sourcesOf } = require('./lean-weapp.cjs')

/** Answers `text` with `from` (a string, or an expression that must match) replaced. */
function replaced(text, from, to, file) {
  const found = typeof from === 'string' ? text.includes(from) : text.search(from) >= 0
  if (!found) throw new Error(`${file} reads otherwise than config/lean-runtime-loader.cjs expects: ${from}`)
  return typeof from === 'string' ? text.replace(from, () => to) : text.replace(from, to)
}

/** Nodes that Taro makes by itself. */
const made = ['#text', 'StaticView', 'PureView', 'CatchView', 'ClickView', 'StaticText', 'StaticImage']

const usedOf = (components, sources) =>
  Object.keys(components).filter((name) => new RegExp(`<${name}\\b`).test(sources))

/** Short names of the attributes that base.wxml reads, by component: only of what a source names. */
function aliases(sources, components) {
  const all = getComponentsAlias(components)
  const used = [...usedOf(components, sources), ...made]
  const kept = (alias) => Object.entries(alias).filter(([name]) => name === '_num' || isNamed(toDashed(name), sources))
  const table = Object.fromEntries(used.map((name) => [toDashed(name), Object.fromEntries(kept(all[toDashed(name)]))]))
  return { ...table, 'click-view': table.view } // it has no template of its own (lean-weapp.cjs)
}

/** Interfaces that become promises: of those listed, what a source names. */
const promised = (text, sources) =>
  text.replace(/(needPromiseApis = new Set\(\[)([^\]]*)/, (_, head, list) => {
    const names = [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name)
    return head + names.filter((name) => isNamed(name, sources)).map((name) => `'${name}'`)
  })

/** Style properties that can be set on a node: of all, what a source names. */
function styleProperties(text, sources) {
  const all = new Function(`${text.replace(/export \{[^}]*\};?/, '')}\nreturn styleProperties`)()
  const used = all.filter((name) => isNamed(name, sources))
  return `export const styleProperties = ${JSON.stringify(used)}\n`
}

/** What Taro calls of React's renderer (@tarojs/react); the rest of its exports falls away. */
const rendered =
  /^(batchedUpdates|createContainer|findHostInstance|flushSync|getPublicRootInstance|runWithPriority|updateContainer)$/

function reconciler(text, hostConfig, file) {
  const settled = replaced(text, 'exports.createContainer=', 'exports.createContainer=', file)
  return settled
    .replace(/\$\$\$hostConfig\.(\w+)/g, (whole, name) => {
      const fixed = new RegExp(`\\b${name}: (true|false),`).exec(hostConfig)
      if (fixed) return fixed[1]
      return new RegExp(`^ {4}${name}\\b`, 'm').test(hostConfig) ? whole : 'undefined'
    })
    .replace(/\bexports\.(\w+)=/g, (whole, name) => (rendered.test(name) ? whole : `var left_${name}=`))
}

/** By the end of a file's path: (text, sources, file, components) => text. */
const cuts = {
  // Destructuring a require keeps all of the package; a property of it only what is used.
  '@tarojs/taro/index.js': (text, _, file) =>
    replaced(
      text,
      "const { hooks } = require('@tarojs/runtime')",
      "const hooks = require('@tarojs/runtime').hooks",
      file,
    ),
  // The list of all components with all attributes is needed for their names and short names only.
  '@tarojs/shared/dist/utils.js': (text, sources, file, components) =>
    replaced(
      text,
      /function getComponentsAlias\(origin\) \{[\s\S]*?\n\}/,
      `const aliases = ${JSON.stringify(aliases(sources, components))};\nfunction getComponentsAlias() { return aliases; }`,
      file,
    ),
  '@tarojs/shared/dist/components.js': (text, sources, file, components) =>
    replaced(
      text,
      /const View = [\s\S]*?\nconst internalComponents = \{[\s\S]*?\n\};/,
      `const internalComponents = {${usedOf(components, sources).map((name) => `${name}: {}`)}};`,
      file,
    ),
  '@tarojs/plugin-platform-weapp/dist/runtime.js': (text, sources, file) =>
    promised(replaced(text, '\nmergeInternalComponents(components);', '', file), sources),
  '@tarojs/shared/dist/native-apis.js': promised,
  '@tarojs/runtime/dist/dom/style_properties.js': styleProperties,
  // No address, no history and no links in a mini-program.
  '@tarojs/runtime/dist/dom/document.js': (text, _, file) =>
    replaced(text, 'new AnchorElement()', 'new TaroElement()', file),
  '@tarojs/runtime/dist/bom/window.js': (text, _, file) =>
    [
      [/this\.location = new Location[\s\S]*?this\.initEvent\(\);/, ''],
      [/initEvent\(\) \{[\s\S]*?\n {4}\}\n/, ''],
    ].reduce((rest, [from, to]) => replaced(rest, from, to, file), text),
  'react-reconciler/cjs/react-reconciler.production.min.js': (text, _, file) =>
    reconciler(text, readFileSync(require.resolve('@tarojs/react'), 'utf8'), file),
}

const known = new Map()

module.exports = function leanRuntime(text) {
  const file = this.resourcePath.replaceAll('\\', '/')
  const [, cut] = Object.entries(cuts).find(([end]) => file.endsWith(`node_modules/${end}`)) ?? []
  if (!cut) return text
  const { sources, components } = this.getOptions()
  if (!known.has(sources)) known.set(sources, sourcesOf(sources))
  return cut(text, known.get(sources), file, components)
}
