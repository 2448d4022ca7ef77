import { builtApp } from './support/built-app'
import { compiledApp } from './support/compiled-app'
import { launch } from './support/launch'

const { pages } = compiledApp(builtApp())

test.each(pages)('%s opens', async (path) => {
  const app = await launch({ path })
  expect(app.errors).toEqual([])
  expect(app.text()).not.toBe('')
  expect(app.lost()).toEqual([])
  app.kill()
})
