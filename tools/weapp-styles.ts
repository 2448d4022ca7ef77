/** What WeChat's audit (体验评分) looks for in stylesheets. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type Rule } from 'postcss'

export interface Sheet {
  readonly file: string
  readonly rules: readonly Rule[]
}

export function sheetsOf(dir: string): readonly Sheet[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.wxss'))
  return files.map((file) => {
    const rules: Rule[] = []
    postcss.parse(readFileSync(path.join(dir, file), 'utf8')).walkRules((rule) => void rules.push(rule))
    return { file, rules }
  })
}

const valuesOf = (rule: Rule, property: RegExp): readonly string[] =>
  rule.nodes.flatMap((node) => (node.type === 'decl' && property.test(node.prop) ? [node.value] : []))

const found = (sheets: readonly Sheet[], wrong: (rule: Rule) => boolean): readonly string[] =>
  sheets.flatMap(({ file, rules }) => rules.filter(wrong).map(({ selector }) => `${file}: ${selector}`))

/** Boxes that scroll without inertia on iOS. */
export const stiffScrolling = (sheets: readonly Sheet[]) =>
  found(sheets, (rule) => {
    const scrolls = valuesOf(rule, /^overflow(-[xy])?$/).some((value) => /scroll|auto/.test(value))
    return scrolls && !valuesOf(rule, /^-webkit-overflow-scrolling$/).includes('touch')
  })

export const activeSelectors = (sheets: readonly Sheet[]) => found(sheets, ({ selector }) => /:active/.test(selector))

/** Fixed to the bottom and lower than a phone's home bar leaves free, unless the sheet leaves that room somewhere inside. */
export const unsafeBottoms = (sheets: readonly Sheet[]) => {
  const all = sheets.flatMap(({ rules }) => rules)
  const roomy = all.filter((rule) => rule.toString().includes('safe-area-inset-bottom')).map(({ selector }) => selector)
  return found(sheets, (rule) => {
    const fixed = valuesOf(rule, /^position$/).includes('fixed') && valuesOf(rule, /^bottom$/).length > 0
    const whole = valuesOf(rule, /^top$/).length > 0 // covers the screen: what stands in it is judged by itself
    return fixed && !whole && !roomy.some((selector) => selector.includes(rule.selector))
  })
}

/** Bytes of the rules whose classes nothing names, for each file. */
export function unusedBytes(sheets: readonly Sheet[], code: string): ReadonlyMap<string, number> {
  const words = new Set(code.match(/[\w-]+/g))
  const unused = (rule: Rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as postcss.AtRule).name)) return false
    return rule.selectors.every((selector) => {
      const classes = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name]) => name ?? '')
      // An icon's class is put together from its name.
      return classes.some((name) => !words.has(name) && !words.has(name.replace(/^icon-/, '')))
    })
  }
  return new Map(
    sheets.map(({ file, rules }) => [
      file,
      rules.filter(unused).reduce((sum, rule) => sum + Buffer.byteLength(rule.toString()), 0),
    ]),
  )
}
