/**
 * `npm run bench:weapp [-- folder]`: the checklist beside its native twin (bench/weapp/native), what is sent
 * for the first render and for one more material ready. Prints the table and keeps it in bench/weapp/RESULTS.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import type { Figures, Sent } from '../bench/weapp/figures'
import { buildWeapp } from './build-weapp'
import { measureWeapp } from './weapp-figures'
import { weappSizes } from './weapp-sizes'
import { emptyTwinSize } from './weapp-twin'

const file = 'bench/weapp/RESULTS.md'
const [begin, end] = ['<!-- measured -->', '<!-- /measured -->']

const cell = ({ bytes, calls }: Sent) => `${bytes} B in ${calls}`

function twins({ twins: pairs }: Figures): readonly string[] {
  return [
    '| checklist | ours | native twin | times |',
    '|---|---|---|---|',
    ...pairs.map(
      ({ name, ours, native }) =>
        `| ${name} | ${cell(ours)} | ${cell(native)} | ${(ours.bytes / native.bytes).toFixed(1)} |`,
    ),
  ]
}

function taps({ interactions, pages }: Figures): readonly string[] {
  const largest = [...pages].sort((a, b) => b.first - a.first)[0]
  return [
    '| tap | bytes | calls |',
    '|---|---|---|',
    ...interactions.map(({ name, bytes, calls }) => `| ${name} | ${bytes} | ${calls} |`),
    '',
    `Largest first render: ${largest?.name ?? ''}, ${largest?.first ?? 0} B.`,
  ]
}

async function sizes(dir: string): Promise<readonly string[]> {
  const [main] = weappSizes(dir)
  const twin = await emptyTwinSize()
  const size = main?.size ?? 0
  return [
    `Main package ${size.toFixed(1)} KB; an empty Taro + React app ${twin.toFixed(1)} KB; ${(size / twin).toFixed(2)} times.`,
  ]
}

const machine = () =>
  `${os.cpus()[0]?.model ?? 'unknown'}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.arch()}, Node ${process.versions.node}`

export async function main([dir]: readonly string[]): Promise<void> {
  if (dir === undefined) await buildWeapp()
  const build = dir ?? 'dist/weapp'
  const figures = measureWeapp(build)
  const parts = [twins(figures), taps(figures), await sizes(build)]
  const text = [
    `Bytes are those of JSON, counted; no time is measured. Made on ${machine()}.`,
    ...parts.map((part) => part.join('\n')),
  ].join('\n\n')
  console.log(text)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `${begin}\n${end}\n`
  const [head = ''] = before.split(begin)
  const [, tail = '\n'] = before.split(end)
  writeFileSync(file, `${head}${begin}\n\n${text}\n\n${end}${tail}`)
}
