/** WeChat's compilers for WXML and WXSS, as the DevTools run them. They throw with file and line. */
import { chmodSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

interface Compilers {
  wxmlToJs(root: string): string
  wxssToJs(root: string, options?: { readonly wxssList: readonly string[] }): string
}

export type Template = (data: object) => unknown

const require = createRequire(path.resolve('package.json'))

function compilers(): Compilers {
  const folder = path.dirname(require.resolve('miniprogram-compiler/package.json'))
  const platform = process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux'
  const ending = process.platform === 'win32' ? '.exe' : ''
  for (const name of ['wcc', 'wcsc']) chmodSync(path.join(folder, 'bin', platform, `${name}${ending}`), 0o755)
  return require('miniprogram-compiler') as Compilers
}

/** Answers the render function of a template file. */
export function officialWxml(dir: string): (file: string) => Template {
  const made = new Function('global', compilers().wxmlToJs(dir)) as (global: object) => (file: string) => Template
  return made({})
}

/** Of several files the compiler does not say which one it refuses. */
function refused(dir: string): readonly string[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.wxss'))
  return files.filter((file) => {
    try {
      compilers().wxssToJs(dir, { wxssList: [file] })
      return false
    } catch {
      return true
    }
  })
}

/** Answers the function that puts a stylesheet into a page. */
export function officialWxss(dir: string): (file: string) => unknown {
  let code: string
  try {
    code = compilers().wxssToJs(dir)
  } catch (cause) {
    throw new Error(`these stylesheets do not compile: ${refused(dir).join(', ')}`, { cause })
  }
  const made = new Function('__wxConfig', code) as (config: object) => (file: string) => unknown
  return made({})
}
