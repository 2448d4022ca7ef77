/** A step's page in WeChat: what it sends, its pictures in WeChat's own viewer, the lit screen, copying, ticking. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { content } from '#domain/content/content'
import { pictures } from '../../src/miniapp/packages/guide/pictures'
import { builtApp } from './support/built-app'
import { launch, type Running } from './support/launch'
import { createPhone } from './support/phone'
import { answerQuestions, both } from './support/stories'

const phone = createPhone()
beforeAll(async () => {
  const app = await launch({ phone })
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  app.kill()
})

const page = 'packages/guide/step/index'
const open = (guide: string, step: string) => launch({ phone, path: page, query: { guide, step } })
const sum = (renders: readonly { readonly bytes: number }[]) => renders.reduce((all, { bytes }) => all + bytes, 0)
/** The first picture has come: only then the others do. */
const seeFirst = (app: Running) => app.fire('.shot-image', 'load', { width: 750, height: 900 })

const steps = content.guides.flatMap((guide) => guide.steps.map((step) => [guide.id, step.id] as const))

describe('what it sends', () => {
  test.each(steps)('%s/%s: the first render, its first picture at once and alone', async (guide, step) => {
    const app = await open(guide, step)
    expect(app.errors).toEqual([])
    expect(sum(app.renders)).toBeLessThanOrEqual(12 * 1024)
    expect(app.findAll('.shot-image')).toHaveLength(1)
    const own = pictures[`${guide}/${step}`] ?? []
    await seeFirst(app)
    expect(app.findAll('.shot-image')).toHaveLength(own.length)
    expect(app.lost()).toEqual([])
    app.kill()
  })

  test('ticking a part, and taking it back: at most 2 calls and 400 B', async () => {
    const app = await open('finish-setup', 'filing')
    for (const before of [0, 1]) {
      const renders = await app.tap('.option')
      expect(app.shown.ticks).toBe(1)
      expect({ calls: renders.length <= 2, bytes: sum(renders) <= 400, before }).toEqual({
        calls: true,
        bytes: true,
        before,
      })
    }
    app.kill()
  })

  test('ticking the step vibrates once and opens the next one', async () => {
    const app = await open('register-service-account', 'open-site')
    await app.tap('这一步做好了')
    expect(app.shown.ticks).toBe(1)
    expect(app.text()).toContain('第 2 步，共 7 步')
    await app.tap('上一步')
    await app.tap('撤回打勾')
    expect(app.shown.ticks).toBe(1)
    app.kill()
  })
})

describe('pictures', () => {
  const guide = 'register-service-account'
  const all = content.guides.find(({ id }) => id === guide)?.steps.flatMap(({ id }) => pictures[`${guide}/${id}`] ?? [])
  const kept = () => [...phone.files.keys()].filter((file) => file.startsWith('wxfile://usr/pictures/'))

  test('a tap opens all of the guide, copied out of the package, from the tapped one', async () => {
    phone.files.set('wxfile://usr/pictures/packages-guide-old.png', { bytes: new Uint8Array(9) })
    const app = await open(guide, 'subject')
    await app.tap('.shot-box')
    const [shown] = app.shown.previews
    expect(shown?.urls).toHaveLength(all?.length ?? 0)
    expect(new Set(shown?.urls)).toEqual(new Set(kept())) // the old version's copy is gone
    expect(shown?.current).toMatch(/subject\.png$/)
    expect(shown?.urls).toContain(shown?.current)
    app.kill()
  })

  test('the second tap copies nothing again', async () => {
    const app = await open(guide, 'subject')
    await app.tap('.shot-box')
    const copies = kept().map((file) => phone.files.get(file))
    await app.tap('.shot-box')
    expect(kept().map((file) => phone.files.get(file))).toEqual(copies)
    expect(kept().every((file, i) => phone.files.get(file) === copies[i])).toBe(true)
    expect(app.shown.previews).toHaveLength(2)
    app.kill()
  })

  test('no room for the copies: a sentence, and the next tap tries again', async () => {
    const app = await open(guide, 'profile')
    phone.filesFull = true
    await app.tap('.shot-box')
    expect(app.shown.toasts).toEqual(['这张图没能放大，长按它可以存下来看'])
    expect(app.shown.previews).toEqual([])
    phone.filesFull = false
    await app.tap('.shot-box')
    expect(app.shown.previews).toHaveLength(1)
    expect(app.errors).toEqual([])
    app.kill()
  })

  test('a picture that cannot be drawn gives way to the next one, the last one to words', async () => {
    const app = await open('register-service-account', 'open-site')
    for (const _ of pictures['register-service-account/open-site'] ?? []) await app.fire('.shot-image', 'error', {})
    expect(app.has('.shot-image')).toBe(false)
    expect(app.has('.step-card')).toBe(true)
    app.kill()
  })

  test('a whole page is named, comes last, and can be seen across the turned screen', async () => {
    const [place] = Object.entries(pictures).filter(([, own]) => own.some(({ kind }) => kind === 'full'))
    if (place === undefined) throw new Error('no step has a whole page')
    const [guideId = '', stepId = ''] = place[0].split('/')
    const app = await open(guideId, stepId)
    await seeFirst(app)
    expect(app.findAll('.shot').at(-1)?.textContent).toContain('整页')
    await app.tap('横过来看')
    expect(app.paths().at(-1)).toBe('packages/guide/picture/index')
    expect(app.attribute('.wide-image', 'src')).toMatch(/-full\.png$/)
    await app.tap('.wide')
    expect(app.shown.previews).toHaveLength(1)
    await app.tap('.wide-back')
    expect(app.paths().at(-1)).toBe(page)
    expect(app.errors).toEqual([])
    app.kill()
  })
})

