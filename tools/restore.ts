/** `npm run restore -- <file> [--yes] [--erased <backup>]…`: all or nothing (docs/operator/backup.md). */
import { parseArgs } from 'node:util'
import { restoreBackup, type RestoreWish } from '../src/server/backup'
import { readSettings } from '../src/server/settings'
import { startFailure } from '../src/server/start-failure'
import { createProgressBar } from './progress-bar'

function wishOf(args: readonly string[]): RestoreWish | null {
  try {
    const options = { yes: { type: 'boolean', default: false }, erased: { type: 'string', multiple: true } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return null
    return { file, replace: values.yes, erasedFrom: values.erased ?? [] }
  } catch {
    return null
  }
}

async function main(args: readonly string[]): Promise<number> {
  const wish = wishOf(args)
  if (wish === null) {
    console.error('用法 usage: restore <文件 file> [--yes] [--erased <另一份备份 another backup>]')
    return 1
  }
  const read = readSettings(process.env)
  if (!read.ok) {
    console.error(read.problems.join('\n'))
    return 1
  }
  const bar = createProgressBar()
  try {
    const { documents, erased, made } = await restoreBackup(read.settings, wish, bar.show)
    bar.end()
    console.log(
      [
        `恢复好了：${new Date(made).toISOString()} 的备份，${documents} 条；之后抹掉过资料的 ${erased} 位商户没有回来。`,
        '现在可以启动服务。手机下次打开时会自己把备份以后填的内容补上来。',
      ].join('\n'),
    )
    return 0
  } catch (error) {
    bar.end()
    console.error(startFailure(error, read.settings).replace(/^(启动不了|启动失败)：/, '没有恢复，原来的都没动：'))
    return 1
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
