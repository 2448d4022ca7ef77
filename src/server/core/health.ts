/** Whether the store and the file store can be read and written. */
import type { Ports } from './ports'
import { refuse, type Reply } from './reply'

export async function health({ store, files, log }: Pick<Ports, 'store' | 'files' | 'log'>): Promise<Reply> {
  const check = async (name: string, run: () => Promise<void>): Promise<string[]> => {
    try {
      await run()
      return []
    } catch (error) {
      log.error('health check failed', error, { name })
      return [name]
    }
  }
  const failing = (await Promise.all([check('store', () => store.check()), check('files', () => files.check())])).flat()
  return failing.length === 0 ? { ok: true } : refuse('unavailable', { failing })
}
