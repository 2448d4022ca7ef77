/**
 * Finding the remedy for a sentence of the official pages. It is typed from memory or pasted with stray
 * signs, so blanks, punctuation and widths do not count; when no error has every word, those come that
 * share most of the query's pairs of characters.
 */
import type { Content, ErrorRemedy } from './content/types'
import { foldText, foldWithPlaces, wordsOf } from './search-text'

/** Where words are looked for, the most telling first, folded. */
const fold = ({ said, words = [], where, cause, remedies }: ErrorRemedy): readonly string[] =>
  [[said], words, [where], [cause], remedies].map((texts) => texts.map(foldText).join(' '))

/** Folding a hundred errors takes longer than a keystroke on an old phone, so each is folded once. */
const folded = new WeakMap<ErrorRemedy, readonly string[]>()
function placesOf(error: ErrorRemedy): readonly string[] {
  const places = folded.get(error) ?? fold(error)
  folded.set(error, places)
  return places
}

/** The last place that is needed to find every word; null when one is nowhere. */
function rankOf(error: ErrorRemedy, words: readonly string[]): number | null {
  const places = placesOf(error)
  const found = words.map((word) => places.findIndex((text) => text.includes(word)))
  return found.includes(-1) ? null : Math.max(...found)
}

const pairsOf = (text: string): readonly string[] => [
  ...new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))),
]

const enough = 0.5
const fewestPairs = 3

/** How much of the query (0–1) is in what the page says. */
function likeness(error: ErrorRemedy, pairs: readonly string[]): number {
  const text = placesOf(error).slice(0, 2).join(' ')
  return pairs.filter((pair) => text.includes(pair)).length / pairs.length
}

interface Ranked {
  readonly error: ErrorRemedy
  readonly rank: number
}

/** Lowest rank first; equal ones stay in the content's order. */
const inOrder = (ranked: readonly Ranked[]) => [...ranked].sort((a, b) => a.rank - b.rank).map(({ error }) => error)

/** Nothing for a query without a letter or digit. */
export function searchErrors(content: Pick<Content, 'errors'>, query: string): readonly ErrorRemedy[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const exact = content.errors.flatMap((error) => {
    const rank = rankOf(error, words)
    return rank === null ? [] : [{ error, rank }]
  })
  if (exact.length > 0) return inOrder(exact)
  const pairs = pairsOf(words.join(''))
  if (pairs.length < fewestPairs) return []
  const alike = content.errors.map((error) => ({ error, rank: -likeness(error, pairs) }))
  return inOrder(alike.filter(({ rank }) => rank <= -enough))
}

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** The text in pieces, those that the query's words hit marked. Joined they are the text. */
export function highlight(text: string, query: string): readonly Piece[] {
  const { folded, places } = foldWithPlaces(text)
  const hit = new Set<number>()
  for (const word of wordsOf(query)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      for (let place = places[at] ?? 0; place <= (places[at + word.length - 1] ?? -1); place++) hit.add(place)
    }
  }
  const pieces: Piece[] = []
  let at = 0
  for (const char of text) {
    const on = hit.has(at)
    const last = pieces[pieces.length - 1]
    if (last?.hit === on) pieces[pieces.length - 1] = { text: last.text + char, hit: on }
    else pieces.push({ text: char, hit: on })
    at += char.length
  }
  return pieces
}
