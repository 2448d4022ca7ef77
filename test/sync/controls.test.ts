/**
 * The simulation is only worth something if it fails when a rule is missing. Each control takes one rule
 * out of a copy of the source, and names a seed that must find out. Rules that only a named case in
 * receive.test.ts finds (late clock errors, left epochs) have no control here: others cover for them.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const copied = [
  'package.json',
  'src/sync',
  'src/domain',
  'src/miniapp/stores',
  'src/miniapp/ports',
  'test/sync',
  'test/support',
]

interface Control {
  readonly rule: string
  readonly file: string
  readonly from: string
  readonly to: string
  readonly seed: number
}

const controls: readonly Control[] = [
  {
    rule: 'nothing is missing',
    file: 'src/sync/receive.ts',
    from: '',
    to: '',
    seed: 1,
  },
  {
    rule: 'an acknowledged op joins base',
    file: 'src/sync/receive.ts',
    from: 'base: joinOps(replica.base, accepted)',
    to: 'base: replica.base',
    seed: 1,
  },
  {
    rule: 'only the op that was sent leaves pending',
    file: 'src/sync/receive.ts',
    from: 'if (pending.get(op.k)?.s !== op.s) continue',
    to: 'if (!pending.has(op.k)) continue',
    seed: 1,
  },
  {
    rule: 'what a whole view lacks is pushed back',
    file: 'src/sync/receive.ts',
    from: 'pending: pushBack(replica, base)',
    to: 'pending: replica.pending',
    seed: 1,
  },
  {
    rule: 'a digest that differs asks for the whole view',
    file: 'src/sync/receive.ts',
    from: 'replica.full || digest(base) !== reply.dig',
    to: 'replica.full',
    seed: 1,
  },
  {
    rule: 'the function joins, it does not overwrite',
    file: 'src/sync/reduce.ts',
    from: 'else if (beats({ v, s }, current)) {',
    to: 'else {',
    seed: 61,
  },
  {
    rule: 'an edit is greater than what it replaces',
    file: 'src/sync/replica.ts',
    from: 'laterOf(replica.last, current?.s ?? noStamp)',
    to: 'replica.last',
    seed: 259,
  },
  {
    rule: 'a stamp from the future is refused',
    file: 'src/sync/reduce.ts',
    from: 'isStamp(s) && isFuture(s, now)',
    to: 'false',
    seed: 1,
  },
  {
    rule: 'photos whose tombstone is gone stay gone',
    file: 'src/sync/reduce.ts',
    from: "return 'gone'",
    to: 'return null',
    seed: 564,
  },
  {
    rule: 'storage is written to two slots in turn',
    file: 'src/miniapp/stores/slots.ts',
    from: 'keys[written % 2] ?? keys[0]',
    to: 'keys[0]',
    seed: 10,
  },
  {
    rule: 'a slot with a wrong checksum is not read',
    file: 'src/miniapp/stores/slots.ts',
    from: 'const whole = String(cyrb53(`${generation}.${text}`)) === sum',
    to: 'const whole = true',
    seed: 1077,
  },
]

/** What the run of one seed over the changed copy says; null: nothing is wrong. */
function run({ file, from, to, seed }: Control): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'control-'))
  try {
    for (const part of copied) cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
    const source = readFileSync(path.join(folder, file), 'utf8')
    if (!source.includes(from)) throw new Error(`${file} no longer says: ${from}`)
    writeFileSync(path.join(folder, file), source.replace(from, to))
    const entry = path.join(folder, 'test/sync/entry.ts')
    writeFileSync(
      entry,
      `import { World } from './simulation'\ntry { new World(${seed}).run(120) } catch (error) { console.log(String(error)) }`,
    )
    const flags = ['--bundle', '--platform=node', '--format=cjs', `--outfile=${folder}/run.cjs`, '--log-level=error']
    const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules') }
    execFileSync(path.join(root, 'node_modules/.bin/esbuild'), [entry, ...flags], { cwd: folder, env })
    return execFileSync(process.execPath, [path.join(folder, 'run.cjs')], { encoding: 'utf8' }).trim() || null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each(controls)('$rule', (control) => {
  const found = run(control)
  if (control.from === '') expect(found).toBeNull()
  else expect(found).toMatch(/Error: /)
})
