/** The list of captures to fetch: all of it or nothing, whatever the servers do. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { readList } from '../../tools/screenshots/import'
import { pictures } from '../../tools/screenshots/pictures/index'
import { misbehavingServer, type MisbehavingServer } from './support/misbehaving-server'
import { createWorkshop, repository, screenshots, type Workshop } from './support/screenshots'

jest.setTimeout(120_000)

const home = 'content/screenshots'

describe('a list', () => {
  test('gives names, addresses and days, without remarks and empty lines', () => {
    expect(
      readList(
        '\uFEFF# mine\n\nreuse/menu https://example.com/1.png\r\nreuse/scan-2  http://example.com/2 2024-07-02\n',
      ),
    ).toEqual([
      { id: 'reuse/menu', url: 'https://example.com/1.png', date: null },
      { id: 'reuse/scan-2', url: 'http://example.com/2', date: '2024-07-02' },
    ])
  })

  test.each([
    ['reuse/nothing https://example.com/1.png', '没有叫「reuse/nothing」的图'],
    ['../../etc/menu https://example.com/1.png', '没有叫「../../etc/menu」的图'],
    ['reuse/menu', '后面要有一个 http 或 https 网址'],
    ['reuse/menu file:///etc/hosts', '后面要有一个 http 或 https 网址'],
    ['reuse/menu https://', '后面要有一个 http 或 https 网址'],
    ['reuse/menu https://a.example b', '只能再写拍的日子'],
    ['reuse/menu https://a.example 2024-13-01', '只能再写拍的日子'],
    ['reuse/scan https://a.example', '第 1 行已经写过'],
  ])('with %s is refused, with the line', (line, reason) => {
    expect(() => readList(`reuse/scan https://a.example\n${line}`)).toThrow('第 2 行')
    expect(() => readList(`reuse/scan https://a.example\n${line}`)).toThrow(reason)
  })

  test('for guide 004 ships, with its 25 pictures', () => {
    const list = readList(readFileSync(path.join(repository, home, 'guide-004.txt'), 'utf8'))
    expect(list).toHaveLength(25)
    expect(new Set(list.map(({ url }) => url)).size).toBe(25)
    const drawn = new Set<string>(pictures.map(({ id }) => id))
    expect(list.filter(({ id }) => !drawn.has(id))).toEqual([])
  })
})

describe('through the command', () => {
  let server: MisbehavingServer
  let workshop: Workshop
  const picture = () =>
    sharp({
      create: {
        width: 900,
        height: 600,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })

  beforeAll(async () => {
    const dated = { IFD2: { DateTimeOriginal: '2023:06:05 10:11:12' } }
    const [png, jpg, webp] = await Promise.all([
      picture().png().toBuffer(),
      picture().jpeg().withExif(dated).toBuffer(),
      picture().webp().toBuffer(),
    ])
    server = await misbehavingServer({ png, jpg, webp })
  })
  afterAll(() => server.close())
  beforeEach(() => (workshop = createWorkshop()))
  afterEach(() => workshop.remove())

  const run = (lines: readonly string[], seconds = 2) => {
    workshop.put('list.txt', lines.join('\n'))
    const args = ['--import', path.join(workshop.root, 'list.txt'), '--timeout', String(seconds)]
    return screenshots([...args, '--root', workshop.root])
  }
  const leftAside = () => readdirSync(path.join(workshop.root, '.cache'))

  test('whole files of all three kinds are moved in, each with its day', async () => {
    workshop.put(`${home}/reuse/menu.jpg`, 'an older one')
    workshop.put(`${home}/reuse/scan.json`, '{"date":"2022-01-01"}')
    const { code, out, err } = await run([
      `reuse/menu ${server.url('/right.png')}`,
      `reuse/scan ${server.url('/right.webp')}`,
      `reuse/terms ${server.url('/right.jpg')}`,
      `reuse/mailbox ${server.url('/moved')} 2024-01-02`,
      `reuse/activate ${server.url('/right.webp')}`,
    ])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/\[1\/5\] reuse\/menu {2}[\d,]+ 字节/)
    expect(out).toContain('5 张都放进了 content/screenshots')
    expect(out).toContain('reuse/scan.json 是原来的，没有动')
    const day = (name: string) => JSON.parse(workshop.read(`${home}/reuse/${name}.json`).toString()) as unknown
    expect([day('menu'), day('scan'), day('mailbox'), day('activate')]).toEqual([
      { date: '2024-07-02' }, // the server's Last-Modified
      { date: '2022-01-01' }, // what was there
      { date: '2024-01-02' }, // the list's
      { date: null }, // nobody says
    ])
    expect(readdirSync(path.join(workshop.root, home, 'reuse')).sort()).toEqual([
      'activate.json',
      'activate.webp',
      'mailbox.json',
      'mailbox.png',
      'menu.json',
      'menu.png',
      'scan.json',
      'scan.webp',
      'terms.jpg', // its own EXIF says the day
    ])
    expect(leftAside()).toEqual([])
  })

  const wrong: readonly (readonly [string, string])[] = [
    ['/missing', '网址回答 404'],
    ['/broken', '网址回答 500'],
    ['/html', '不是 png、jpg 或 webp 图片，是网页'],
    ['/svg', '不是 png、jpg 或 webp 图片，是 image/svg+xml'],
    ['/gif', '不是 png、jpg 或 webp 图片，是 image/gif'],
    ['/empty', '文件是空的'],
    ['/half.png', '图片是坏的或不完整'],
    ['/half.jpg', '图片是坏的或不完整'],
    ['/truncated', '连接中途断了，没有下完'],
    ['/huge', '文件超过 10 MB'],
    ['/endless', '文件超过 10 MB'],
    ['/dribble', '2 秒还没有下完'],
    ['/silent', '2 秒还没有下完'],
    ['/loop', '转来转去超过 5 次'],
    ['/file', '网址转到了 file: 开头的地方'],
  ]
  const names = [
    'menu',
    'scan',
    'terms',
    'mailbox',
    'activate',
    'administrator',
    'reuse-tick',
    'quick-register',
  ].flatMap((name) => [`reuse/${name}`, `reuse/${name}-2`])

  test('one line a failure, and nothing is changed by any of them, nor by the good ones beside', async () => {
    workshop.put(`${home}/reuse/menu.png`, 'an older one')
    workshop.put('list.txt', '')
    const before = workshop.state()
    const lines = [`register-standalone/account ${server.url('/right.png')}`].concat(
      wrong.map(([address], index) => `${names[index] ?? ''} ${server.url(address)}`),
      'register-standalone/subject http://127.0.0.1:9/nobody.png',
    )
    for (const round of [1, 2]) {
      const { code, out, err } = await run(lines)
      expect([round, code]).toEqual([round, 1])
      const failures = err.trim().split('\n')
      wrong.forEach(([address, reason], index) => {
        const line = failures.filter((one) => one.endsWith(`（${server.url(address)}）`))
        expect(line).toEqual([expect.stringContaining(`${names[index] ?? ''}  没下成：${reason}`)])
      })
      expect(err).toMatch(/register-standalone\/subject {2}没下成：连不上/)
      expect(err).toContain('16 张没下成，下好的 1 张也没有放进去：什么都没有改。')
      expect(failures).toHaveLength(17)
      expect(out).toMatch(/^\[1\/17\] register-standalone\/account {2}[\d,]+ 字节/)
      workshop.put('list.txt', '')
      expect(workshop.state()).toEqual(before)
      expect(leftAside()).toEqual([])
    }
    // the 50 MB: it hung up soon after ten, twice (what lies in sockets' buffers comes on top)
    expect(server.sent()).toBeLessThan(2 * 20 * 1024 * 1024)
  })

  test('a failure when moving puts back what was there', async () => {
    workshop.put(`${home}/reuse/menu.jpg`, 'an older one')
    workshop.put(`${home}/register-standalone`, 'a file where a folder has to be')
    const lines = [`reuse/menu ${server.url('/right.png')}`, `register-standalone/account ${server.url('/right.png')}`]
    workshop.put('list.txt', lines.join('\n'))
    const before = workshop.state()
    const { code } = await run(lines)
    expect(code).toBe(1)
    expect(workshop.state()).toEqual(before)
    expect(leftAside()).toEqual([])
  })

  test('no list, or an empty one, is said so', async () => {
    const missing = await screenshots(['--import', '/nowhere.txt', '--root', workshop.root])
    expect(missing).toMatchObject({ code: 1, err: '没有 /nowhere.txt 这个文件\n' })
    expect((await run(['# nothing'])).err).toContain('没有要下载的图')
    expect(existsSync(path.join(workshop.root, home))).toBe(false)
  })
})