describe('the screen', () => {
  const wait = 600

  test('stays lit on a step and among its errors, and not beyond', async () => {
    const app = await launch({ phone, path: 'pages/guides/index' })
    expect(app.shown.lit).toBe(false)
    await app.tap('打开官方网站')
    expect(app.shown.lit).toBe(true)
    await app.tap('页面出现红字？')
    await app.wait(wait)
    expect(app.shown.lit).toBe(true) // the errors are read beside the computer as well
    await app.back()
    expect(app.shown.lit).toBe(true)
    await app.back()
    await app.wait(wait)
    expect(app.shown.lit).toBe(false)
    app.kill()
  })

  test('and does not, when the person switched it off', async () => {
    const app = await open('register-service-account', 'profile')
    await app.tap('看步骤时屏幕常亮')
    expect(app.shown.lit).toBe(false)
    const later = await app.relaunch({ path: page, query: { guide: 'register-service-account', step: 'profile' } })
    expect(later.shown.lit).toBe(false)
    await later.tap('看步骤时屏幕常亮')
    expect(later.shown.lit).toBe(true)
    later.kill()
  })
})

test('copying: WeChat says it, we do not say it again', async () => {
  const app = await open('register-service-account', 'open-site')
  await app.tap('https://mp.weixin.qq.com')
  expect(phone.clipboard).toBe('https://mp.weixin.qq.com')
  expect(app.shown.toasts).toEqual(['内容已复制'])
  expect(app.text()).toContain('已复制')
  app.kill()
})

test('early loading: the packages that the pages of one package fetch stay within WeChat’s 2 MB', () => {
  interface App {
    readonly subPackages: readonly { readonly root: string }[]
    readonly preloadRule: Readonly<Record<string, { readonly network: string; readonly packages: readonly string[] }>>
  }
  const dir = builtApp()
  const { subPackages, preloadRule } = JSON.parse(readFileSync(path.join(dir, 'app.json'), 'utf8')) as App
  const roots = subPackages.map(({ root }) => root.replace(/\/$/, ''))
  const sizeOf = (root: string) =>
    readdirSync(path.join(dir, root), { recursive: true, encoding: 'utf8' })
      .map((file) => statSync(path.join(dir, root, file)))
      .reduce((all, file) => all + (file.isFile() ? file.size : 0), 0)
  const fetched = new Map<string, number>()
  for (const [from, { packages }] of Object.entries(preloadRule)) {
    const home = roots.find((root) => from.startsWith(`${root}/`)) ?? ''
    fetched.set(home, (fetched.get(home) ?? 0) + packages.reduce((all, root) => all + sizeOf(root), 0))
  }
  for (const [home, bytes] of fetched) expect([home, bytes <= 2 * 1024 * 1024]).toEqual([home, true])
  expect(preloadRule['pages/home/index']).toEqual({ network: 'wifi', packages: ['packages/guide'] })
})
