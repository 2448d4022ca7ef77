import { previewPage } from '../../tools/preview'

test('a preview’s page and query', () => {
  expect(previewPage([])).toEqual({})
  expect(previewPage(['--page', 'pages/me/index', '--query', 'scene=x'])).toEqual({
    pagePath: 'pages/me/index',
    searchQuery: 'scene=x',
  })
  expect(() => previewPage(['--page'])).toThrow('用法')
})
