/**
 * Pictures in processes of their own. Two at once at most, started when there is something to do, ended when
 * there is not; one that is lost or has grown is replaced by the next picture's. What a picture did to its
 * process is the picture's fault (`unprocessable`), everything else is `unavailable`: the phone tries again.
 */
import { Unavailable, type ImageOutcome, type Images, type Log } from '../core/ports'
import { createGate } from './gate'
import { resultSchemas, type ImageRequest } from './image-messages'
import { startImageWorker, WorkerLost, type ImageWorker, type WorkerLimits } from './image-worker'
import { licenceOrNull } from './licence-or-null'

export interface PoolLimits extends WorkerLimits {
  /** ms without work, then the process ends. */
  readonly idleMs: number
  /** Bytes that it may hold between two pictures. */
  readonly maxRestingRss: number
}
const mega = 2 ** 20
/** 40 million pixels, progressive or interlaced and turned, take up to 480 MB and 15 s on a busy core. */
export const poolLimits: PoolLimits = {
  timeoutMs: 30_000,
  maxRss: 512 * mega,
  maxRestingRss: 320 * mega,
  idleMs: 60_000,
}
const size = 2
const queue = 64

export interface ImagePool extends Images {
  /** Ends the processes; what is at work is lost. */
  close(): void
}

/** `entry`: the bundled src/server/main.images.ts. */
export function createImagePool(entry: string, log: Log, limits: PoolLimits = poolLimits): ImagePool {
  const gate = createGate(size, queue)
  const crew = createCrew(() => startImageWorker(entry, limits), limits)
  const run: Run = (request) =>
    gate(async () => {
      const worker = crew.take()
      try {
        const answer = await worker.ask(request)
        if (answer.is === 'failed') throw new Error(answer.message)
        return answer.result
      } catch (error) {
        if (error instanceof WorkerLost) log.error('image process lost', error, { task: request.task })
        throw error
      } finally {
        crew.giveBack(worker)
      }
    })
  return {
    normalise: (bytes) => normalised(run, bytes),
    watermark: async (bytes, text) =>
      resultSchemas.watermark.parse(await blameless(run, { task: 'watermark', bytes, text })),
    readLicence: (bytes) =>
      licenceOrNull(log, async () => resultSchemas.readLicence.parse(await run({ task: 'readLicence', bytes }))),
    close: () => crew.dismiss(),
  }
}

type Run = (request: ImageRequest) => Promise<unknown>

async function normalised(run: Run, bytes: Uint8Array): Promise<ImageOutcome> {
  try {
    return resultSchemas.normalise.parse(await blameless(run, { task: 'normalise', bytes }))
  } catch (error) {
    if (error instanceof WorkerLost) return { ok: false, error: 'unprocessable' }
    throw error
  }
}

/** Throws WorkerLost only for what the picture did, and never for one that was made here. */
async function blameless(run: Run, request: ImageRequest): Promise<unknown> {
  try {
    return await run(request)
  } catch (error) {
    if (!(error instanceof WorkerLost) || (error.byPicture && request.task === 'normalise')) throw error
    throw new Unavailable('the image process was lost', { cause: error })
  }
}

interface Crew {
  take(): ImageWorker
  giveBack(worker: ImageWorker): void
  dismiss(): void
}

function createCrew(start: () => ImageWorker, { idleMs, maxRestingRss }: PoolLimits): Crew {
  const working = new Set<ImageWorker>()
  /** With the timer that ends it; the last one rested for the shortest time. */
  const resting = new Map<ImageWorker, NodeJS.Timeout>()
  const leave = (worker: ImageWorker) => {
    clearTimeout(resting.get(worker))
    resting.delete(worker)
  }
  const dismiss = (worker: ImageWorker) => {
    leave(worker)
    worker.end()
  }
  return {
    take() {
      const rested = [...resting.keys()].reverse().find((worker) => worker.alive())
      const worker = rested ?? start()
      leave(worker)
      working.add(worker)
      return worker
    },
    giveBack(worker) {
      working.delete(worker)
      if (!worker.alive()) return
      if (worker.rss() > maxRestingRss) return worker.end()
      resting.set(worker, setTimeout(() => dismiss(worker), idleMs).unref())
    },
    dismiss() {
      for (const worker of [...working, ...resting.keys()]) dismiss(worker)
    },
  }
}
