/** `npm run purge`: deletes what is past its time now, instead of with the server's daily round. */
import { purge } from '../src/server/core/retention'
import { openPorts } from '../src/server/open-ports'
import { readSettings } from '../src/server/settings'

export async function main(): Promise<void> {
  const read = readSettings(process.env)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const ports = await openPorts(read.settings, {
    info: () => undefined,
    error: (event, error) => console.error(event, error),
  })
  try {
    console.log(
      `删除了 ${await purge({ ports, settings: read.settings.core }, read.settings.retentionMs)} 位办完的商户的资料`,
    )
  } finally {
    await ports.store.close()
  }
}
