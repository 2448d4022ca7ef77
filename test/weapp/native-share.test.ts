import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { builtApp } from './support/built-app'
import { compiledApp } from './support/compiled-app'
import { createFunction } from './support/function'
import { launch, type Running } from './support/launch'
import { createPhone } from './support/phone'
import { queries } from './support/queries'
import { answerQuestions, both } from './support/stories'

const dir = builtApp()
const { pages } = compiledApp(dir)

interface Card {
  readonly title: string
  readonly path?: string
  readonly query?: string
  readonly imageUrl: string
}
type Sharing = { onShareAppMessage?: (from: object) => Card; onShareTimeline?: () => Card }

const shareOf = (app: Running) => {
  const { onShareAppMessage } = app.page().instance as Sharing
  return onShareAppMessage?.call(app.page().instance, { from: 'menu' })
}

/** What names a part of the content, or the rep's public code. Anything else would be the merchant's own. */
const allowed = ['scene', 'guide', 'step']
/** Width and height, px, of a PNG; whether it has a palette. */
function png(file: string) {
  const bytes = readFileSync(file)
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), palette: bytes[25] === 3 }
}

describe('a shared card', () => {
  const phone = createPhone()
  let scene = ''
  let merchant = ''
  beforeAll(async () => {
    const fn = createFunction()
    scene = (await fn.rep('小李', '某某软件')).scene
    const app = await launch({ phone, server: fn.phone('o-secret'), query: { scene }, scene: 1047 })
    await answerQuestions(app, both)
    await app.tap('同意，让小李看到进度')
    await app.settle()
    merchant = [...phone.storage.values()].join('\n')
    app.kill()
  })

  test.each(pages)('%s', async (page) => {
    const app = await launch({
      phone,
      path: page,
      query: page.endsWith('join/index') ? { scene } : (queries[page] ?? {}),
    })
    const card = shareOf(app)
    expect(card?.title.length).toBeGreaterThan(6)
    expect(card?.title).not.toMatch(/微信|undefined/)
    const [place = '', search = ''] = (card?.path ?? '').split('?')
    expect(pages).toContain(place.slice(1))
    const words = search.split('&').filter(Boolean)
    expect(words.filter((word) => !allowed.includes(word.split('=')[0] ?? ''))).toEqual([])
    expect(words).toContain(`scene=${scene}`)
    const picture = path.join(dir, card?.imageUrl ?? 'none')
    expect(existsSync(picture)).toBe(true)
    // Nothing of what the phone keeps about the merchant but the rep's code.
    const secrets = merchant.match(/[0-9a-f]{16,}|o-secret/g) ?? []
    for (const secret of secrets) expect(JSON.stringify(card)).not.toContain(secret)
    app.kill()
  })

  test('its picture is ours: 5 : 4, a palette, small', () => {
    const file = path.join(dir, 'assets/tabs/share.png')
    const { width, height, palette } = png(file)
    expect([width / height, palette]).toEqual([1.25, true])
    expect(statSync(file).size).toBeLessThan(30 * 1024)
  })

  test('a step leads to that step, for somebody who has nothing yet', async () => {
    const query = { guide: 'reuse', step: 'menu' }
    const sender = await launch({ path: 'packages/guide/step/index', query })
    const card = shareOf(sender)
    sender.kill()
    expect(card?.path).toBe('/packages/guide/step/index?guide=reuse&step=menu')
    const app = await launch({ path: 'packages/guide/step/index', query })
    expect(app.text().length).toBeGreaterThan(50)
    expect(app.errors).toEqual([])
    app.kill()
  })

  test('a revoked code is not passed on', async () => {
    const fn = createFunction()
    const rep = await fn.rep('小王', '某某软件')
    await rep.revoke()
    const app = await launch({ server: fn.phone('o2'), query: { scene: rep.scene }, scene: 1047 })
    expect(shareOf(app)?.path).toBe('/pages/home/index')
    app.kill()
  })

  test('in moments the first page is offered, with the rep’s code', async () => {
    const app = await launch({ phone })
    const { onShareTimeline } = app.page().instance as Sharing
    expect(onShareTimeline?.call(app.page().instance)).toMatchObject({ query: `scene=${scene}` })
    app.kill()
  })
})
