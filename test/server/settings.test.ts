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
    DATABASE_URL: 'mysql://u:hunter2@h/d',
    DATABASE_POOL: '0',
    ALLOW_GUESTS: 'maybe',
  }
  const found = problems(bad)
  expect(found.map((line) => line.split('：')[0]).sort()).toEqual(Object.keys(bad).sort())
  for (const line of found) expect(line).toMatch(/[\u4e00-\u9fff].*\([a-z].*\)/i)
  expect(found.join()).not.toMatch(/hunter2|mysql/)
})

test("WeChat's two values go together", () => {
  expect(problems({ WECHAT_APPID: 'wx0123456789abcdef' })).toEqual([expect.stringContaining('WECHAT_SECRET')])
})

describe('where things are kept', () => {
  const s3 = {
    S3_BUCKET: 'photos',
    S3_ACCESS_KEY_ID: 'AKIA1',
    S3_SECRET_ACCESS_KEY: 'secret-key',
    MASTER_KEY: 'ab'.repeat(32),
  }

  test('nothing set: this machine', () => {
    expect(readSettings({})).toMatchObject({ settings: { database: null, s3: null, forgetSealed: false } })
  })

  test('services', () => {
    const address = 'postgresql://shop:p%40ss@db.example:5433/kaitong?sslmode=require'
    const env = {
      DATABASE_URL: address,
      DATABASE_POOL: '25',
      ...s3,
      S3_ENDPOINT: 'https://oss.example',
      S3_PREFIX: 'a/b/',
    }
    expect(readSettings(env)).toMatchObject({
      settings: {
        database: { url: address, pool: 25 },
        s3: { endpoint: 'https://oss.example', bucket: 'photos', region: 'us-east-1', pathStyle: true, prefix: 'a/b/' },
      },
    })
    expect(readSettings({ ...s3, S3_REGION: 'cn-north-1' })).toMatchObject({
      settings: { s3: { endpoint: null, pathStyle: false, region: 'cn-north-1', prefix: '' } },
    })
    expect(readSettings({ ...s3, S3_ENDPOINT: 'https://oss.example', S3_PATH_STYLE: 'false' })).toMatchObject({
      settings: { s3: { pathStyle: false } },
    })
  })

  test.each([
    'postgres://',
    'postgres://host/db',
    'postgres://u:p@host',
    'postgres://u:p@host/',
    'postgres://u:%zz@host/db',
    'u:p@host/db',
    'http://u:p@host/db',
  ])('DATABASE_URL %s is refused', (address) => {
    expect(problems({ DATABASE_URL: address })).toEqual([expect.stringMatching(/^DATABASE_URL：.*\(postgres:/)])
  })

  test('what belongs together is asked for, and no key is shown', () => {
    const named = (env: Record<string, string>) => problems(env).map((line) => line.split('：')[0])
    expect(named({ S3_BUCKET: 'photos' })).toEqual(['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'MASTER_KEY'])
    expect(named({ S3_ENDPOINT: 'https://oss.example' })).toEqual(['S3_BUCKET'])
    const bad = {
      S3_BUCKET: 'UPPER',
      S3_ENDPOINT: 'https://oss.example/path',
      S3_PREFIX: '/x',
      S3_SECRET_ACCESS_KEY: 'mit leer',
      S3_PATH_STYLE: 'ja',
      DATABASE_POOL: '501',
    }
    expect(named(bad).sort()).toEqual(Object.keys(bad).sort())
    expect(problems(bad).join()).not.toContain('mit leer')
  })
})

test('the secret goes to WeChat over HTTPS, or not at all; a stand-in on the same machine is fine', () => {
  for (const url of ['http://api.weixin.qq.com', 'http://proxy.example:8080', 'http://127.0.0.1.example'])
    expect(problems({ WECHAT_API_URL: url })).toEqual([expect.stringContaining('goes through it')])
  for (const url of ['https://api.weixin.qq.com', 'http://127.0.0.1:4000', 'http://localhost:1', 'http://[::1]:9'])
    expect(problems({ WECHAT_API_URL: url })).toEqual([])
})
