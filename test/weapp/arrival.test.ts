import { createFunction } from './support/function'
import { launch } from './support/launch'

/** How merchants arrive: by a rep's mini-program code, a plain link's code, or by themselves. */
const byCode = 1047
const byLink = 1011
const welcome = '某某软件，你的业务员'

async function withRep() {
  const fn = createFunction()
  return { fn, ...(await fn.rep('小李', '某某软件')) }
}

test('a scanned code names the rep on the first page; the scene arrives encoded', async () => {
  const { fn, scene } = await withRep()
  const app = await launch({
    scene: byCode,
    query: { scene: encodeURIComponent(`scene=${scene}`) },
    server: fn.phone('o1'),
  })
  expect(app.text()).toContain(welcome)
  expect(app.errors).toEqual([])
  expect(fn.errors).toEqual([])
  app.kill()
})

test('a scene without a name before it is understood too', async () => {
  const { fn, scene } = await withRep()
  const app = await launch({ scene: byCode, query: { scene: encodeURIComponent(scene) }, server: fn.phone('o1') })
  expect(app.text()).toContain(welcome)
  app.kill()
})

test('a plain link hands its address in q', async () => {
  const { fn, scene } = await withRep()
  const q = encodeURIComponent(`https://k.example.com/?scene=${scene}&from=poster`)
  const app = await launch({ scene: byLink, query: { q, scancode_time: '1795000000' }, server: fn.phone('o1') })
  expect(app.text()).toContain(welcome)
  app.kill()
})

test('the rep is still named after the app was killed, without the code', async () => {
  const { fn, scene } = await withRep()
  const app = await launch({ scene: byCode, query: { scene }, server: fn.phone('o1') })
  const again = await app.relaunch({ scene: 1001 })
  expect(again.text()).toContain(welcome)
  again.kill()
})

test('a code scanned while the app is still in the background counts', async () => {
  const { fn, scene } = await withRep()
  const app = await launch({ server: fn.phone('o1') })
  expect(app.text()).not.toContain(welcome)
  await app.leave()
  await app.enter({ scene: byCode, query: { scene: encodeURIComponent(scene) } })
  expect(app.text()).toContain(welcome)
  app.kill()
})

test('a revoked code says so and stops nobody', async () => {
  const { fn, scene, revoke } = await withRep()
  await revoke()
  const app = await launch({ scene: byCode, query: { scene }, server: fn.phone('o1') })
  expect(app.text()).toContain('这个邀请码已失效')
  await app.tap('回答 4 个问题，开始')
  expect(app.text()).toContain('你用什么执照来办？')
  app.kill()
})

const broken = [
  ['a lone percent sign', '%'],
  ['too short', 'short'],
  ['far too long', 'x'.repeat(300)],
  ['a path', '../../etc/passwd'],
  ['half a character', '%E4%BD'],
] as const

test.each(broken)('a broken scene is ignored: %s', async (_, scene) => {
  const app = await launch({ scene: byCode, query: { scene } })
  expect(app.text()).toContain('回答 4 个问题，开始')
  expect(app.errors).toEqual([])
  app.kill()
})

test('without network the first page is there, and the rep is named once there is one', async () => {
  const { fn, scene } = await withRep()
  const app = await launch({ scene: byCode, query: { scene } })
  expect(app.text()).toContain('回答 4 个问题，开始')
  expect(app.errors).toEqual([])
  const again = await app.relaunch({ scene: byCode, query: { scene }, server: fn.phone('o1') })
  expect(again.text()).toContain(welcome)
  again.kill()
})
