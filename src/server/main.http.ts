/** The program: reads the environment, starts the server, says in one sentence why it cannot. */
import path from 'node:path'
import { brand } from '#domain/content/operator'
import { start } from './http-server'
import { readSettings } from './settings'
import { startFailure } from './start-failure'
import { stopOnSignals } from './stop'

async function main(): Promise<void> {
  const read = readSettings(process.env)
  if (!read.ok) {
    console.error(
      ['这些环境变量不对 (wrong environment variables):', ...read.problems.map((each) => `  ${each}`)].join('\n'),
    )
    process.exit(1)
  }
  try {
    const server = await start(read.settings, {
      images: path.join(__dirname, 'images.js'),
      checkpoints: path.join(__dirname, 'checkpoints.js'),
    })
    stopOnSignals(server)
    console.log(`${brand.name}已启动：${server.url}（对外地址 ${read.settings.core.publicUrl}）`)
  } catch (error) {
    console.error(startFailure(error, read.settings))
    process.exit(1)
  }
}

void main()
