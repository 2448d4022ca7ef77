/** The function over HTTP. Tools and tests start it here; main.http.ts is the program. */
import { existsSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { serveApi } from './adapters/http/api'
import { createApp } from './adapters/http/app'
import { serveWeb } from './adapters/http/web'
import { createImagePool } from './adapters/image-pool'
import { createPinoLog } from './adapters/pino-log'
import { checkpointsIn } from './adapters/sqlite-checkpoints'
import { Unusable } from './adapters/unusable'
import { createCompanion, createPhotoDoor } from './core/companion'
import { health } from './core/health'
import { openPorts } from './open-ports'
import type { Settings } from './settings'
import { drain } from './stop'
import { startTimers } from './timers'

export interface Server {
  /** Where it listens. */
  readonly url: string
  close(): Promise<void>
}

/** What runs beside the server: the bundles of main.images.ts and main.checkpoints.ts. */
export interface Helpers {
  readonly images: string
  readonly checkpoints: string
}

/** Throws when the port is taken or the data folder cannot be used. */
export async function start(settings: Settings, helpers: Helpers): Promise<Server> {
  const { core } = settings
  const app = createApp({ ...settings, https: core.publicUrl.startsWith('https:') })
  for (const file of Object.values(helpers))
    if (!existsSync(file)) throw new Unusable(`缺少 ${file}：请重新构建 (build it again)`)
  const log = createPinoLog(app.log)
  const images = createImagePool(helpers.images, log)
  const ports = await openPorts(settings, log, images, checkpointsIn(helpers.checkpoints, log))
  const api = {
    companion: createCompanion(ports, core),
    door: createPhotoDoor(ports, core),
    health: () => health(ports),
  }
  await serveApi(app, api, { ...settings, maxUpload: core.limits.uploadBytes })
  await serveWeb(app, settings.webDir)
  const timers = startTimers({ ports, settings: core }, settings.retentionMs)
  app.addHook('onClose', async () => {
    await timers.stop()
    images.close()
    await ports.store.close()
  })
  return { url: await listen(app, settings), close: () => drain(app) }
}

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    await app.close()
    throw error
  }
}
