/** How much memory processes had at most, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs'

const statusOf = (pid: string): string => read(pid, 'status')
const commandOf = (pid: string): string => read(pid, 'cmdline')

function read(pid: string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return '' // it has just ended
  }
}

/** MB, of each of that process's children that look at pictures; empty where there is no /proc. */
export function peaksOfChildren(parent: number): readonly { readonly pid: number; readonly peakMb: number }[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const status = statusOf(pid)
      const member = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
      return member('PPid') === parent && commandOf(pid).includes('images.js')
        ? [{ pid: Number(pid), peakMb: Math.round(member('VmHWM') / 1024) }]
        : []
    })
}
