/** What the command is asked to do. */
export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'draw'; readonly all: boolean; readonly names: readonly string[] }
  | { readonly kind: 'sheet' }
  | { readonly kind: 'import'; readonly list: string; readonly seconds: number }

export interface Options {
  readonly asked: Asked
  /** The repository to work in; tests name another folder. */
  readonly root: string
}

export const help = `npm run screenshots                     画有变化的图，写步骤页要读的目录
npm run screenshots -- <名字> …         只画这几张：<guide> 或 <guide>/<step>
npm run screenshots -- --all            全部重画
npm run screenshots -- --sheet          有变化的先画好，再拼总览图，放进 docs/screenshots
npm run screenshots -- --import <清单>  按清单下载实拍：每行「<guide>/<step> 网址」，# 后面是备注
  --timeout <秒>                        每张最多等多久，默认 60
  --root <目录>                         在别的目录里做，默认是这个仓库
npm run screenshots -- --help           这段话

实拍放在 content/screenshots/<guide>/<step>.png（或 jpg、jpeg、webp），会代替同名的示意图；
旁边的 <step>.json 可写 date、highlights、crop、alt。详见 docs/screenshots/README.md。`

const wrong = (why: string) => new Error(`${why}\n\n${help}`)

/** Throws what is wrong, with the help, on an option that is unknown, lacks its value or fits no other. */
export function readOptions(args: readonly string[]): Options {
  const rest = [...args]
  const flags = new Map<string, string>()
  const names: string[] = []
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (!arg.startsWith('-')) names.push(arg)
    else if (['--help', '-h', '--all', '--sheet'].includes(arg)) flags.set(arg === '-h' ? '--help' : arg, '')
    else if (['--import', '--timeout', '--root'].includes(arg)) flags.set(arg, valueOf(arg, rest))
    else throw wrong(`不认识 ${arg}`)
  }
  return { asked: askedOf(flags, names), root: flags.get('--root') ?? process.cwd() }
}

function valueOf(option: string, rest: string[]): string {
  const value = rest.shift()
  if (value === undefined || value.startsWith('-')) throw wrong(`${option} 后面少了东西`)
  return value
}

function askedOf(flags: ReadonlyMap<string, string>, names: readonly string[]): Asked {
  if (flags.has('--help')) return { kind: 'help' }
  const kinds = ['--all', '--sheet', '--import'].filter((flag) => flags.has(flag))
  if (kinds.length > 1) throw wrong(`${kinds.join(' 和 ')} 不能一起用`)
  if (kinds.length > 0 && names.length > 0) throw wrong(`${kinds[0]} 后面不要写 ${names.join(' ')}`)
  const seconds = Number(flags.get('--timeout') ?? 60)
  if (!(seconds > 0 && seconds <= 600)) throw wrong('--timeout 要是 1 到 600 秒')
  const list = flags.get('--import')
  if (flags.has('--timeout') && list === undefined) throw wrong('--timeout 只和 --import 一起用')
  if (list !== undefined) return { kind: 'import', list, seconds }
  return flags.has('--sheet') ? { kind: 'sheet' } : { kind: 'draw', all: flags.has('--all'), names }
}
