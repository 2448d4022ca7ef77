/**
 * `npm run purge`: deletes what is past its time and what belongs to nobody now, instead of with the server's
 * daily rounds. `-- --orphans`: files without a record even when most of them have none.
 */
import { sweepOrphans } from '../src/server/core/orphans'
import { purge } from '../src/server/core/retention'
import { openPorts } from '../src/server/open-ports'
import { readSettings } from '../src/server/settings'

export async function main(args: readonly string[]): Promise<void> {
  const anyNumber = args.includes('--orphans')
  if (args.length > (anyNumber ? 1 : 0)) throw new Error('用法 usage: npm run purge [-- --orphans]')
  const read = readSettings(process.env)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const ports = await openPorts(read.settings, {
    info: () => undefined,
    error: (event, error, details) => console.error(event, error ?? '', details ?? ''),
  })
  const core = { ports, settings: read.settings.core }
  try {
    console.log(`删除了 ${await purge(core, read.settings.retentionMs)} 位办完的商户的资料`)
    console.log(`删除了 ${await sweepOrphans(core, anyNumber)} 个没有记录的文件`)
  } finally {
    await ports.store.close()
  }
}
