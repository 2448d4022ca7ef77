/** The real program with SQLite: a merchant of WeChat asks for a message over HTTP; the stand-in is WeChat. */
import path from 'node:path'
import { createSqliteStore } from '../../src/server/adapters/sqlite'
import type { ReminderRecord } from '../../src/server/core/records'
import { temporaryFolder } from './support/folders'
import { post } from './support/http-client'
import { runProgram } from './support/program'
import { startWechat } from './support/wechat-stand-in'

jest.setTimeout(60_000)

const template = 'T'.repeat(43)
const clock = 'register-service-account.service-account-transfer'

test('from the login code to a sealed reminder on the disk', async () => {
  const folder = temporaryFolder()
  const wechat = await startWechat('0123456789abcdef0123456789abcdef')
  const server = await runProgram({
    DATA_DIR: folder.path,
    WECHAT_APPID: 'wx0123456789abcdef',
    WECHAT_SECRET: wechat.secret,
    WECHAT_API_URL: wechat.apiUrl,
    REMINDER_TEMPLATE: template,
  })
  try {
    const call = async (action: string, body: object, token = '') => {
      const headers = { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) }
      return (await post(`${server.url}/api/${action}`, JSON.stringify(body), headers)).body as Record<string, unknown>
    }
    const login = await call('login', { provider: 'wechat', code: 'code-of-o-someone' })
    const token = String(login.token)
    const { id } = login.merchant as { id: string }
    await call('consent', { kind: 'service', granted: true, version: 'v' }, token)
    const now = Date.now()
    const said = {
      'a.subject': 'company',
      'a.service-account': 'none',
      'a.wants-service-account': 'yes',
      'a.industry': 'clothes',
      's.register-service-account.transfer-chosen': now,
    }
    const ops = Object.entries(said).map(([k, v], i) => ({ k, v, s: `${now}-000${i}-device001` }))
    const sync = { p: 1, schema: 1, doc: id, dev: 'device001', ep: null, base: 0, ops }
    expect(await call('sync', sync, token)).toMatchObject({ ok: true })
    const reply = await call('remind', { clock, template, code: 'code-of-o-someone' }, token)
    expect(reply).toMatchObject({ ok: true, at: expect.any(Number) as number })
    expect(await call('remind', { clock, template, code: 'code-of-o-other' }, token)).toMatchObject({
      error: 'forbidden',
    })
    expect(await call('remind', { clock, template, code: 'code-of-o-someone' })).toMatchObject({
      error: 'unauthenticated',
    })
    await server.stop('SIGTERM')
    const store = createSqliteStore(path.join(folder.path, 'companion.db'))
    const kept = await store.list<ReminderRecord>('reminders', { limit: 9 })
    await store.close()
    expect(kept).toMatchObject([{ value: { clock, merchant: id, claimed: null } }])
    expect(JSON.stringify(kept)).not.toContain('o-someone')
  } finally {
    await server.stop('SIGKILL')
    await wechat.close()
    folder.remove()
  }
})
