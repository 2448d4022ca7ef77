/**
 * `npm run sessions -- end <merchant>` or `-- end --all`: logs devices out, on the store that the server uses;
 * it may run at the same time. For a lost phone, or after a leak (docs/operator/security.md).
 */
import { endAllSessions, endSessions } from '../src/server/core/tokens'
import { openPorts } from '../src/server/open-ports'
import { readSettings } from '../src/server/settings'
import { startFailure } from '../src/server/start-failure'

async function main([command, whose, ...more]: readonly string[]): Promise<number> {
  if (command !== 'end' || whose === undefined || more.length > 0 || (whose.startsWith('-') && whose !== '--all')) {
    console.error('用法 usage: sessions end <商户编号 merchant id> | sessions end --all')
    return 1
  }
  const read = readSettings(process.env)
  if (!read.ok) {
    console.error(read.problems.join('\n'))
    return 1
  }
  try {
    const ports = await openPorts(read.settings, {
      info: () => undefined,
      error: (event, error) => console.error(event, error),
    })
    const ended = whose === '--all' ? await endAllSessions(ports) : await endSessions(ports, whose)
    await ports.store.close()
    console.log(`退出了 ${ended} 个登录；填过的内容都在，下次打开会自动重新登录。`)
    return 0
  } catch (error) {
    console.error(startFailure(error, read.settings))
    return 1
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
