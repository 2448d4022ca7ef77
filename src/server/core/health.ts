/** Whether the store and the file store can be read and written. */
import type { Ports } from './ports'
import { refuse, type Reply } from './reply'

export async function health({ store, files, log }: Pick<Ports, 'store' | 'files' | 'log'>): Promise<Reply> {
  const checks = { store: store.check(), files: files.check() }
  const failing: string[] = []
  for (const [name, check] of Object.entries(checks)) {
    await check.catch((error: unknown) => {
      log.error('health check failed', error, { name })
      failing.push(name)
    })
  }
  return failing.length === 0 ? { ok: true } : refuse('unavailable', { failing })
}
