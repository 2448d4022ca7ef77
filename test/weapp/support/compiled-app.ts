/** The build as WeChat reads it: app.json, and every page and component with its template compiled. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { template } from 'glass-easel'
import { TmplGroup } from 'glass-easel-template-compiler'

export interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] }
}

export interface CompiledApp {
  readonly dir: string
  readonly app: AppJson
  /** Every page of every package. */
  readonly pages: readonly string[]
  readonly tabs: ReadonlySet<string>
  readonly templates: Readonly<Record<string, template.ComponentTemplate>>
  /** What the template compiler found wrong. */
  readonly warnings: readonly string[]
  config(file: string): Record<string, unknown> | null
}

interface Finding {
  readonly message: string
  readonly level: number
}

const under = (dir: string, ending: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length).split(path.sep).join('/'))

const json = <T>(file: string): T | null => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null)

function compile(dir: string) {
  const group = new TmplGroup()
  const text = (file: string) => readFileSync(path.join(dir, file), 'utf8')
  const warnings: string[] = []
  for (const file of under(dir, '.wxs')) group.addScript(file, text(`${file}.wxs`))
  const names = under(dir, '.wxml')
  for (const file of names) {
    for (const finding of group.addTmpl(file, text(`${file}.wxml`)) as readonly Finding[])
      warnings.push(`${file}.wxml: ${finding.message}`)
  }
  const made = new Function(`return ${group.getTmplGenObjectGroups()}`) as () => Record<
    string,
    template.ComponentTemplate['content']
  >
  group.free()
  const groupList = made()
  // Taro writes `bindtap="eh"`; without this option only `bind:tap` would be an event.
  const fallbackListenerOnNativeNode = true
  const templates = Object.fromEntries(
    names.map((file) => [file, { groupList, content: groupList[file], fallbackListenerOnNativeNode }]),
  ) as CompiledApp['templates']
  return { templates, warnings }
}

const known = new Map<string, CompiledApp>()

/** `dir` holds a WeChat build; compiled once a test file. */
export function compiledApp(dir: string): CompiledApp {
  const before = known.get(dir)
  if (before !== undefined) return before
  const app = json<AppJson>(path.join(dir, 'app.json'))
  if (app === null) throw new Error(`no WeChat build in ${dir}: run npm run build:weapp`)
  const pages = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages: below }) => below.map((page) => `${root}/${page}`)),
  ]
  const tabs = new Set((app.tabBar?.list ?? []).map(({ pagePath }) => pagePath))
  const made: CompiledApp = {
    dir,
    app,
    pages,
    tabs,
    ...compile(dir),
    config: (file) => json(path.join(dir, `${file}.json`)),
  }
  known.set(dir, made)
  return made
}
