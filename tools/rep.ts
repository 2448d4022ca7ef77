/** `rep`, on the store that the server uses; it may run at the same time (src/server/rep-command.ts says what it does). */
import type { Log } from '../src/server/core/ports'
import { openPorts } from '../src/server/open-ports'
import { runRep } from '../src/server/rep-command'
import { readSettings } from '../src/server/settings'
import { startFailure } from '../src/server/start-failure'

async function main(): Promise<number> {
  const read = readSettings(process.env)
  if (!read.ok) {
    console.error(read.problems.join('\n'))
    return 1
  }
  const log: Log = { info: () => undefined, error: (event, error) => console.error(event, error) }
  try {
    const ports = await openPorts(read.settings, log)
    const { lines, failed } = await runRep(ports, read.settings.core.publicUrl, process.argv.slice(2))
    console.log(lines.join('\n'))
    await ports.store.close()
    return failed ? 1 : 0
  } catch (error) {
    console.error(startFailure(error, read.settings))
    return 1
  }
}

void main().then((code) => {
  process.exitCode = code
})
