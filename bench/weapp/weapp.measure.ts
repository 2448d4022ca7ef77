import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Render } from '../../test/weapp/support/definitions'
import { launch, type Running } from '../../test/weapp/support/launch'
import { bytesOf, isFirst, openedPages, unknownKeys } from '../../test/weapp/support/measuring'
import { createPhone, type Phone } from '../../test/weapp/support/phone'
import { answerQuestions, both } from '../../test/weapp/support/stories'
import { checklistOf } from './checklist-rows'
import { figuresFile, type Figures, type Interaction, type PageFigures, type Sent, type Twins } from './figures'

const sentIn = (renders: readonly Render[]): Sent => ({ calls: renders.length, bytes: bytesOf(renders) })
const withoutOpened = (renders: readonly Render[]) => renders.filter((one) => !isFirst(one))
const errors: string[] = []
const unread = new Set<string>()
const deprecated = new Set<string>()

async function prepared(): Promise<Phone> {
  const phone = createPhone()
  const app = await launch({ phone })
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  close(app)
  return phone
}

function close(app: Running): void {
  errors.push(...app.errors)
  for (const key of unknownKeys(app.renders)) unread.add(key)
  for (const name of app.deprecatedCalls) deprecated.add(name)
  app.kill()
}

async function pageFigures(phone: Phone): Promise<PageFigures[]> {
  const all: PageFigures[] = []
  for (const [place, query] of openedPages) {
    const app = await launch({ phone, path: place, query })
    const images = app.findAll('image.picture, image.photo, image').map((image) => String(app.attribute(image, 'src')))
    const modes = app.findAll('image[src]').map((image) => app.attribute(image, 'mode'))
    all.push({
      name: [place.replace(/\/index$/, ''), ...Object.values(query)].join(' '),
      first: app.renders[0]?.bytes ?? 0,
      ...sentIn(app.renders),
      ...app.extent(),
      images,
      stretched: modes.filter((mode) => mode === 'scaleToFill').length,
    })
    close(app)
  }
  return all
}

type Step = (app: Running) => Promise<readonly Render[]>

async function interactions(phone: Phone): Promise<Interaction[]> {
  const all: Interaction[] = []
  const measure = async (name: string, place: string, query: Readonly<Record<string, string>>, step: Step) => {
    const app = await launch({ phone, path: place, query })
    all.push({ name, ...sentIn(await step(app)) })
    close(app)
  }
  await measure('回答一题', 'packages/start/questions/index', {}, (app) => app.tap('个体工商户'))
  await measure('展开一段步骤', 'pages/guides/index', {}, (app) => app.tap('服务号认证'))
  await measure('勾一个材料的一条', 'pages/checklist/index', {}, async (app) => {
    await app.tap('管理员')
    return app.tap('.option')
  })
  await measure('打一个字', 'pages/checklist/index', {}, async (app) => {
    await app.tap('服务号用的邮箱')
    await app.type('.input', 's', { blur: false })
    const before = app.renders.length
    await app.type('.input', 'sh', { blur: false })
    return app.renders.slice(before + 1)
  })
  await measure('勾一步（后面还有三页）', 'pages/home/index', {}, async (app) => {
    await app.tab('pages/checklist/index')
    await app.tab('pages/guides/index')
    await app.tap('打开官方网站')
    return withoutOpened(await app.tap('这一步做好了'))
  })
  await measure('勾一步里的一项', 'packages/guide/step/index', { guide: 'finish-setup', step: 'filing' }, (app) =>
    app.tap('.option'),
  )
  return all
}

interface Twin {
  show(checklist: object): void
  done(id: string, sub: string): void
}

/** The checklist of the hand-written twin and ours: opening it, and one more material ready. */
async function twins(phone: Phone): Promise<Twins[]> {
  const ours = await launch({ phone, path: 'pages/checklist/index' })
  const opening = sentIn(ours.renders)
  const checklist = checklistOf(ours)
  await ours.tap('法定代表人')
  for (const option of ours.findAll('.option')) await ours.tap(option)
  const caughtUp = sentIn((await ours.tap('我都备好了')).slice(1)) // the first is the material's own page
  const changed = checklistOf(ours)
  close(ours)

  const native = await launch({ dir: path.resolve('bench/weapp/native'), phone: createPhone() })
  const page = native.page().instance as unknown as Twin
  page.show(checklist)
  await native.settle()
  const nativeOpening = sentIn(native.renders)
  const rows = changed.groups.flatMap((group) => group.rows)
  const before = checklist.groups.flatMap((group) => group.rows)
  const ready = rows.find((row, i) => row.mark === 'done' && before[i]?.mark !== 'done')
  const sentBefore = native.renders.length
  if (ready !== undefined) page.done(ready.id, ready.sub)
  await native.settle()
  const nativeChange = sentIn(native.renders.slice(sentBefore))
  native.kill()
  return [
    { name: '打开材料清单', ours: opening, native: nativeOpening },
    { name: '清单里多一样备好的', ours: caughtUp, native: nativeChange },
  ]
}

test('figures', async () => {
  const phone = await prepared()
  const asked: string[] = []
  const start = await launch({ phone, server: { call: (action) => void asked.push(action) } })
  close(start)
  const figures: Figures = {
    pages: await pageFigures(phone),
    twins: await twins(await prepared()),
    interactions: await interactions(phone),
    errors,
    unread: [...unread],
    deprecated: [...deprecated],
    requestsAtStart: asked.length,
  }
  mkdirSync(path.dirname(figuresFile), { recursive: true })
  writeFileSync(figuresFile, JSON.stringify(figures, null, 2))
}, 120_000)
