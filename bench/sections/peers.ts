/** The same work, one after the other, in one run: our phone and function, and what others would take instead. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Bench } from '../bench'
import { bundledSize, measureBytes } from '../bytes'
import { countBytes } from '../count-bytes'
import { summarise, type Summary } from '../load/times'
import type { Work } from '../load/work'
import { runJson } from '../programs'
import { ms, times, whole, type Section } from '../report'
import { measuredTick, sixtyEntries } from '../sixty-entries'
import { home, sides, type Served, type Side } from './peer-sides'

const clients = 16

export async function installPeers(): Promise<void> {
  const npm = spawn('npm', ['ci', '--prefix', home, '--no-audit', '--no-fund'], { stdio: 'inherit' })
  const code = await new Promise((resolve) => npm.once('close', resolve))
  if (code !== 0) throw new Error(`npm ci --prefix ${home} ended with ${String(code)}`)
}

interface Measured {
  readonly side: Side
  readonly pushes: Summary
  /** Bytes of one edit on the wire, both ways, everything included. */
  readonly tick: number
  readonly core: number
  readonly document: { readonly before: number; readonly after: number }
}

export async function peersSection(bench: Bench): Promise<Section> {
  if (!existsSync(`${home}/node_modules`))
    throw new Error('还没有安装对比用的包：运行 npm run bench -- --peers (the peers are not installed)')
  const documents = await documentSizes(bench)
  const measured: Measured[] = []
  for (const [i, side] of sides.entries()) {
    bench.bar.show(side.name, i, sides.length)
    const server = await side.serve(bench)
    const tick = await tickBytes(bench, side, server)
    const pushes = await pushesOf(bench, side, server)
    await server.stop()
    const core = await bundledSize(side.bundle, side.size === 'ours' ? process.cwd() : home)
    measured.push({ side, pushes, tick, core, document: documents[side.size] })
  }
  return sectionOf(measured)
}

async function work<T>(bench: Bench, side: Side, more: Omit<Work, 'entries'>): Promise<T> {
  const told: Work = { ...more, entries: sixtyEntries, ...(side.mode !== undefined && { mode: side.mode }) }
  return runJson<T>(bench.shop.start([side.load(bench), JSON.stringify(told)], {}))
}

async function pushesOf(bench: Bench, side: Side, { port, ackPort }: Served): Promise<Summary> {
  const seconds = bench.quick ? 4 : 15
  const durations = await work<number[]>(bench, side, { port, ackPort, clients, seconds, prefix: 'pushes' })
  return summarise(durations, seconds * 0.8)
}

/** What 100 edits more cost: logins and the first entries fall out of the difference. */
async function tickBytes(bench: Bench, side: Side, { port, ackPort }: Served): Promise<number> {
  const bytesFor = async (edits: number) => {
    const counter = await countBytes(port)
    await work(bench, side, { port: counter.port, ackPort, clients: 1, edits, prefix: `ticks${edits}` })
    const bytes = counter.sent() + counter.received()
    counter.close()
    return bytes
  }
  const few = await bytesFor(20)
  return Math.round(((await bytesFor(120)) - few) / 100)
}

type Sizes = Measured['document']

async function documentSizes({ shop }: Bench): Promise<Readonly<Record<Side['size'], Sizes>>> {
  const ticked = sixtyEntries.filter(([key]) => key.startsWith('s.')).map(([key]) => key)
  const edits = Array.from({ length: 1000 }, (_each, n) => [
    ticked[n % ticked.length] ?? measuredTick,
    1_795_233_600_000 + n,
  ])
  const told = JSON.stringify({ entries: sixtyEntries, edits })
  const theirs = await runJson<Record<Exclude<Side['size'], 'ours'>, Sizes>>(
    shop.start([`${home}/sizes.mjs`, told], {}),
  )
  const { stored, after1000 } = await measureBytes()
  return { ...theirs, ours: { before: stored, after: after1000 } }
}

function sectionOf(measured: readonly Measured[]): Section {
  const [ours] = measured
  const ratio = (of: (each: Measured) => number, each: Measured, better: 'more' | 'less'): string => {
    if (ours === undefined || each === ours) return ''
    return ` (${times(better === 'more' ? of(ours) / of(each) : of(each) / of(ours))})`
  }
  const cell = (of: (each: Measured) => number, each: Measured, better: 'more' | 'less') =>
    `${whole(of(each))}${ratio(of, each, better)}`
  return {
    part: 'peers',
    title: 'Side by side',
    tables: [
      {
        head: [
          '',
          'pushes/s',
          'p50 ms',
          'p99 ms',
          'tick on the wire, B',
          'client, gzip, B',
          '60 entries, B',
          'after 1,000 edits, B',
        ],
        rows: measured.map((each) => [
          each.side.name,
          cell(({ pushes }) => pushes.perSecond, each, 'more'),
          ms(each.pushes.p50),
          ms(each.pushes.p99),
          cell(({ tick }) => tick, each, 'less'),
          cell(({ core }) => core, each, 'less'),
          cell(({ document }) => document.before, each, 'less'),
          cell(({ document }) => document.after, each, 'less'),
        ]),
      },
      {
        head: ['', 'when an edit counts as pushed', 'wire'],
        rows: measured.map(({ side }) => [side.name, side.durable, side.perTick]),
      },
    ],
    notes: [
      `${clients} clients, each with its own library and a document of 60 entries, change one entry after the other and wait each time until the server has stored it. In brackets: how many times better ours is (below 1: worse).`,
      'Ours waits for the disk at each push. The peers as they come do not: their servers were seen (strace) to take an edit without any fsync, so that a power cut loses what was pushed last; only the row that says so syncs as well. Where a protocol never says that an edit was stored, the peer’s server tells it on a second socket (bench/peers/acks.mjs).',
      'Ours also checks a token, limits and every value, and logs each request; the peers’ servers have no accounts here.',
      'On the wire: everything between client and server, headers included, both ways. The client: what is downloaded, minified for ES2019; ours is the sync core without a transport (WeChat’s and the browser’s own), Yjs and TinyBase include their WebSocket client.',
      'After 1,000 edits: JSON for ours, TinyBase and PouchDB (with its revision ids, as it replicates), binary for Yjs, whose smaller start is that.',
    ],
  }
}
