/**
 * Runs the Taro build. `--no-check` because the check looks up the network, and because without it a
 * wrong configuration exits 0 and builds nothing; standard input is closed, or it may wait for a key.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'

const colour = /\u001b\[[0-9;]*m/g

function progress(label: string): () => void {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  if (!process.stdout.isTTY) {
    console.log(`${label} …`)
    const timer = setInterval(() => console.log(`${label} … ${seconds()} 秒`), 10_000)
    return () => {
      clearInterval(timer)
      console.log(`${label}：好了，${seconds()} 秒`)
    }
  }
  const draw = () => process.stdout.write(`\r${label} ${'·'.repeat(Math.min(40, seconds()))} ${seconds()} 秒 `)
  const timer = setInterval(draw, 500)
  draw()
  return () => {
    clearInterval(timer)
    process.stdout.write(`\r${label}：好了，${seconds()} 秒${' '.repeat(44)}\n`)
  }
}

/** `folder`: where the app is that is built; its config folder is in it. Resolves with everything the build printed. Throws when it fails, with its last lines. */
export async function runTaro(
  type: 'h5' | 'weapp',
  env: Readonly<Record<string, string>> = {},
  folder = '.',
): Promise<string> {
  const done = progress(type === 'h5' ? '编译网页版' : '编译小程序')
  const taro = path.resolve('node_modules/@tarojs/cli/bin/taro')
  const child = spawn(process.execPath, [taro, 'build', '--type', type, '--no-check'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: type, ...env },
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  done()
  const text = output.replace(colour, '')
  if (code !== 0 || /✖ Errors|Failed to compile/.test(text))
    throw new Error(`编译失败：\n${text.trim().split('\n').slice(-40).join('\n')}`)
  return text
}
