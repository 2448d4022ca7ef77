/**
 * A webpack loader for src/domain/content/parts: runs the file while building and puts what it exports
 * into the package as plain values. Code and texts that a part leaves out never reach the phone. Objects
 * and sentences that occur more than once (a rule shared by thirty industries) are written once.
 */
const { build } = require('esbuild')
const { operatorAlias } = require('../tools/operator-module.cjs')

/** Shorter than this, a name costs as much as the value. */
const worthSharing = 40

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

/** A literal of the value in which shared values are names. */
function literal(value, names, own) {
  const json = JSON.stringify(value)
  if (json !== own && names.has(json)) return names.get(json)
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, names)).join(',')}]`
  if (typeof value !== 'object' || value === null) return json
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${literal(one, names)}`).join(',')}}`
}

function moduleOf(exported) {
  const shared = sharedIn(exported)
  const names = new Map(shared.map((json, i) => [json, `shared${i}`]))
  const lines = shared.map((json) => `const ${names.get(json)} = ${literal(JSON.parse(json), names, json)}`)
  for (const [name, value] of Object.entries(exported)) lines.push(`export const ${name} = ${literal(value, names)}`)
  return `${lines.join('\n')}\n`
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
