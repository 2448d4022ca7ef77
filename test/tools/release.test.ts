import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ciVersion, fetchFailure, loadMiniprogramCi } from '../../tools/miniprogram-ci'
import { uploadFailure } from '../../tools/release'
import { newestSection, readRelease, releaseOf } from '../../tools/release-notes'
import { releaseSettings } from '../../tools/release-settings'

const appid = 'wx0123456789abcdef'
let folder = ''
const file = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text)
  return path.join(folder, name)
}
const rsa = () =>
  generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'release-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The command as npm runs it, with only these variables of ours. */
function run(tool: 'upload' | 'preview', env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('WEAPP_')))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.mjs', `tools/${tool}.ts`, ...args], {
    env: { ...rest, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, said: `${stdout}${stderr}` }
}

describe('the command itself', () => {
  test.each(['upload', 'preview'] as const)(
    '%s without any setting names all of them and where to get them',
    (tool) => {
      const { status, said } = run(tool, {})
      expect(status).toBe(1)
      for (const words of [
        'WEAPP_APPID 没有设置',
        'WEAPP_KEY_FILE 没有设置',
        'WEAPP_ROBOT',
        'IP 白名单',
        '小程序代码上传',
      ])
        expect(said).toContain(words)
      expect(said).not.toMatch(/at .+:\d+:\d+/) // a sentence, no stack
    },
  )

  test('the tourists’ AppID is refused', () => {
    const { status, said } = run('upload', { WEAPP_APPID: 'touristappid', WEAPP_KEY_FILE: file('ok.key', rsa()) })
    expect(status).toBe(1)
    expect(said).toContain('touristappid')
    expect(said).not.toContain('WEAPP_KEY_FILE 指')
  })

  test('a key file that is none', () => {
    const bad = file('bad.key', '<html>登录</html>')
    const { status, said } = run('upload', { WEAPP_APPID: appid, WEAPP_KEY_FILE: bad, WEAPP_ROBOT: '31' })
    expect(status).toBe(1)
    expect(said).toContain(`${bad} 不是密钥文件`)
    expect(said).toContain('WEAPP_ROBOT 是「31」')
  })

  test('preview does not guess what an unknown word means', () => {
    const { status, said } = run('preview', {}, ['--pages', 'pages/home/index'])
    expect(status).toBe(1)
    expect(said).toContain('不认识「--pages」')
  })
})

describe('settings', () => {
  const fault = (env: Record<string, string>) => {
    try {
      releaseSettings(env)
      return ''
    } catch (error) {
      return (error as Error).message
    }
  }
  test('good ones', () => {
    const WEAPP_KEY_FILE = file('good.key', rsa())
    expect(releaseSettings({ WEAPP_APPID: appid, WEAPP_KEY_FILE })).toEqual({
      appid,
      keyFile: WEAPP_KEY_FILE,
      robot: 1,
    })
    expect(releaseSettings({ WEAPP_APPID: appid, WEAPP_KEY_FILE, WEAPP_ROBOT: '30' }).robot).toBe(30)
  })
  test.each([
    ['an AppID of another length', { WEAPP_APPID: 'wx123' }, '应当是 wx 加 16 位'],
    ['a file that is not there', { WEAPP_KEY_FILE: '/nowhere/private.key' }, '/nowhere/private.key 不存在'],
    ['a folder', { WEAPP_KEY_FILE: tmpdir() }, '读不出来'],
    ['no whole robot', { WEAPP_ROBOT: '1.5' }, '1 到 30 的整数'],
    ['robot nought', { WEAPP_ROBOT: '0' }, '1 到 30 的整数'],
  ])('%s', (_, env, words) => {
    expect(fault({ WEAPP_APPID: appid, WEAPP_KEY_FILE: file('good.key', rsa()), ...env })).toContain(words)
  })
  test('another kind of key', () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const ed = file('ed.key', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    expect(fault({ WEAPP_APPID: appid, WEAPP_KEY_FILE: ed })).toContain('不是 RSA 私钥')
  })
  test('a key’s own text never shows', () => {
    const key = rsa().slice(0, 300)
    const said = fault({ WEAPP_APPID: appid, WEAPP_KEY_FILE: file('half.key', key) })
    expect(said).toContain('可能下载不完整')
    expect(said).not.toContain(key.slice(40, 80))
  })
})

