/** What is in deploy/ fits the program: variables, packages, limits, times; the unit file as systemd reads it. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'
import { maxBodyBytes } from '#sync/protocol'
import { defaultLimits } from '../../src/server/core/settings'
import { settingNames } from '../../src/server/settings'
import { stopMs } from '../../src/server/stop'
import { temporaryFolder } from './support/folders'
import { loginPhone } from './support/http-client'
import { runProgram } from './support/program'

jest.setTimeout(60_000)

const text = (file: string) => readFileSync(path.join('deploy', file), 'utf8')
const { load } = createRequire(__filename)('js-yaml') as { load(yaml: string): unknown }

interface Service {
  readonly image?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly networks?: readonly string[]
  readonly volumes?: readonly string[]
  readonly stop_grace_period?: string
  readonly depends_on?: Readonly<Record<string, unknown>> | readonly string[]
  readonly build?: { readonly context: string; readonly dockerfile: string }
  readonly read_only?: boolean
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>
}
const compose = load(text('compose.yaml')) as Compose
const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts
const seconds = (time = '') => Number(/^(\d+)s?$/.exec(time)?.[1])
/** Upload, and what multipart adds. */
const uploadKb = (defaultLimits.uploadBytes + 8 * 1024) / 1024

describe('compose', () => {
  const { companion } = compose.services

  test('the function gets only variables that it reads, and everything it needs to start', () => {
    const own = Object.keys(companion?.environment ?? {})
    expect(own.filter((name) => !settingNames.includes(name))).toEqual([])
    for (const name of ['MASTER_KEY', 'PUBLIC_URL', 'DATABASE_URL', 'S3_BUCKET', 'TRUST_PROXY', 'NODE_ENV'])
      expect(own).toContain(name)
  })

  test('every placeholder is in .env.example, and the other way round', () => {
    const used = [...text('compose.yaml').matchAll(/(?<!\$)\$\{([A-Z0-9_]+)/g)].map(([, name]) => name)
    const offered = [...text('.env.example').matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name)
    expect([...new Set(used)].sort()).toEqual([...offered].sort())
  })

  test('the example holds no secret, and no secret has a value of its own', () => {
    for (const name of ['MASTER_KEY', 'POSTGRES_PASSWORD', 'S3_SECRET_ACCESS_KEY', 'WECHAT_SECRET'])
      expect(text('.env.example')).toMatch(new RegExp(`^${name}=$`, 'm'))
    expect(text('compose.yaml')).toMatch(/\$\{MASTER_KEY:\?\}/)
  })

  test('images are pinned, volumes and networks declared, dependencies there', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      if (name !== 'companion') expect(service.image).toMatch(/^[\w./-]+:[\w.-]*\d[\w.-]*$/)
      for (const volume of service.volumes ?? [])
        if (!volume.startsWith('.')) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '')
      for (const network of service.networks ?? []) expect(compose.networks).toHaveProperty(network)
      const needs = Array.isArray(service.depends_on)
        ? (service.depends_on as string[])
        : Object.keys(service.depends_on ?? {})
      for (const need of needs) expect(compose.services).toHaveProperty(need)
    }
    expect(existsSync(path.join('deploy', companion?.build?.context ?? '', companion?.build?.dockerfile ?? ''))).toBe(
      true,
    )
  })

  test('only the proxy is open to the world; database and storage have no way out', () => {
    for (const [name, { ports = [] }] of Object.entries(compose.services))
      if (name !== 'caddy') for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
    expect(compose.networks.inside).toEqual({ internal: true })
    for (const name of ['postgres', 'objects']) expect(compose.services[name]?.networks).toEqual(['inside'])
    expect(companion?.read_only).toBe(true)
  })
})

