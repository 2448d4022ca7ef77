/** What would stop the start is found out before anything is built: a taken port, a folder that cannot be written. */
import { accessSync, constants, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { readSettings, type Settings } from '../src/server/settings'
import { startFailure } from '../src/server/start-failure'

function listenable(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** The environment's settings. Throws one clear sentence. */
export async function preflight(env: Readonly<Record<string, string | undefined>>): Promise<Settings> {
  const read = readSettings(env)
  if (!read.ok)
    throw new Error(
      ['这些环境变量不对 (wrong environment variables):', ...read.problems.map((one) => `  ${one}`)].join('\n'),
    )
  const { settings } = read
  try {
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
    accessSync(settings.dataDir, constants.W_OK)
    await listenable(settings.host, settings.port)
  } catch (error) {
    throw new Error(startFailure(error, settings))
  }
  return settings
}
