/**
 * Bundles the function: dist/server/main.js, rep.js, backup.js, restore.js, keys.js and sessions.js for a server of one's
 * own, with images.js, the process that looks at pictures, and checkpoints.js, the thread that tidies SQLite's log, and
 * cloudfunctions/companion/index.js for WeChat's cloud. Packages stay outside where they are installed
 * beside the bundle: all of them on a server, those of its package.json in the cloud.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import type { Helpers } from '../src/server/http-server'
import { operatorAlias } from './operator-module.cjs'

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
}

const helpers = { images: 'src/server/main.images.ts', checkpoints: 'src/server/main.checkpoints.ts' }

/** Answers the files written. `outdir`: for tests. */
export async function buildServer(outdir = 'dist/server'): Promise<readonly string[]> {
  const entries = {
    main: 'src/server/main.http.ts',
    rep: 'tools/rep.ts',
    backup: 'tools/backup.ts',
    restore: 'tools/restore.ts',
    keys: 'tools/keys.ts',
    sessions: 'tools/sessions.ts',
    ...helpers,
  }
  await build({
    ...common,
    alias: operatorAlias(),
    entryPoints: entries,
    outdir,
    packages: 'external',
    sourcemap: true,
  })
  return Object.keys(entries).map((name) => path.join(outdir, `${name}.js`))
}

/** For a server that runs from its sources. Answers whole paths. */
export async function buildHelpers(outdir = 'dist/server'): Promise<Helpers> {
  await build({ ...common, entryPoints: helpers, outdir, packages: 'external' })
  return { images: path.resolve(outdir, 'images.js'), checkpoints: path.resolve(outdir, 'checkpoints.js') }
}

export async function buildCloudFunction(outfile = 'cloudfunctions/companion/index.js'): Promise<readonly string[]> {
  const { dependencies } = JSON.parse(await readFile('cloudfunctions/companion/package.json', 'utf8')) as {
    dependencies: object
  }
  const external = Object.keys(dependencies).flatMap((name) => [name, `${name}/*`])
  await build({
    ...common,
    alias: operatorAlias(),
    entryPoints: ['src/server/main.cloudbase.ts'],
    outfile,
    external,
    minify: true,
    charset: 'utf8',
  })
  return [outfile]
}
