/** What the figures were made on. */
import os from 'node:os'
import { syncRate } from './stores/bare'

/** One line; `folder` is on the disk that the stores are on. */
export function describeMachine(folder: string): string {
  const [cpu] = os.cpus()
  const load = os.loadavg()[0] ?? 0
  const cores = os.cpus().length
  return [
    `Made on ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `${cpu?.model.trim() ?? 'unknown CPU'}, ${cores} cores`,
    `${Math.round(os.totalmem() / 2 ** 30)} GB of memory`,
    `disk: ${Math.round(syncRate(folder, 2))} fdatasync of 4 KB a second`,
    `${os.type()} ${os.arch()}, Node ${process.versions.node}`,
    `load average before: ${load.toFixed(1)}${load > cores / 2 ? ' (others were at work on this machine: the times are worse than it can do)' : ''}.`,
  ].join('; ')
}