describe('the image', () => {
  const docker = text('Dockerfile')

  test('keeps every package that the bundles import, and drops the others', async () => {
    const names = [
      'src/server/main.http.ts',
      'src/server/main.images.ts',
      'tools/rep.ts',
      'tools/backup.ts',
      'tools/restore.ts',
      'tools/sessions.ts',
    ]
    const { metafile } = await build({
      entryPoints: names,
      bundle: true,
      platform: 'node',
      packages: 'external',
      metafile: true,
      write: false,
      outdir: 'unused',
      logLevel: 'silent',
    })
    const imported = Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external),
    )
    const packageOf = (name: string) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/')
    const needed = new Set(imported.map((each) => packageOf(each.path)).filter((name) => !name.startsWith('node:')))
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>
    }
    const dropped = (/npm uninstall --omit=dev ([^]*?)\n\n/.exec(docker)?.[1] ?? '').split(/[\s\\]+/).filter(Boolean)
    expect(dropped.filter((name) => needed.has(name))).toEqual([])
    expect(dropped.filter((name) => dependencies[name] === undefined)).toEqual([])
    for (const name of needed) if (!name.includes(':') && name !== 'util') expect(dependencies).toHaveProperty([name])
    const left = Object.keys(dependencies).filter((name) => !dropped.includes(name) && !needed.has(name))
    // Only the welcome in a terminal draws with it, and tools on the phone's side hash with it: small.
    expect(left.filter((name) => !['qrcode', '@noble/hashes'].includes(name))).toEqual([])
  })

  test('pinned, not root, asked for its health, told to stop in time; its scripts exist', () => {
    expect(docker).toMatch(/^ARG NODE=node:24\.\d+\.\d+-\w+-slim$/m)
    expect(docker.split(/^FROM /m).at(-1)).toMatch(/^USER node$/m)
    expect(docker).toMatch(/HEALTHCHECK[^]*\/healthz/)
    for (const [, script = ''] of docker.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([script])
    for (const [, from = ''] of docker.matchAll(/^COPY (?!--from|\. )(.*) \.\/$/gm))
      for (const file of from.split(' ')) expect(existsSync(file)).toBe(true)
    for (const [, name = ''] of (/^ENV (.*)$/m.exec(docker)?.[1] ?? '').matchAll(/(\w+)=/g))
      expect(settingNames).toContain(name)
    expect(seconds(compose.services.companion?.stop_grace_period)).toBeGreaterThan(stopMs / 1000)
  })

  test('the program runs as it is started there: production, without __proto__', async () => {
    const folder = temporaryFolder()
    const program = await runProgram({
      DATA_DIR: folder.path,
      NODE_ENV: 'production',
      ALLOW_GUESTS: 'true',
      NODE_OPTIONS: '--disable-proto=delete',
    })
    const phone = await loginPhone(program.url)
    expect((await phone.call('export-me')).status).toBe(200)
    expect((await fetch(`${program.url}/healthz`)).status).toBe(200)
    expect(await program.stop('SIGTERM')).toBe(0)
    folder.remove()
  })
})

describe('the unit', () => {
  const unit = text('kaitong.service')

  test('systemd reads it without a word, and finds it confined', () => {
    const folder = temporaryFolder()
    const root = path.join(folder.path, 'opt')
    mkdirSync(root)
    const file = path.join(folder.path, 'kaitong.service')
    writeFileSync(file, unit.replaceAll('/usr/bin/node', process.execPath).replaceAll('/opt/kaitong', root))
    if (existsSync('/usr/bin/systemd-analyze')) {
      const said = execFileSync('systemd-analyze', ['verify', file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      expect(said).toBe('')
    }
    for (const setting of [
      'DynamicUser=yes',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=\n',
      'OOMPolicy=continue',
      'LimitCORE=0',
    ])
      expect(unit).toContain(setting)
    folder.remove()
  })

  test('its environment is ours, and it waits longer than the program takes', () => {
    const [, environment = ''] = /^Environment=(.*)$/m.exec(unit) ?? []
    for (const [, name = ''] of environment.matchAll(/(\w+)=/g)) expect(settingNames).toContain(name)
    expect(seconds(/^TimeoutStopSec=(.*)$/m.exec(unit)?.[1])).toBeGreaterThan(stopMs / 1000)
  })
})

test('the proxies let through what the function takes, and no more', () => {
  expect(text('nginx.conf')).toContain(`  client_max_body_size ${maxBodyBytes / 1024}k;`)
  expect(text('nginx.conf')).toContain(`    client_max_body_size ${uploadKb}k;`)
  expect(text('nginx.conf')).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
  expect(text('Caddyfile')).toContain(`max_size ${maxBodyBytes / 1024}KiB`)
  expect(text('Caddyfile')).toContain(`max_size ${uploadKb}KiB`)
})

describe("the operator's guide", () => {
  const guides = readdirSync('docs/operator')
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs/operator', name))

  test.each(guides)('%s: every command in it exists, every link leads somewhere', (guide) => {
    const words = readFileSync(guide, 'utf8')
    const commands = [...words.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([])
    const links = [...words.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, to = '']) => to)
    expect(links.filter((to) => !existsSync(path.join('docs/operator', to)))).toEqual([])
    const files = [...words.matchAll(/`((?:deploy|tools|cloudfunctions)\/[\w./-]+)`/g)].map(([, file = '']) => file)
    const made = /^(cloudfunctions\/companion\/index\.js|deploy\/\.env)$/
    expect(files.filter((file) => !existsSync(file) && !made.test(file))).toEqual([])
    const variables = [...words.matchAll(/`(?:npm run|node) dist\/server\/(\w+)\.js/g)].map(([, name = '']) => name)
    for (const name of variables) expect(['main', 'rep', 'backup', 'restore', 'sessions']).toContain(name)
  })

  test('the index leads to every guide', () => {
    const index = readFileSync('docs/operator/README.md', 'utf8')
    for (const guide of guides.map((file) => path.basename(file)).filter((name) => name !== 'README.md'))
      expect(index).toContain(`](${guide})`)
  })
})
