/**
 * Which of WeChat's privacy interfaces a build contains. WeChat reads the code, not the run: what stands
 * there counts, called or not. The one exception is the framework's own list of the names it turns into
 * promises: it stands in every Taro app and calls nothing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { published, type Interface } from './privacy-published'

/** An array of quoted names, at least thirty of them: Taro's list. */
const nameList = /\[(?:"[A-Za-z]\w*",){29,}"[A-Za-z]\w*"\]/g

const filesOf = (dir: string, ending: RegExp) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => ending.test(file))

const textOf = (dir: string, ending: RegExp) =>
  filesOf(dir, ending)
    .map((file) => readFileSync(path.join(dir, file), 'utf8'))
    .join('\n')

interface Code {
  readonly scripts: string
  readonly templates: string
}

/** A template's literal, or a value that a script hands to the template's attribute. */
const givenAs = (name: string, value: string, { scripts, templates }: Code) =>
  new RegExp(`\\b${name}=["']${value}["']`).test(templates) ||
  (new RegExp(`\\b${name}=["']\\{\\{`).test(templates) && new RegExp(`["']${value}["']`).test(scripts))

function contains(one: Interface, code: Code): boolean {
  const [kind = '', name = ''] = one.split(/[.=]/)
  if (kind === 'wx') return new RegExp(`\\b${name}\\b`).test(code.scripts)
  if (kind === 'scope') return code.scripts.includes(`scope.${name}`)
  if (kind === 'open-type') return givenAs('open-type', name, code)
  if (kind === 'input-type') return givenAs('type', name, code)
  return new RegExp(`<${one.slice(1, -1)}[\\s>/]`).test(code.templates)
}

/** `dir`: a WeChat build. Sorted, each once. */
export function usedInterfaces(dir: string): readonly Interface[] {
  const code: Code = {
    scripts: textOf(dir, /\.(js|wxs)$/).replace(nameList, '[]'),
    templates: textOf(dir, /\.wxml$/),
  }
  const all = [...new Set(Object.values(published).flat())]
  return all.filter((one) => contains(one, code)).sort()
}
