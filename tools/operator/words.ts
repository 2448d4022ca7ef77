/** What zod found, in words an operator understands. */
import type { core } from 'zod'
import type { Path } from './faults'

type Issue = core.$ZodIssue

export interface Finding {
  readonly path: Path
  readonly reason: string
}

const kinds: Readonly<Record<string, string>> = {
  string: '文字（加引号）',
  number: '数字（不加引号）',
  int: '整数（不加引号）',
  boolean: 'true 或 false',
  array: '列表 [ ]',
  tuple: '列表 [ ]',
  object: '一组 { }',
  record: '一组 { }',
}

const pathOf = (path: readonly PropertyKey[]): Path =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part))
const isOf = (issues: readonly Issue[], path: number) => issues.some((issue) => issue.path.length <= path)

function size(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): string {
  const big = issue.code === 'too_big'
  const limit = String(big ? issue.maximum : issue.minimum)
  if (issue.origin === 'string') return big ? `太长，最多 ${limit} 个字` : `太短，至少 ${limit} 个字`
  if (issue.origin === 'array') return big ? `最多 ${limit} 项` : `至少 ${limit} 项`
  return big ? `不能大于 ${limit}` : `不能小于 ${limit}`
}

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined && typeof issue.path.at(-1) === 'number') return '至少要有一项'
      if (issue.input === undefined) return `缺少「${String(issue.path.at(-1) ?? '')}」`
      return `要写成${kinds[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `只能是 ${issue.values.map((value) => String(value)).join('、')} 里的一个`
    case 'too_big':
    case 'too_small':
      return size(issue)
    default:
      return issue.message
  }
}

/** Of a value that may have several shapes, the shape that fits best tells what is wrong; else the shapes are named. */
function ofUnion(issue: Extract<Issue, { code: 'invalid_union' }>, at: Path): readonly Finding[] {
  const fitting = issue.errors.filter((branch) => branch.length > 0 && !isOf(branch, 0))
  const inside = fitting.filter(
    (branch) =>
      !branch.some(({ path, code, input }) => path.length === 1 && code === 'invalid_type' && input === undefined),
  )
  const [best] = inside
  if (best === undefined) return [{ path: at, reason: issue.message }]
  return best.flatMap((one) => findingsOf(one, at))
}

/** Paths of findings are from the root of the file. */
export function findingsOf(issue: Issue, base: Path = []): readonly Finding[] {
  const path = [...base, ...pathOf(issue.path)]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], reason: `没有「${key}」这一项，看看是不是写错了` }))
  if (issue.code === 'invalid_union') return ofUnion(issue, path)
  if (issue.code === 'invalid_key') return [{ path, reason: issue.issues[0]?.message ?? issue.message }]
  return [{ path, reason: reasonOf(issue) }]
}
