/**
 * @jest-environment node
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'
import { builtApp } from './support/built-app'

/** WeChat runs the scripts as they are on the phone's own engine: iOS 13 and Android's Chrome 80 at the least. */
const dir = builtApp()
const scripts = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
const text = (file: string) => readFileSync(path.join(dir, file), 'utf8')

/** One newer expression makes a phone refuse the whole file. What esbuild would have to lower is newer. */
test.each(scripts)('%s: no syntax newer than ES2019', (file) => {
  const made = (target: string) => transformSync(text(file), { target, charset: 'utf8' }).code.split('\n')
  const lowered = made('es2019')
  expect(
    made('esnext')
      .filter((line, i) => line !== lowered[i])
      .slice(0, 3),
  ).toEqual([])
})

const newer = {
  'chrome 85, iOS 13.4': /\.replaceAll\(/,
  'chrome 92, iOS 15.4': /\.at\(-|Object\.hasOwn\b|\bstructuredClone\(/,
  'chrome 97, iOS 15.4': /\.findLast(Index)?\(/,
  'chrome 110, iOS 16': /\.to(Sorted|Reversed|Spliced)\(/,
  'chrome 85, iOS 14': /\bPromise\.any\b|\bAggregateError\b|\bWeakRef\b|\bFinalizationRegistry\b/,
  'a regular expression that looks back: iOS 16.4': /\(\?<[=!]/,
}

test.each(Object.entries(newer))('nothing that needs %s', (_, pattern) => {
  const found = scripts.flatMap((file) => {
    const at = text(file).search(pattern)
    return at < 0 ? [] : [`${file}: …${text(file).slice(Math.max(0, at - 60), at + 40)}…`]
  })
  expect(found).toEqual([])
})
