/**
 * A webpack loader for src/domain/content/parts: runs the file while building and puts what it exports
 * into the package as plain values. Code and texts that a part leaves out never reach the phone. Objects
 * and sentences that occur more than once (a rule shared by thirty industries) are written once, and the
 * names of a long list's properties once for the list.
 */
const { build } = require('esbuild')
const { operatorAlias } = require('../tools/operator-module.cjs')

/** Shorter than this, a name costs as much as the value. */
const worthSharing = 40
/** A list shorter than this is as short with the names in every object. */
const fewestRows = 4

/** Values that occur more than once, by their JSON; the smaller ones, which larger ones may hold, come first. */
function sharedIn(root) {
  const counts = new Map()
  const walk = (value) => {
    if (value === null || !['object', 'string'].includes(typeof value)) return
    const json = JSON.stringify(value)
    if (json.length >= worthSharing) {
      counts.set(json, (counts.get(json) ?? 0) + 1)
      if (counts.get(json) > 1) return // its parts are counted once
    }
    if (typeof value === 'object') Object.values(value).forEach(walk)
  }
  walk(root)
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([json]) => json)
    .sort((a, b) => a.length - b.length)
}

/** Makes a list of objects of their keys and of rows of values; a value that a row lacks is not set. */
const rows = `(keys, list) => list.map((row) => {
  const one = {}
  keys.forEach((key, i) => {
    if (row[i] !== undefined) one[key] = row[i]
  })
  return one
})`

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of objects as a call of `rows`. */
function table(list, names) {
  const keys = [...new Set(list.flatMap(Object.keys))]
  const row = (one) => keys.map((key) => (one[key] === undefined ? '' : literal(one[key], names))).join(',')
  return `rows(${JSON.stringify(keys)},[${list.map((one) => `[${row(one).replace(/,+$/, '')}]`).join(',')}])`
}

function array(value, names) {
  const plain = `[${value.map((one) => literal(one, names)).join(',')}]`
  if (value.length < fewestRows || !value.every(isObject)) return plain
  const short = table(value, names)
  return short.length < plain.length ? short : plain
}

/** A literal of the value in which shared values are names. */
function literal(value, names, own) {
  const json = JSON.stringify(value)
  if (json !== own && names.has(json)) return names.get(json)
  if (Array.isArray(value)) return array(value, names)
  if (typeof value !== 'object' || value === null) return json
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${literal(one, names)}`).join(',')}}`
}

function moduleOf(exported) {
  const shared = sharedIn(exported)
  const names = new Map(shared.map((json, i) => [json, `shared${i}`]))
  const lines = shared.map((json) => `const ${names.get(json)} = ${literal(JSON.parse(json), names, json)}`)
  for (const [name, value] of Object.entries(exported)) lines.push(`export const ${name} = ${literal(value, names)}`)
  const made = lines.join('\n')
  return `${made.includes('rows(') ? `const rows = ${rows}\n` : ''}${made}\n`
}

module.exports = async function evaluated() {
  const { outputFiles, metafile } = await build({
    entryPoints: [this.resourcePath],
    alias: operatorAlias(),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    write: false,
    metafile: true,
    absWorkingDir: this.rootContext,
  })
  for (const file of Object.keys(metafile.inputs)) this.addDependency(`${this.rootContext}/${file}`)
  const made = { exports: {} }
  new Function('module', 'exports', outputFiles[0].text)(made, made.exports)
  return moduleOf({ ...made.exports })
}
module.exports.moduleOf = moduleOf
