/**
 * A webpack plugin for the WeChat build that leaves out what no source of ours names.
 *
 * base.wxml: Taro writes every attribute and event a component could have, on fifteen levels of nesting.
 * Only those whose name occurs in src/miniapp stay; so do only the components used. What Pressable sets on
 * everything that can be tapped stands in the template and is not sent with each of them. A view that is
 * only tapped has no template of its own, nor has a text that is tapped while no source has one.
 *
 * app.wxss: an icon is some 400 bytes of shape. One that only a subpackage names goes there, and so do the
 * rules of a thing (a chip, a sheet) that only subpackages show.
 */
const { readdirSync, readFileSync } = require('node:fs')
const path = require('node:path')
const postcss = require('postcss')

/** Of every node, or spelled otherwise in a source than in the template. */
const always = /^(style|class|id|data-sid|bindtap|wx:.*|is|data|name|i|l|hover-class|hover-start-time|hover-stay-time)$/
/** The pressed look (ui/pressable.tsx): ms until it shows, ms that it stays. */
const pressed = { 'hover-class': 'is-pressed', 'hover-start-time': '20', 'hover-stay-time': '70' }
/** Templates that Taro always adds, and the words of a source that needs them. */
const optional = { 'scroll-view': /\bScrollView\b/, 'catch-view': /\bcatchMove\b/ }

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

/** `bindtouchstart` is `onTouchStart` in a source, `hover-stop-propagation` is `hoverStopPropagation`. */
function isNamed(attribute, source) {
  if (always.test(attribute)) return true
  const event = /^bind:?(\w+)$/.exec(attribute)
  return event
    ? new RegExp(`\\bon${event[1]}\\b`, 'i').test(source)
    : new RegExp(`\\b${camel(attribute)}\\b`).test(source)
}

const attributePattern = / ([\w:-]+)="([^"]*)"/g

/** One template's text. A view without events has nothing to press. */
function leanTemplate(text, named) {
  const hears = /bindtap/.test(text)
  return text.replace(attributePattern, (whole, name, value) => {
    if (!named(name)) return ''
    if (!(name in pressed) || !/<view/.test(text)) return whole
    return hears ? ` ${name}="${pressed[name]}"` : ''
  })
}

/** Taro numbers the commonest nodes first: 1 a view that is only tapped, 7 a text that can be tapped. */
const tappedOnly = /^<template name="tmpl_\d+_1">/
const tappedText = /^<template name="tmpl_\d+_7">/
const textHears = /<Text\b[^>]*\bon[A-Z]/

function isNeeded(template, source) {
  if (tappedOnly.test(template)) return false // drawn as any other view (lean-runtime-loader.cjs)
  if (tappedText.test(template)) return textHears.test(source)
  if (/catchtouchmove/.test(template)) return optional['catch-view'].test(source)
  return !/<scroll-view/.test(template) || optional['scroll-view'].test(source)
}

function leanBase(wxml, source) {
  const known = new Map()
  const named = (name) => {
    if (!known.has(name)) known.set(name, isNamed(name, source))
    return known.get(name)
  }
  const [head, ...templates] = `\n${wxml}`.split(/(?=<template name=)/)
  const kept = templates.filter((text) => isNeeded(text, source)).map((text) => leanTemplate(text, named))
  return [head.trimStart(), ...kept].join('').replace(/>\s+</g, '><').replace(/ {2,}/g, ' ')
}

const iconRule = /\.icon-([\w-]+)\{[^}]*\}/g

/** A word in quotes that may be an icon's: not one that is asked about, called with, or a class. */
const namesIcon = (scripts, name) =>
  new RegExp(`(?<!case|className:|device:|\\w\\()"${name}"|icon-${name}\\b`).test(scripts)

/** `css` without the icons that `scripts` does not name, and those. */
function iconsApart(css, scripts) {
  const apart = new Map()
  const rest = css.replace(iconRule, (rule, name) => {
    if (namesIcon(scripts, name)) return rule
    apart.set(name, (apart.get(name) ?? '') + rule)
    return ''
  })
  return { rest, apart }
}

