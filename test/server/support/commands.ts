/** The operator's commands as an operator runs them: the bundles, each a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { buildServer } from '../../../tools/bundles'

export interface Ended {
  readonly code: number | null
  readonly output: string
}
export interface Commands {
  run(
    name: 'rep' | 'backup' | 'restore' | 'keys',
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Promise<Ended>
  /** SIGKILL as soon as it has written that; answers whether it came to that. */
  kill(name: 'restore', args: readonly string[], env: Readonly<Record<string, string>>, at: string): Promise<boolean>
}

/** `outdir` is inside the project, so that the bundles find the packages. */
export async function buildCommands(outdir: string): Promise<Commands> {
  await buildServer(outdir)
  const launch = (name: string, args: readonly string[], env: Readonly<Record<string, string>>) => {
    const child = spawn(process.execPath, [path.resolve(outdir, `${name}.js`), ...args], {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return { child, ended: endOf(child) }
  }
  return {
    run: (name, args, env) => launch(name, args, env).ended,
    async kill(name, args, env, at) {
      const { child, ended } = launch(name, args, env)
      child.stderr.on('data', (chunk: Buffer) => {
        if (String(chunk).includes(at)) child.kill('SIGKILL')
      })
      return (await ended).code === null
    },
  }
}

function endOf(child: ChildProcess): Promise<Ended> {
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString() })),
  )
}
