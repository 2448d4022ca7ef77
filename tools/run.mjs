/**
 * Runs a tool that is written in TypeScript: `node tools/run.mjs tools/x.ts args…`.
 * esbuild bundles it (packages stay outside) into .cache/tools, Node imports the result and calls its
 * exported `main(args)`, if there is one, with the repository as the working directory. An error ends
 * in its own sentence and exit code 1; DEBUG=1 shows where it came from. What the operator's folder says
 * is in the bundle (operator-module.cjs), except in the tool that reads the folder.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const [given, ...args] = process.argv.slice(2)
if (given === undefined) {
  console.error('用法 usage: node tools/run.mjs tools/<name>.ts [args…]')
  process.exit(1)
}
const entry = path.resolve(given)
process.chdir(root)
const { default: operator } = await import('./operator-module.cjs')

const name = path
  .relative(root, entry)
  .replace(/\.tsx?$/, '')
  .replaceAll(path.sep, '-')
// Its own file each time: the same tool may run twice at once.
const outfile = path.join(root, '.cache', 'tools', `${name}.${process.pid}.mjs`)
process.on('exit', () => rmSync(outfile, { force: true }))

let alias = {}
try {
  if (name !== 'tools-operator') alias = operator.operatorAlias()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

await build({
  entryPoints: [entry],
  alias,
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
  // Code that finds a package's files by require.resolve works in both module formats.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
  },
})

process.argv = [process.argv[0], entry, ...args]
try {
  const tool = await import(pathToFileURL(outfile).href)
  if (typeof tool.main === 'function') await tool.main(args)
} catch (error) {
  console.error(process.env.DEBUG ? error : error instanceof Error ? error.message : error)
  process.exit(1)
}
