/** Runs the build's scripts as WeChat does: each a function of what WeChat hands in, once, with nothing else in reach. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CompiledApp } from './compiled-app'
import { bareGlobal, hiddenNames } from './hidden-globals'

export type Handed = Readonly<Record<string, unknown>>
type Script = (...values: readonly unknown[]) => void

const compiled = new Map<string, Script>()
const hidden = hiddenNames()

function scriptOf(file: string, names: readonly string[]): Script {
  const before = compiled.get(file)
  if (before !== undefined) return before
  const made = new Function(...names, ...hidden, `${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`) as Script
  compiled.set(file, made)
  return made
}

/** Paths are without `.js`, relative to `dir`. */
export function createScripts(dir: string, handed: (current: () => string) => Handed) {
  const loaded = new Map<string, { exports: unknown }>()
  const running: string[] = []
  const given = handed(() => running.at(-1) ?? '')
  const world = { ...given, globalThis: { ...bareGlobal(), ...given } }

  function run(name: string): unknown {
    const before = loaded.get(name)
    if (before !== undefined) return before.exports
    const file = path.join(dir, `${name}.js`)
    if (!existsSync(file)) throw new Error(`module '${name}.js' is not defined`)
    const module = { exports: {} as unknown }
    loaded.set(name, module)
    const near = (wanted: string) => run(path.posix.join(path.posix.dirname(name), wanted).replace(/\.js$/, ''))
    const values: Handed = { require: near, module, exports: module.exports, ...world }
    running.push(name)
    try {
      scriptOf(file, Object.keys(values))(...Object.values(values))
    } finally {
      running.pop()
    }
    return module.exports
  }
  return { run }
}

/** A page's components first, then the page, as WeChat loads them. */
export function loadingOf(app: CompiledApp, run: (name: string) => unknown) {
  const load = (path: string, seen: ReadonlySet<string>) => {
    const used = (app.config(path)?.usingComponents ?? {}) as Readonly<Record<string, string>>
    for (const one of Object.values(used)) {
      const name = new URL(one, `http://x/${path}`).pathname.slice(1)
      if (!seen.has(name)) load(name, new Set([...seen, name]))
    }
    run(path)
  }
  return (path: string) => load(path, new Set([path]))
}
