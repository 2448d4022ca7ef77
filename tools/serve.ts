/** `npm run serve`: the function alone, on what is already built. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { demoScene } from './demo-rep'
import { lanAddress } from './addresses'
import { buildHelpers } from './bundles'
import { preflight } from './preflight'
import { printWelcome } from './welcome'
import { start } from '../src/server/http-server'
import { startFailure } from '../src/server/start-failure'
import { stopOnSignals } from '../src/server/stop'
import type { Settings } from '../src/server/settings'

/** Without a PUBLIC_URL, phones in the same network get this machine's own address. The terminal stays readable. */
function forTerminal(read: Settings): Settings {
  const settings = process.env.LOG_LEVEL ? read : { ...read, logLevel: 'warn' as const }
  if (process.env.PUBLIC_URL) return settings
  const open = settings.host === '0.0.0.0' || settings.host === '::'
  const host = open ? (lanAddress() ?? 'localhost') : settings.host
  return { ...settings, core: { ...settings.core, publicUrl: `http://${host}:${settings.port}` } }
}

/** Starts the server and prints the merchant's address and QR code. Throws one clear sentence. */
export async function serve(found: Settings): Promise<void> {
  const settings = forTerminal(found)
  if (!existsSync(path.join(settings.webDir, 'index.html'))) {
    throw new Error(
      `还没有编译网页版：缺少 ${settings.webDir}/index.html。先运行 npm start。 (nothing built yet, run npm start)`,
    )
  }
  try {
    const scene = await demoScene(settings)
    const server = await start(settings, await buildHelpers())
    stopOnSignals(server)
    await printWelcome(settings, scene)
  } catch (error) {
    throw new Error(startFailure(error, settings))
  }
}

export async function main(): Promise<void> {
  await serve(await preflight(process.env))
}
