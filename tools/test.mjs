/**
 * `npm test`: every check, the fast ones first; a failure does not hide the others. The last line is
 * `N passed, N failed` (a check counts as one, a jest project with its tests). `npm test -- rules server`
 * runs only the named ones.
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

/** name, what it says, command; `jest` names the project whose numbers count. */
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
  { name: 'build-server', command: ['node', 'tools/run.mjs', 'tools/build-server.ts'] },
  { name: 'server', command: jest('server'), jest: true },
  { name: 'tools', command: jest('tools'), jest: true },
  { name: 'build-weapp', command: ['node', 'tools/run.mjs', 'tools/build-weapp.ts'] },
  { name: 'weapp', command: jest('weapp'), jest: true },
  { name: 'build-web', command: ['node', 'tools/run.mjs', 'tools/build-web.ts'] },
  { name: 'journey', command: jest('journey'), jest: true },
]

function run([tool, ...args]) {
  const [command, first] = tool === 'node' ? [process.execPath, []] : ['npx', ['--no-install', tool]]
  return new Promise((resolve) => {
    spawn(command, [...first, ...args], { stdio: 'inherit', shell: process.platform === 'win32' && command === 'npx' })
      .on('error', () => resolve(1))
      .on('close', (code) => resolve(code ?? 1))
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
for (const check of checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  rmSync(`.cache/jest-${check.name}.json`, { force: true })
  const started = Date.now()
  console.log(`\n── ${check.name}`)
  const code = await run(check.command)
  const [passed, failed] = countOf(check, code)
  results.push({ name: check.name, passed, failed, seconds: (Date.now() - started) / 1000 })
}

console.log('')
for (const { name, passed, failed, seconds } of results)
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name.padEnd(14)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`,
  )
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
