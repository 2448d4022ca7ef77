/** What `npm run bench -- …` may say. Anything else is named and ends the run. */
export const parts = ['bytes', 'edits', 'sqlite', 'postgres', 'growth', 'reps', 'peers'] as const
export type Part = (typeof parts)[number]

export interface Options {
  /** About two minutes: shorter, smaller, and not kept. */
  readonly quick: boolean
  readonly only: readonly Part[]
  /** Install the peers, then measure. */
  readonly installPeers: boolean
}

export type OptionsOutcome =
  { readonly ok: true; readonly options: Options } | { readonly ok: false; readonly message: string }

export const usage = `用法 usage: npm run bench [-- --quick] [--only ${parts.join(',')}] [--peers]
  --quick  about two minutes, printed and not kept
  --only   these parts; the others stay in bench/RESULTS.md as they are
  --peers  first installs what is measured beside us (npm ci in bench/peers, 331 packages, 87 MB)`

export function parseOptions(args: readonly string[]): OptionsOutcome {
  const options = { quick: false, only: [...parts] as readonly Part[], installPeers: false }
  const rest = args.flatMap((arg) => (arg.startsWith('--only=') ? ['--only', arg.slice('--only='.length)] : [arg]))
  for (let i = 0; i < rest.length; i++) {
    const arg = rest[i]
    if (arg === '--quick') options.quick = true
    else if (arg === '--peers') options.installPeers = true
    else if (arg === '--only') {
      const names = (rest[++i] ?? '').split(',').filter((name) => name !== '')
      const unknown = names.filter((name) => !parts.some((part) => part === name))
      if (names.length === 0) return wrong('--only 后面要写部分的名字 (--only needs names)')
      if (unknown.length > 0) return wrong(`没有这个部分：${unknown.join(', ')} (no such part)`)
      options.only = parts.filter((part) => names.includes(part))
    } else return wrong(`不认识这个参数：${arg} (unknown argument)`)
  }
  return { ok: true, options }
}

const wrong = (problem: string): OptionsOutcome => ({ ok: false, message: `${problem}\n${usage}` })
