import { Unusable } from './adapters/unusable'
import type { Settings } from './settings'

/** One sentence for the person at the terminal. */
export function startFailure(error: unknown, { port, host, dataDir }: Settings): string {
  if (error instanceof Unusable) return `启动不了：${error.message}`
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已经被占用：换一个 PORT，或先停掉占用它的程序。 (port ${port} is taken)`
  if (code === 'EADDRNOTAVAIL') return `这台电脑没有地址 ${host}：请改 HOST。 (no such address here: ${host})`
  if (code === 'EACCES' && /listen/.test(message))
    return `没有权限使用端口 ${port}：请换一个大于 1024 的 PORT。 (not allowed to use port ${port})`
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
    return `磁盘已满，数据文件夹 ${dataDir} 写不进去。 (disk full: ${dataDir})`
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT)$/.test(code) || /unable to open|readonly database/i.test(message)) {
    return `数据文件夹 ${dataDir} 不能写入：请检查它的权限，或用 DATA_DIR 换一个文件夹。 (cannot write to the data folder ${dataDir})`
  }
  return `启动失败：${message} (could not start)`
}
