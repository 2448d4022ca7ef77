/** `npm run backup -- <file>`: everything but the photos' files, while the server runs (docs/operator/backup.md). */
import { backup } from '../src/server/backup'
import { readSettings } from '../src/server/settings'
import { startFailure } from '../src/server/start-failure'
import { createProgressBar } from './progress-bar'

async function main(args: readonly string[]): Promise<number> {
  const [file, ...more] = args
  if (file === undefined || file.startsWith('-') || more.length > 0) {
    console.error('用法 usage: backup <文件 file>')
    return 1
  }
  const read = readSettings(process.env)
  if (!read.ok) {
    console.error(read.problems.join('\n'))
    return 1
  }
  const bar = createProgressBar()
  try {
    const { documents } = await backup(read.settings, file, bar.show)
    bar.end()
    console.log(`备份好了：${file}，${documents} 条，已读回核对。照片文件和 MASTER_KEY 不在里面，要另外备份。`)
    return 0
  } catch (error) {
    bar.end()
    console.error(startFailure(error, read.settings).replace(/^(启动不了|启动失败)：/, '没有备份成：'))
    return 1
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
