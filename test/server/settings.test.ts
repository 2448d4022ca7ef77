import { readSettings } from '../../src/server/settings'

const problems = (env: Record<string, string>) => {
  const read = readSettings(env)
  return read.ok ? [] : read.problems
}

test('nothing set: a server for trying out', () => {
  expect(readSettings({})).toMatchObject({
    ok: true,
    settings: {
      port: 8080,
      host: '0.0.0.0',
      dataDir: './data',
      trustProxy: [],
      perMinute: 300,
      sensitivePerMinute: 30,
      wechat: null,
      masterKey: null,
      core: {
        allowGuests: true,
        publicUrl: 'http://localhost:8080',
        tokenIdleMs: 7 * 86_400_000,
        limits: { photos: 60, uploadBytes: 8 * 1024 * 1024, syncsPerMinute: 120 },
      },
    },
  })
})

test('guests are off in production, unless they are wanted', () => {
  expect(readSettings({ NODE_ENV: 'production' })).toMatchObject({ settings: { core: { allowGuests: false } } })
  expect(readSettings({ NODE_ENV: 'production', ALLOW_GUESTS: 'true' })).toMatchObject({
    settings: { core: { allowGuests: true } },
  })
  expect(readSettings({ ALLOW_GUESTS: 'false' })).toMatchObject({ settings: { core: { allowGuests: false } } })
})

test('everything set', () => {
  const env = {
    PORT: '3000',
    PUBLIC_URL: 'https://kaitong.example/',
    MASTER_KEY: 'ab'.repeat(32),
    WECHAT_APPID: 'wx0123456789abcdef',
    WECHAT_SECRET: 'cd'.repeat(16),
    TRUST_PROXY: '10.0.0.0/8, loopback',
    RATE_PER_MINUTE: '100000',
    TOKEN_MAX_DAYS: '10',
    LOG_LEVEL: 'warn',
    SOMETHING_ELSE: 'x',
    HOST: '',
  }
  expect(readSettings(env)).toMatchObject({
    ok: true,
    settings: {
      port: 3000,
      host: '0.0.0.0',
      masterKey: Buffer.from('ab'.repeat(32), 'hex'),
      trustProxy: ['10.0.0.0/8', 'loopback'],
      perMinute: 100_000,
      wechat: { appId: 'wx0123456789abcdef', apiUrl: 'https://api.weixin.qq.com' },
      core: { publicUrl: 'https://kaitong.example', tokenMaxMs: 10 * 86_400_000 },
    },
  })
})

test('every bad value is named, in Chinese and English, and no secret is shown', () => {
  const bad = {
    PORT: '99999',
    TRUST_PROXY: 'true',
    MASTER_KEY: 'hunter2',
    LOG_LEVEL: 'loud',
    PUBLIC_URL: 'ftp://x',
    DATABASE_URL: 'postgres://u:p@h/d',
    ALLOW_GUESTS: 'maybe',
  }
  const found = problems(bad)
  expect(found.map((line) => line.split('：')[0]).sort()).toEqual(Object.keys(bad).sort())
  for (const line of found) expect(line).toMatch(/[\u4e00-\u9fff].*\([a-z].*\)/i)
  expect(found.join()).not.toMatch(/hunter2|postgres/)
})

test("WeChat's two values go together", () => {
  expect(problems({ WECHAT_APPID: 'wx0123456789abcdef' })).toEqual([expect.stringContaining('WECHAT_SECRET')])
})
