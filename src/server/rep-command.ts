/**
 * The operator's command for reps:
 * rep add <name> --company <c> | list | revoke <id> | scene <id> [--name <n>]
 */
import { parseArgs } from 'node:util'
import { addRep, listReps, newScene, revokeRep } from './core/reps'
import type { Ports } from './core/ports'

const usage = `用法 usage:
  rep add <姓名 name> --company <公司 company>
  rep list
  rep revoke <id>
  rep scene <id> [--name <渠道 name>]`

type RepPorts = Pick<Ports, 'store' | 'secrets' | 'clock'>
interface Outcome {
  readonly lines: readonly string[]
  readonly failed?: true
}

/** A line each; `failed` when nothing was done. */
export async function runRep(ports: RepPorts, publicUrl: string, args: readonly string[]): Promise<Outcome> {
  const parsed = parse(args)
  if (parsed === null) return { lines: [usage], failed: true }
  const { command, subject, company, name } = parsed
  if (command === 'list') return list(ports)
  if (subject === undefined) return { lines: [usage], failed: true }
  if (command === 'add') return company === undefined ? { lines: [usage], failed: true } : add(ports, subject, company)
  if (command === 'revoke') {
    return (await revokeRep(ports, subject))
      ? { lines: [`已停用 ${subject}，他的二维码也随之失效。`] }
      : unknownRep(subject)
  }
  if (command !== 'scene') return { lines: [usage], failed: true }
  const scene = await newScene(ports, subject, name ?? '默认')
  return scene === null ? unknownRep(subject) : { lines: [scene, `${publicUrl}/?scene=${scene}`] }
}

function parse(args: readonly string[]) {
  try {
    const options = { company: { type: 'string' }, name: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [command, subject, ...more] = positionals
    return more.length > 0 ? null : { command, subject, ...values }
  } catch {
    return null
  }
}

const unknownRep = (id: string): Outcome => ({ lines: [`没有编号为 ${id} 的业务员，或者已经停用。`], failed: true })

async function add(ports: RepPorts, name: string, company: string): Promise<Outcome> {
  const { id, code, expires } = await addRep(ports, { name, company })
  return {
    lines: [
      `编号 id: ${id}`,
      `绑定码 claim code: ${code}`,
      `有效到 expires: ${new Date(expires).toISOString()}（只能用一次）`,
    ],
  }
}

async function list(ports: RepPorts): Promise<Outcome> {
  const state = (merchant: string | null, revoked: number | null) =>
    revoked !== null ? '已停用' : merchant === null ? '未绑定' : '已绑定'
  const reps = await listReps(ports)
  if (reps.length === 0) return { lines: ['还没有业务员。'] }
  return {
    lines: reps.map(({ id, value }) =>
      [id, value.name, value.company, state(value.merchant, value.revoked)].join('\t'),
    ),
  }
}