/** The words in the strings of a script: what may be a class. */
function wordsIn(scripts) {
  const strings = scripts.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? []
  return new Set(strings.join(' ').match(/[\w-]+/g))
}

/** The class that all of a rule's selectors begin with, or null. */
function thingOf(rule) {
  const names = new Set(rule.selectors.map((selector) => /^\.([\w-]+)/.exec(selector)?.[1] ?? null))
  return names.size === 1 ? [...names][0] : null
}

/**
 * `css` without the rules of the classes that `main` lacks and one of `packages` has (words, wordsIn), and
 * those rules by class. A class that also stands in a media query stays: what is moved comes last.
 */
function thingsApart(css, main, packages) {
  const sheet = postcss.parse(css)
  const bound = new Set()
  sheet.walkAtRules((at) => at.toString().replace(/\.([\w-]+)/g, (_, name) => void bound.add(name)))
  const apart = new Map()
  for (const rule of sheet.nodes.filter(({ type }) => type === 'rule')) {
    const name = thingOf(rule)
    if (name === null || main.has(name) || bound.has(name) || !packages.some((words) => words.has(name))) continue
    apart.set(name, (apart.get(name) ?? '') + rule.toString())
    rule.remove()
  }
  return { rest: sheet.toString(), apart }
}

function sourcesOf(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  return files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n')
}

/** Taro's and React's code, which names no icon of ours. */
const libraries = /^(taro|vendors|runtime)\.js$/

class LeanWeapp {
  /** `sources`: the folder whose files say what is used. */
  constructor({ sources }) {
    this.sources = sources
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('LeanWeapp', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'LeanWeapp', stage }, (assets) => {
        const read = (name) => assets[name].source().toString()
        const write = (name, text) => {
          if (name in assets) compilation.updateAsset(name, new sources.RawSource(text))
          else compilation.emitAsset(name, new sources.RawSource(text))
        }
        if ('base.wxml' in assets) write('base.wxml', leanBase(read('base.wxml'), sourcesOf(this.sources)))
        if ('app.wxss' in assets) this.moveStyles(Object.keys(assets), read, write)
      })
    })
  }

  moveStyles(names, read, write) {
    const app = JSON.parse(read('app.json'))
    const scriptsOf = (list) =>
      list
        .filter((name) => name.endsWith('.js') && !libraries.test(name))
        .map(read)
        .join('\n')
    const packages = (app.subPackages ?? []).map(({ root, pages }) => {
      const folder = root.replace(/\/?$/, '/')
      const scripts = scriptsOf(names.filter((name) => name.startsWith(folder)))
      return { folder, pages, scripts, words: wordsIn(scripts) }
    })
    const main = scriptsOf(names.filter((name) => !packages.some(({ folder }) => name.startsWith(folder))))
    const css = read('app.wxss').replaceAll('svg+xml;charset=utf-8,', 'svg+xml,')
    const icons = iconsApart(css, main)
    const inPackages = packages.map(({ words }) => words)
    const things = thingsApart(icons.rest, wordsIn(main), inPackages)
    write('app.wxss', things.rest)
    for (const { folder, pages, scripts, words } of packages) {
      const ownIcons = [...icons.apart].filter(([name]) => scripts.includes(`"${name}"`))
      const ownThings = [...things.apart].filter(([name]) => words.has(name))
      const own = [...ownThings, ...ownIcons].map(([, rules]) => rules).join('')
      if (own === '') continue
      write(`${folder}package.wxss`, own)
      for (const page of pages) {
        const file = `${folder}${page}.wxss`
        const up = '../'.repeat(page.split('/').length - 1)
        write(file, `@import "${up}package.wxss";${names.includes(file) ? read(file) : ''}`)
      }
    }
  }
}

module.exports = { LeanWeapp, leanBase, iconsApart, thingsApart, isNamed, sourcesOf }
