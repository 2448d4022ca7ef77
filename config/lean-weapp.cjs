/**
 * A webpack plugin for the WeChat build that leaves out what no source of ours names.
 *
 * base.wxml: Taro writes every attribute and event a component could have, on fifteen levels of nesting.
 * Only those whose name occurs in src/miniapp stay; so do only the components used. What Pressable sets on
 * everything that can be tapped stands in the template and is not sent with each of them.
 *
 * app.wxss: an icon is some 400 bytes of shape. One that only a subpackage names goes there.
 */
const { readdirSync, readFileSync } = require('node:fs')
const path = require('node:path')

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

function isNeeded(template, source) {
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

/** `css` without the icons that `scripts` does not name, and those. */
function iconsApart(css, scripts) {
  const apart = new Map()
  const rest = css.replace(iconRule, (rule, name) => {
    if (scripts.includes(`"${name}"`) || scripts.includes(`icon-${name}`)) return rule
    apart.set(name, (apart.get(name) ?? '') + rule)
    return ''
  })
  return { rest, apart }
}

function sourcesOf(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  return files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n')
}

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
        if ('app.wxss' in assets) this.moveIcons(Object.keys(assets), read, write)
      })
    })
  }

  moveIcons(names, read, write) {
    const app = JSON.parse(read('app.json'))
    const roots = (app.subPackages ?? []).map(({ root, pages }) => ({ root: root.replace(/\/$/, ''), pages }))
    const inside = (root) => names.filter((name) => name.endsWith('.js') && name.startsWith(`${root}/`))
    const packaged = new Set(roots.flatMap(({ root }) => inside(root)))
    const textOf = (list) => list.map(read).join('\n')
    const main = textOf(names.filter((name) => name.endsWith('.js') && !packaged.has(name)))
    const { rest, apart } = iconsApart(read('app.wxss'), main)
    write('app.wxss', rest)
    for (const { root, pages } of roots) {
      const scripts = textOf(inside(root))
      const own = [...apart].filter(([name]) => scripts.includes(`"${name}"`))
      if (own.length === 0) continue
      write(`${root}/icons.wxss`, own.map(([, rules]) => rules).join(''))
      for (const page of pages) {
        const file = `${root}/${page}.wxss`
        write(
          file,
          `@import "${'../'.repeat(page.split('/').length - 1)}icons.wxss";${names.includes(file) ? read(file) : ''}`,
        )
      }
    }
  }
}

module.exports = { LeanWeapp, leanBase, iconsApart }
