/** A run of one seed over the source with one rule taken out of it: bundled in memory, run in a thread of its own. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { build, type Plugin } from 'esbuild'

const root = path.resolve(__dirname, '../../..')

export interface Mutation {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** `program`: TypeScript that posts what it found to `parentPort`, or null. */
export async function runMutant(mutation: Mutation | null, program: string): Promise<string | null> {
  const built = await build({
    stdin: { contents: program, resolveDir: path.join(root, 'test/sync/world'), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['expect'],
    logLevel: 'silent',
    absWorkingDir: root,
    plugins: mutation === null ? [] : [change(mutation)],
  })
  const worker = new Worker(built.outputFiles[0]?.text ?? '', { eval: true })
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
}

function change({ file, from, to }: Mutation): Plugin {
  const target = path.join(root, file)
  const source = readFileSync(target, 'utf8')
  if (!source.includes(from)) throw new Error(`${file} no longer says: ${from}`)
  return {
    name: 'mutation',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path: loaded }) =>
        loaded === target ? { contents: source.replace(from, () => to), loader: 'ts' } : undefined,
      )
    },
  }
}

/** What goes wrong in the run of one seed; null: nothing. */
export const seedProgram = (seed: number): string => `
  import { parentPort } from 'node:worker_threads'
  import { failureOf } from './failure'
  parentPort.postMessage(failureOf(${seed}, 120))
`

/** The first failing case of a test file (\`sync/merge\`); null: none. */
export const casesProgram = (file: string): string => `
  import { parentPort } from 'node:worker_threads'
  import { firstFailing } from './cases'
  import '../../${file}.test.ts'
  firstFailing().then((title) => parentPort.postMessage(title))
`
