/**
 * The colours of the look, and what a brand may make of them: every pair that carries text keeps a
 * contrast of 4.5 : 1, marks and borders 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11), in both themes.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const tokensFile = 'src/miniapp/ui/styles/tokens.scss'

export const tokenNames = [
  'page',
  'card',
  'sunken',
  'line',
  'edge',
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'accent-press',
  'accent-wash',
  'on-accent',
  'amber',
  'amber-wash',
  'amber-mark',
  'red',
  'red-press',
  'red-wash',
  'on-red',
] as const
export type Token = (typeof tokenNames)[number]
export type Tokens = Readonly<Record<Token, string>>
export type Theme = 'light' | 'dark'
export type Colours = Readonly<Record<Theme, Tokens>>

/** The tokens as the style sheet sets them: what comes first is the light theme's, what comes last the dark one's. */
export function readColours(root = process.cwd()): Colours {
  const sheet = readFileSync(path.join(root, tokensFile), 'utf8')
  const valuesOf = (token: Token) =>
    [...sheet.matchAll(new RegExp(`--${token}:\\s*(#[0-9A-Fa-f]{6})`, 'g'))].map(([, value = '']) =>
      value.toUpperCase(),
    )
  const theme = (last: boolean) =>
    Object.fromEntries(
      tokenNames.map((token) => {
        const values = valuesOf(token)
        if (values.length < 2) throw new Error(`${tokensFile} 里没有找到 --${token} 的亮色和暗色值`)
        return [token, values[last ? values.length - 1 : 0]]
      }),
    ) as Tokens
  return { light: theme(false), dark: theme(true) }
}

/** Relative luminance (WCAG 2.2). `colour`: #RRGGBB. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** 1–21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

export interface Pair {
  readonly on: Token
  readonly ground: Token
  readonly least: number
}

const pairs = (least: number, grounds: readonly Token[], tokens: readonly Token[]): readonly Pair[] =>
  tokens.flatMap((on) => grounds.map((ground) => ({ on, ground, least })))

/** Every pair that the look puts together (design, Colour). */
export const pairsUsed: readonly Pair[] = [
  ...pairs(4.5, ['card', 'page', 'sunken'], ['ink', 'ink-2', 'ink-3']),
  ...pairs(4.5, ['card', 'page', 'accent-wash'], ['accent']),
  ...pairs(4.5, ['accent-wash', 'amber-wash', 'red-wash'], ['ink', 'ink-2']),
  ...pairs(4.5, ['accent', 'accent-press'], ['on-accent']),
  ...pairs(4.5, ['amber-wash', 'card'], ['amber']),
  ...pairs(4.5, ['red-wash', 'card'], ['red']),
  ...pairs(4.5, ['red', 'red-press'], ['on-red']),
  ...pairs(3, ['card', 'page'], ['edge']),
  ...pairs(3, ['card', 'amber-wash'], ['amber-mark']),
]

/** Pairs of a theme that are too faint. */
export const faintPairs = (tokens: Tokens): readonly (Pair & { readonly is: number })[] =>
  pairsUsed
    .map((pair) => ({ ...pair, is: contrast(tokens[pair.on], tokens[pair.ground]) }))
    .filter(({ is, least }) => is < least)

type Own = Readonly<Record<Theme, Partial<Tokens>>>

export const withOwn = (ours: Colours, own: Own): Colours => ({
  light: { ...ours.light, ...own.light },
  dark: { ...ours.dark, ...own.dark },
})

const declarations = (tokens: Partial<Tokens>) =>
  Object.entries(tokens)
    .map(([token, value]) => `--${token}: ${value};`)
    .join(' ')

/** A style sheet that comes after the tokens' own and sets those that are different. */
export const brandStyles = (own: Own): string =>
  [
    `page, :root { ${declarations(own.light)} }`,
    `@media (prefers-color-scheme: dark) { page, :root { ${declarations(own.dark)} } }`,
    '',
  ].join('\n')

/** miniapp/theme.json: the keys that are colours, in this theme. */
export const themeColours = (tokens: Tokens): Readonly<Record<string, string>> => ({
  bar: tokens.page,
  page: tokens.page,
  tab: tokens.card,
  tabText: tokens['ink-3'],
  tabOn: tokens.accent,
  card: tokens.card,
})
