/** The generated icon stylesheet and the tab bar's pictures are those of assets/icons. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { content } from '#domain/content/content'
import { dataUrl, iconNames, iconShapes, shapesFile } from '../../tools/icons'

const root = path.resolve(__dirname, '../..')

test('the stylesheet is up to date', () => {
  expect(readFileSync(path.join(root, shapesFile), 'utf8')).toBe(iconShapes(root))
})

test('every icon the content names exists', () => {
  const known = new Set(iconNames(root))
  expect(content.materials.map(({ icon }) => icon).filter((icon) => !known.has(icon))).toEqual([])
})

test('a data address holds nothing that would end the url or the rule', () => {
  const url = dataUrl('<svg width="24" height="24" viewBox="0 0 24 24" stroke="currentColor"><path d="M1 1"/></svg>\n')
  expect(url).toBe("data:image/svg+xml,%3Csvg viewBox='0 0 24 24' stroke='%23000'%3E%3Cpath d='M1 1'/%3E%3C/svg%3E")
})

test.each(['home', 'checklist', 'guide', 'me'])('the tab %s has four pictures of 81 px', (tab) => {
  for (const suffix of ['', '-on', '-dark', '-on-dark']) {
    const png = readFileSync(path.join(root, `src/miniapp/assets/tabs/${tab}${suffix}.png`))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([81, 81])
  }
})
