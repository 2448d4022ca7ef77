/** PostgreSQL's refusals in the core's words. */
import { StorageFull, Unavailable } from '../core/ports'
import { Unusable } from './unusable'

/** Classes of SQLSTATE that are mistakes of this code: trying again would not help. */
const mistakes = /^(0A|22|23|26|42)/
const diskFull = '53100'

/**
 * What an operation that failed means. Everything but a mistake in a statement is worth another try
 * later: a lost connection, a server that restarts, is read-only or has too many clients, a time-out.
 * SQLSTATE codes: PostgreSQL documentation, appendix A.
 */
export function translated(error: unknown): unknown {
  const { code } = error as { code?: unknown }
  const state = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : ''
  if (state === diskFull) return new StorageFull('the database has no room left', { cause: error })
  return mistakes.test(state) ? error : new Unavailable('the database does not answer', { cause: error })
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: '那里没有数据库在运行 (connection refused)',
  ENOTFOUND: '没有这个主机名 (no such host)',
  EAI_AGAIN: '主机名解析不了 (the host name cannot be resolved)',
  '28P01': '用户名或密码不对 (wrong user or password)',
  '28000': '服务器不让这个用户这样连 (the server does not let this user in)',
  '3D000': '没有这个库，请先建好 (no such database)',
  '42501': '这个用户没有建表的权限 (this user may not make tables)',
  '53300': '连接数满了 (too many connections)',
  '57P03': '数据库正在启动 (the database is starting)',
}

/** Why the server cannot start with this database, for the operator. The password is not part of it. */
export function whyUnusable(error: unknown, url: string): unknown {
  if (error instanceof Unusable) return error
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  const { host, pathname } = new URL(url)
  return new Unusable(`用不了 DATABASE_URL 的数据库 ${host}${pathname}：${reasons[code] ?? message}`, { cause: error })
}
