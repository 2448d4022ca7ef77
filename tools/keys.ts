/** `npm run keys -- save <file> | load <file>`: the merchants' keys (docs/operator/backup.md). */
import { loadKeys, saveKeys } from '../src/server/keys-command'
import { openStore } from '../src/server/open-ports'
import { openKeys } from '../src/server/places'
import { readSettings, type Settings } from '../src/server/settings'
import { startFailure } from '../src/server/start-failure'

const log = {
  info: () => undefined,
  error: (event: string, error: unknown) => console.error(event, error),
}

async function load(settings: Settings, file: string): Promise<number> {
  const store = await openStore(settings, log)
  try {
    return await loadKeys(await openKeys(settings, log), store, file)
  } finally {
    await store.close()
  }
}

async function main([command, file, ...more]: readonly string[]): Promise<number> {
  if ((command !== 'save' && command !== 'load') || file === undefined || more.length > 0) {
    console.error('用法 usage: keys save|load <文件 file>')
    return 1
  }
  const read = readSettings(process.env)
  if (!read.ok) {
    console.error(read.problems.join('\n'))
    return 1
  }
  try {
    if (command === 'save') {
      console.log(`存好了：${file}，${await saveKeys(await openKeys(read.settings, log), file)} 把。7 天内要删掉。`)
    } else console.log(`放回来了：${await load(read.settings, file)} 把。抹掉过资料的商户的没有放回来。`)
    return 0
  } catch (error) {
    console.error(startFailure(error, read.settings).replace(/^(启动不了|启动失败)：/, '没有做成：'))
    return 1
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
