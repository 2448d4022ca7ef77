/** The other end of image-worker.ts: a process that looks at one picture at a time and does nothing else. */
import { writeFileSync } from 'node:fs'
import type { Images } from '../core/ports'
import type { ImageMessage, ImageRequest } from './image-messages'

const watchMs = 50

/** `maxRss`: bytes of memory; more is reported while the picture is at work. */
export function serveImages(work: Images, maxRss: number): void {
  goFirst()
  outlive()
  process.on('message', (request: ImageRequest) => void answer(work, request, maxRss))
  tell({ is: 'ready' })
}

const tell = (message: ImageMessage) => void process.send?.(message)
const rss = () => process.memoryUsage.rss()

async function answer(work: Images, request: ImageRequest, maxRss: number): Promise<void> {
  const watch = setInterval(() => {
    if (rss() > maxRss) tell({ is: 'too-big', rss: rss() })
  }, watchMs)
  try {
    const result = await perform(work, request)
    tell({ is: 'done', result, rss: rss() })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    tell({ is: 'failed', message: message.slice(0, 1000), rss: rss() })
  } finally {
    clearInterval(watch)
  }
}

const perform = (work: Images, request: ImageRequest): Promise<unknown> =>
  request.task === 'watermark' ? work.watermark(request.bytes, request.text) : work[request.task](request.bytes)

/** When the machine runs out of memory, Linux is to end this process and not the server. */
function goFirst(): void {
  if (process.platform !== 'linux') return
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    return // not in every container: Linux then chooses by size
  }
}

/**
 * Ctrl+C reaches the whole group of processes, and what is under way is to be finished: this process ends
 * with the server and not before. At once, although a decoder may be at work in another thread.
 */
function outlive(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
}