describe('the version and its description', () => {
  const log = (heading: string, body = '- 一件事\n- 另一件') =>
    `# 版本记录\n\n${heading}\n\n${body}\n\n## 0.0.1 (2026-01-01)\n\n- 旧的\n`

  test('ours agree', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    const release = readRelease(process.cwd())
    expect(release.version).toBe(version)
    expect(release.description.length).toBeGreaterThan(10)
  })
  test('the first section only', () => {
    expect(releaseOf('1.2.3', log('## 1.2.3 (2026-11-21)'))).toEqual({
      version: '1.2.3',
      description: '一件事；另一件',
    })
  })
  test('another version in package.json', () => {
    expect(() => releaseOf('1.2.4', log('## 1.2.3 (2026-11-21)'))).toThrow(/1\.2\.4.*1\.2\.3.*两处要一样/)
  })
  test('no more than WeChat shows', () => {
    const long = `- ${'字'.repeat(500)}`
    expect(releaseOf('1.2.3', log('## 1.2.3 (2026-11-21)', long)).description).toHaveLength(200)
  })
  test.each([
    ['## 1.2.3', '第 3 行'],
    ['## v1.2 (2026-11-21)', '三段数字'],
    ['## 1.2.3 (2026-13-41)', '日期'],
  ])('a heading that does not read: %s', (heading, words) => {
    expect(() => newestSection(log(heading))).toThrow(words)
  })
  test('an empty section, no section', () => {
    expect(() => newestSection(log('## 1.2.3 (2026-11-21)', '还没写'))).toThrow('没有「- 」')
    expect(() => newestSection('# 版本记录\n')).toThrow('现在是「没有」')
  })
})

describe('what WeChat and npm say', () => {
  test.each([
    ['{"errCode":-10008,"errMsg":"invalid ip: 203.0.113.9"}', '白名单'],
    ['getaddrinfo ENOTFOUND servicewechat.com', '连不上微信'],
    ['code package size 2.5 MB exceed max limit 2MB', '超过了微信的上限'],
    ['something nobody has seen', '微信返回：something nobody has seen'],
  ])('%s', (said, words) => {
    const { message } = uploadFailure('上传', new Error(said))
    expect(message).toContain(words)
    expect(message).toContain(said)
  })
  test.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', '连不上 npm'],
    ['npm error ENOSPC: no space left on device', '磁盘满了'],
    ['npm error code ETARGET\nnpm error notarget No matching version', 'No matching version'],
    ['', '没有输出'],
  ])('npm: %s', (said, words) => expect(fetchFailure(said)).toContain(words))

  test('what cannot be fetched leaves nothing behind and says so', async () => {
    const root = path.join(folder, 'ci')
    const before = process.env.npm_config_registry
    process.env.npm_config_registry = 'http://127.0.0.1:9'
    try {
      await expect(loadMiniprogramCi(root)).rejects.toThrow(/下载 miniprogram-ci .+ 失败：连不上/)
      expect(readdirSync(root)).toEqual([])
    } finally {
      if (before === undefined) delete process.env.npm_config_registry
      else process.env.npm_config_registry = before
    }
  }, 60_000)

  test('what is there already is used, in that version only', async () => {
    const root = path.join(folder, 'kept')
    const home = path.join(root, ciVersion, 'node_modules/miniprogram-ci')
    mkdirSync(home, { recursive: true })
    writeFileSync(
      path.join(home, 'package.json'),
      JSON.stringify({ name: 'miniprogram-ci', version: ciVersion, main: 'i.js' }),
    )
    writeFileSync(path.join(home, 'i.js'), 'exports.upload = () => "here"')
    const ci = (await loadMiniprogramCi(root)) as unknown as { upload: () => string }
    expect(ci.upload()).toBe('here')
  })
})
