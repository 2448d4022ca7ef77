/**
 * Every pair of colours that is text on its ground, in both themes, against WCAG 2.2 (1.4.3: 4.5 to 1; 1.4.11:
 * 3 to 1 for borders and marks that carry meaning). Read from the tokens themselves. No text of this app counts
 * on the lower limit for large letters.
 */
import { readdirSync, readFileSync } from 'node:fs'

const source = readFileSync('src/miniapp/ui/styles/tokens.scss', 'utf8')
const [, light = '', dark = ''] = /^([^]*?)@media \(prefers-color-scheme: dark\) \{([^]*?)\n\}/.exec(source) ?? []

type Rgb = readonly [number, number, number]
type Theme = 'light' | 'dark'

const colours = (css: string) =>
  new Map(
    [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6}|rgba\([^)]*\));/g)].map(([, name = '', value = '']) => [name, value]),
  )
const themes: Readonly<Record<Theme, ReadonlyMap<string, string>>> = {
  light: colours(light),
  dark: new Map([...colours(light), ...colours(dark)]),
}

/** A token as it is seen on `beneath`, where it is translucent or drawn with an opacity. */
function seen(value: string, beneath: Rgb, opacity = 1): Rgb {
  const numbers = value.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16))
    : (value.match(/[\d.]+/g) ?? []).map(Number)
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers
  const mixed = (top: number, below: number) => below + (top - below) * alpha * opacity
  return [mixed(red, beneath[0]), mixed(green, beneath[1]), mixed(blue, beneath[2])]
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: Rgb, other: Rgb): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function token(theme: Theme, name: string): string {
  const value = themes[theme].get(name)
  if (value === undefined) throw new Error(`tokens.scss has no colour --${name}`)
  return value
}

const black: Rgb = [0, 0, 0]

function ratioOf(theme: Theme, text: string, ground: string, opacity = 1): number {
  // a notice lies over anything: over the page it is palest
  const page = seen(token(theme, 'page'), black)
  const beneath = seen(token(theme, ground), page)
  return contrast(seen(token(theme, text), beneath, opacity), beneath)
}

/** Text, its grounds. */
const texts: Readonly<Record<string, readonly string[]>> = {
  ink: ['card', 'page', 'sunken', 'line', 'accent-wash', 'amber-wash', 'red-wash'],
  'ink-2': ['card', 'page', 'sunken', 'line', 'accent-wash', 'amber-wash', 'red-wash'],
  'ink-3': ['card', 'page', 'sunken'],
  accent: ['card', 'page', 'sunken', 'line', 'accent-wash'],
  'on-accent': ['accent', 'accent-press'],
  amber: ['card', 'page', 'amber-wash'],
  red: ['card', 'page', 'sunken', 'red-wash'],
  'on-red': ['red', 'red-press'],
  'on-toast': ['toast'],
}
/** Borders and marks that carry meaning. */
const marks: Readonly<Record<string, readonly string[]>> = {
  edge: ['card', 'page'],
  accent: ['card', 'page', 'accent-wash', 'line'],
  red: ['card', 'page', 'red-wash'],
  amber: ['card', 'amber-wash'],
  'amber-mark': ['card', 'amber-wash'],
  card: ['edge', 'accent'],
}

const pairs = (all: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(all).flatMap(([over, grounds]) =>
    grounds.flatMap((ground) => (['light', 'dark'] as const).map((theme) => [theme, over, ground] as const)),
  )

test('the tokens of both themes are read', () => {
  expect(themes.light.size).toBeGreaterThan(20)
  expect(colours(dark).size).toBeGreaterThan(15)
})

test.each(pairs(texts))('%s: text --%s on --%s', (theme, text, ground) => {
  expect(ratioOf(theme, text, ground)).toBeGreaterThanOrEqual(4.5)
})

test.each(pairs(marks))('%s: mark --%s on --%s', (theme, mark, ground) => {
  expect(ratioOf(theme, mark, ground)).toBeGreaterThanOrEqual(3)
})

/** Pressed, a whole element is this much paler for a moment; its words are still read. Text, ground, what is beneath. */
const palest = 0.88
const pressed: readonly (readonly [string, string, string])[] = [
  ['ink', 'amber-wash', 'page'],
  ['amber', 'amber-wash', 'page'],
  ['ink', 'red-wash', 'page'],
  ['red', 'red-wash', 'page'],
  ['red', 'red-wash', 'card'],
  ['on-red', 'red', 'card'],
  ['accent', 'accent-wash', 'page'],
  ['accent', 'card', 'card'],
  ['ink-2', 'card', 'card'],
  ['ink-2', 'page', 'page'],
]

test.each(pressed.flatMap((pair) => (['light', 'dark'] as const).map((theme) => [theme, ...pair] as const)))(
  '%s: pressed, --%s on --%s over --%s',
  (theme, text, ground, beneath) => {
    const below = seen(token(theme, beneath), black)
    const faded = (name: string) => seen(token(theme, name), below, palest)
    expect(contrast(faded(text), faded(ground))).toBeGreaterThanOrEqual(4.5)
  },
)

test('nothing pressed gets paler than that', () => {
  const rule = /([^{}]*(?:is-pressed|:active)[^{}]*)\{[^}]*opacity: (0\.\d+)/g
  const folders = ['src/miniapp/ui/styles', 'src/miniapp/features', 'src/miniapp/adapters/web']
  const styles = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.scss'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
  )
  const rules = styles.flatMap((css) => [...css.matchAll(rule)])
  expect(rules.length).toBeGreaterThan(5)
  expect(rules.filter(([, , opacity]) => Number(opacity) < palest).map(([whole]) => whole)).toEqual([])
})
