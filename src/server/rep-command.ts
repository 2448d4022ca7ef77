/**
 * The operator's command for reps:
 * rep add <name> --company <c> | list | revoke <id> | scene <id> [--name <n>] | seen <id> | audit [<id>] | recount
 */
import { parseArgs } from 'node:util'
import { toString } from 'qrcode'
import { readAudit, type Chain } from './core/audit'
import { recount } from './core/recount'
import { addRep, clearFlag, listReps, newScene, revokeRep } from './core/reps'
import type { Ports } from './core/ports'
import type { AuditRecord, RepRecord } from './core/records'

const usage = `用法 usage:
  rep add <姓名 name> --company <公司 company>
  rep list
  rep revoke <id>
  rep scene <id> [--name <渠道 name>]
  rep seen <id>
  rep audit [<id>]
  rep recount`

type RepPorts = Pick<Ports, 'store' | 'secrets' | 'clock'>
interface Outcome {
  readonly lines: readonly string[]
  readonly failed?: true
}
interface Order {
  readonly subject: string | undefined
  readonly company?: string | undefined
  readonly name?: string | undefined
  readonly publicUrl: string
}
type Command = (ports: RepPorts, order: Order) => Promise<Outcome>

const wrong: Outcome = { lines: [usage], failed: true }
const unknownRep = (id: string): Outcome => ({ lines: [`没有编号为 ${id} 的业务员，或者已经停用。`], failed: true })

/** A command about one rep, or with one name. */
const about =
  (run: (ports: RepPorts, subject: string, order: Order) => Promise<Outcome>): Command =>
  (ports, order) =>
    order.subject === undefined ? Promise.resolve(wrong) : run(ports, order.subject, order)

const commands: Readonly<Record<string, Command>> = {
  list: (ports) => list(ports),
  add: about((ports, name, order) => add(ports, name, order)),
  revoke: about(async (ports, id) =>
    (await revokeRep(ports, id)) ? { lines: [`已停用 ${id}，他的二维码也随之失效。`] } : unknownRep(id),
  ),
  scene: about(async (ports, id, { name, publicUrl }) => {
    const scene = await newScene(ports, id, name ?? '默认')
    return scene === null ? unknownRep(id) : { lines: [scene, `${publicUrl}/?scene=${scene}`] }
  }),
  seen: about(async (ports, id) =>
    (await clearFlag(ports, id)) ? { lines: [`${id} 的提醒已经看过。`] } : unknownRep(id),
  ),
  audit: (ports, { subject }) => audit(ports, subject),
  recount: async (ports) => ({ lines: [`重新数过：${await recount(ports)} 位商户的进度改正了。`] }),
}

/** A line each; `failed` when nothing was done. */
export async function runRep(ports: RepPorts, publicUrl: string, args: readonly string[]): Promise<Outcome> {
  const parsed = parse(args)
  const command = parsed === null ? undefined : Object.entries(commands).find(([name]) => name === parsed.command)?.[1]
  return parsed === null || command === undefined ? wrong : command(ports, { ...parsed, publicUrl })
}

function parse(args: readonly string[]) {
  try {
    const options = { company: { type: 'string' }, name: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [command, subject, ...more] = positionals
    return more.length > 0 || (command === 'list' && subject !== undefined) ? null : { command, subject, ...values }
  } catch {
    return null
  }
}

/** The code in words, as a link and as a QR code of the link: whoever is there scans, whoever is not gets it sent. */
async function add(ports: RepPorts, name: string, { company, publicUrl }: Order): Promise<Outcome> {
  if (company === undefined) return wrong
  const { id, code, expires } = await addRep(ports, { name, company })
  const link = `${publicUrl}/?claim=${code}`
  return {
    lines: [
      `编号 id: ${id}`,
      `绑定码 claim code: ${code}`,
      `有效到 expires: ${new Date(expires).toISOString()}（只能用一次）`,
      `链接 link: ${link}`,
      ...(await toString(link, { type: 'utf8', errorCorrectionLevel: 'L' })).trimEnd().split('\n'),
    ],
  }
}

const stateOf = ({ merchant, revoked }: RepRecord) =>
  revoked !== null ? '已停用' : merchant === null ? '未绑定' : '已绑定'

const flagOf = ({ flag }: RepRecord): readonly string[] =>
  flag === undefined
    ? []
    : [
        `⚠ ${flag.kind === 'address' ? '同一网络一小时内' : '一天内'}加入的商户太多，挡下 ${flag.times} 次，` +
          `${new Date(flag.since).toISOString()} 到 ${new Date(flag.at).toISOString()}`,
      ]

async function list(ports: RepPorts): Promise<Outcome> {
  const reps = await listReps(ports)
  if (reps.length === 0) return { lines: ['还没有业务员。'] }
  return {
    lines: reps.map(({ id, value }) => [id, value.name, value.company, stateOf(value), ...flagOf(value)].join('\t')),
  }
}

async function audit(ports: RepPorts, rep: string | undefined): Promise<Outcome> {
  const chains = await readAudit(ports, rep)
  if (chains.length === 0) return { lines: ['没有查看记录。'] }
  const lines = chains.flatMap((chain) => [...chain.entries.map(entryLine), verdict(chain)])
  return chains.some(({ broken }) => broken !== null) ? { lines, failed: true } : { lines }
}

const entryLine = ({ rep, seq, at, action, merchant, photo, result }: AuditRecord): string =>
  [rep, seq, new Date(at).toISOString(), action, merchant ?? '-', photo ?? '-', result].join('\t')

/** The last hash, noted elsewhere, also proves that nothing was cut off at the end. */
const verdict = ({ rep, entries, broken }: Chain): string =>
  broken === null
    ? `${rep}：${entries.length} 条，链条完整，末条校验 ${entries.at(-1)?.hash ?? ''}`
    : `${rep}：第 ${Number(broken)} 条对不上，记录被改动过！`
