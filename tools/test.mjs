/**
 * `npm test`: every check, the fast ones first; a failure does not hide the others. The last line is
 * `N passed, N failed` (a check counts as one, a jest project with its tests). `npm test -- rules server`
 * runs only the named ones.
 *
 * Two lanes run side by side, what is said of sources and in Node, and what is built and run: each waits much for
 * itself. What a check prints comes when it has ended, in one piece.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const jest = (project) => [
  'jest',
  '-c',
  'config/jest.config.cjs',
  '--selectProjects',
  project,
  '--json',
  '--outputFile',
  `.cache/jest-${project}.json`,
  '--forceExit',
]

/** `jest`: its tests count, by their numbers. `first`: both lanes need it. */
const checks = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  {
    name: 'lint',
    command: [
      'eslint',
      '-c',
      'config/eslint.config.mjs',
      'src',
      'test',
      'tools',
      'config',
      'bench',
      '--max-warnings',
      '0',
    ],
  },
  {
    name: 'format',
    command: [
      'prettier',
      '--check',
      '--log-level',
      'warn',
      'src',
      'test',
      'tools',
      'config',
      'content',
      'bench',
      '*.json',
    ],
  },
  { name: 'architecture', command: ['depcruise', '--config', 'config/dependency-rules.cjs', 'src'] },
  { name: 'rules', command: jest('rules'), jest: true },
  { name: 'build-server', first: true, command: ['node', 'tools/run.mjs', 'tools/build-server.ts'] },
  { name: 'server', command: jest('server'), jest: true },
  { name: 'tools', command: jest('tools'), jest: true },
  { name: 'build-weapp', lane: 'built', command: ['node', 'tools/run.mjs', 'tools/build-weapp.ts'] },
  { name: 'weapp', lane: 'built', command: jest('weapp'), jest: true },
  { name: 'build-web', lane: 'built', command: ['node', 'tools/run.mjs', 'tools/build-web.ts'] },
  { name: 'journey', lane: 'built', command: jest('journey'), jest: true },
]

/** Answers the exit code and everything that was printed. */
function run([tool, ...args]) {
  const [command, first] = tool === 'node' ? [process.execPath, []] : ['npx', ['--no-install', tool]]
  return new Promise((resolve) => {
    const said = []
    const child = spawn(command, [...first, ...args], { shell: process.platform === 'win32' && command === 'npx' })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
    const end = (code) => resolve({ code: code ?? 1, said: Buffer.concat(said) })
    child.on('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`))
      end(1)
    })
    child.on('close', end)
  })
}

/** [passed, failed]; a jest run that wrote nothing, or ran nothing, has failed. */
function countOf(check, code) {
  if (!check.jest) return code === 0 ? [1, 0] : [0, 1]
  try {
    const report = JSON.parse(readFileSync(`.cache/jest-${check.name}.json`, 'utf8'))
    const broken = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length
    const failed = report.numFailedTests + report.numPendingTests + broken
    if (report.numTotalTests === 0) return [0, 1]
    return [report.numPassedTests, code === 0 ? failed : Math.max(1, failed)]
  } catch {
    return [0, 1]
  }
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0) {
  console.error(`unknown check: ${unknown.join(', ')}. Known: ${checks.map((check) => check.name).join(', ')}`)
  process.exit(2)
}

mkdirSync('.cache', { recursive: true })
const results = []
async function check(one) {
  rmSync(`.cache/jest-${one.name}.json`, { force: true })
  const started = Date.now()
  console.log(`… ${one.name}`)
  const { code, said } = await run(one.command)
  const [passed, failed] = countOf(one, code)
  process.stdout.write(`\n── ${one.name}\n`)
  process.stdout.write(said)
  results.push({ name: one.name, passed, failed, seconds: (Date.now() - started) / 1000 })
}
async function inTurn(lane) {
  for (const one of lane) await check(one)
}

const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
await inTurn(chosen.filter(({ first }) => first))
const rest = chosen.filter(({ first }) => !first)
await Promise.all([inTurn(rest.filter(({ lane }) => !lane)), inTurn(rest.filter(({ lane }) => lane))])

console.log('')
for (const { name, passed, failed, seconds } of results)
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name.padEnd(14)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`,
  )
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
