/**
 * Which operator's module a bundler takes for `#domain/content/operator`. Plain CommonJS, so that Taro's
 * configuration, webpack's loaders, esbuild and run.mjs can all ask. The folder is checked and prepared
 * in a process of its own (tools/operator.ts), once for a build and all its children: OPERATOR_BUILD hands
 * the result down, empty when there is nothing of an operator's.
 */
const { execFileSync } = require('node:child_process')
const { existsSync, readdirSync } = require('node:fs')
const path = require('node:path')
const { buildSync } = require('esbuild')

// every command runs in the repository's folder; in a tool's bundle there is no __dirname to start from
const root = process.cwd()
const name = '#domain/content/operator'
const defaultDir = path.join(root, 'content')

const saysSomething = () =>
  Boolean(process.env.OPERATOR_DIR) ||
  (existsSync(defaultDir) && readdirSync(defaultDir).some((file) => file.endsWith('.json')))

/** Exit code 1 and the list of faults on standard error when a file is wrong. */
function prepared() {
  const answer = execFileSync(process.execPath, [path.join(root, 'tools/run.mjs'), 'tools/operator.ts', 'prepare'], {
    cwd: root,
    env: { ...process.env, OPERATOR_BUILD: '' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // its last line; before it may stand that Chromium is being unpacked
  return answer.trim().split('\n').at(-1)
}

/** The prepared folder, absolute; null when all is our own. Throws the operator's faults as one message. */
function operatorBuild() {
  if (process.env.OPERATOR_BUILD === undefined) {
    try {
      process.env.OPERATOR_BUILD = saysSomething() ? prepared() : ''
    } catch (error) {
      throw new Error(String(error.stderr || error.message).trim())
    }
  }
  return process.env.OPERATOR_BUILD || null
}

/** For esbuild's and webpack's `alias`. */
function operatorAlias() {
  const folder = operatorBuild()
  return folder === null ? {} : { [name]: path.join(folder, 'operator.js') }
}

/** The values of the module, for who configures a build with them. */
function operatorValues() {
  const folder = operatorBuild()
  const { outputFiles } = buildSync({
    entryPoints: [
      folder === null ? path.join(root, 'src/domain/content/operator.ts') : path.join(folder, 'operator.js'),
    ],
    bundle: true,
    format: 'cjs',
    charset: 'utf8',
    write: false,
  })
  const made = { exports: {} }
  new Function('module', 'exports', outputFiles[0].text)(made, made.exports)
  return made.exports
}

module.exports = { operatorAlias, operatorBuild, operatorValues }
