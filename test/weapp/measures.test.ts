import { launch } from './support/launch'
import { answerQuestions, both } from './support/stories'

async function onTheLongestWay() {
  const app = await launch()
  await answerQuestions(app, both)
  await app.tap('先不用，只留在这台手机里')
  return app
}

const pages = [
  'pages/home/index',
  'pages/checklist/index',
  'pages/guides/index',
  'pages/me/index',
  'packages/material/detail/index?id=business-licence',
  'packages/material/detail/index?id=filing',
  'packages/material/detail/index?id=account-names',
  'packages/guide/step/index?guide=register-service-account&step=email-password',
  'packages/guide/step/index?guide=finish-setup&step=filing',
  'packages/guide/errors/index',
  'packages/about/sources/index',
  'packages/about/data/index',
  'packages/start/questions/index',
]

test('measure', async () => {
  const before = await onTheLongestWay()
  let app = before
  const out: string[] = []
  for (const url of pages) {
    const [path = '', search = ''] = url.split('?')
    app = await app.relaunch({
      path,
      query: Object.fromEntries(
        search
          .split('&')
          .filter(Boolean)
          .map((p) => p.split('=')),
      ) as Record<string, string>,
    })
    out.push(`${url} ${JSON.stringify(app.extent())} first ${app.renders.map((r) => r.bytes).join('+')}`)
    expect(app.errors).toEqual([])
  }
  app = await app.relaunch({ path: 'packages/start/questions/index' })
  for (const w of ['个体工商户', '下一题', '上一题', '企业'])
    out.push(`${w} ${JSON.stringify((await app.tap(w)).map((r) => r.bytes))}`)
  app = await app.relaunch({ path: 'pages/guides/index' })
  for (const w of ['服务号认证', '还有 7 步', '用服务号建小程序'])
    out.push(`${w} ${JSON.stringify((await app.tap(w)).map((r) => r.bytes))}`)
  app = await app.relaunch({ path: 'packages/guide/step/index', query: { guide: 'finish-setup', step: 'filing' } })
  const part = app.find('.option')
  out.push(`part ${JSON.stringify((await app.tap(part)).map((r) => [r.bytes, r.keys.length]))}`)
  app = await app.relaunch({ path: 'pages/home/index' })
  await app.tab('pages/checklist/index')
  await app.tab('pages/guides/index')
  await app.tap('打开官方网站')
  const r0 = app.renders.length
  await app.tap('这一步做好了')
  out.push(
    `tick+next with 3 pages open ${app.renders
      .slice(r0)
      .map((r) => r.bytes)
      .join('+')}`,
  )
  console.log(out.join('\n'))
  app.kill()
}, 30000)
