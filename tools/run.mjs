/**
 * Runs a tool written in TypeScript: `node tools/run.mjs tools/<tool>.ts [arguments]`.
 * Its own files and #domain, #sync are bundled into .cache/tools (packages stay outside), then its
 * exported `main(arguments)` is called. A thrown error ends in its sentence and exit code 1; DEBUG=1
 * shows where it came from.
 */
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const [entry, ...rest] = process.argv.slice(2)
if (!entry) {
  console.error('Which tool? For example: node tools/run.mjs tools/icons.ts')
  process.exit(2)
}

const source = path.resolve(entry)
const outfile = path.join(root, '.cache/tools', path.relative(root, source).replaceAll(path.sep, '-').replace(/\.ts$/, '.mjs'))
await build({ entryPoints: [source], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', sourcemap: 'inline', logLevel: 'warning' })

process.chdir(root)
process.argv = [process.argv[0], outfile, ...rest]
try {
  const tool = await import(pathToFileURL(outfile).href)
  if (typeof tool.main === 'function') await tool.main(rest)
} catch (error) {
  console.error(process.env.DEBUG ? error : error instanceof Error ? error.message : error)
  process.exit(1)
}
