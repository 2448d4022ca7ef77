/**
 * Every text a merchant reads has an address, so that an operator can say it in other words:
 * `guides.reuse.menu.title`, `materials.avatar.accepted.2`, `questions.subject.options.company.note`.
 * A piece is addressed by its id, what has no id by its place in its list, counted from 1. The steps of
 * a guide follow its id directly. Ids, references and conditions are no texts and have no address.
 */
import type { Content } from './types'

type Node = string | number | boolean | readonly Node[] | { readonly [key: string]: Node | undefined }

/** What a text is called where it stands; the same name may hold a sentence or a list of them. */
const textKeys: ReadonlySet<string> = new Set([
  ...['title', 'label', 'note', 'why', 'summary', 'when', 'goal', 'hint', 'text', 'uncertain', 'notApplicable'],
  ...['consequence', 'remedy', 'cause', 'said', 'where', 'lines', 'remedies', 'accepted', 'before', 'onPage', 'done'],
])

/** Parts of a piece that hold further texts. */
const partKeys: ReadonlySet<string> = new Set([
  ...['options', 'help', 'slots', 'fields', 'choices', 'statements', 'cautions', 'steps', 'address', 'instructions'],
  ...['parts', 'clock', 'waiting', 'value'],
])

const tables = [
  'questions',
  'routes',
  'materials',
  'permits',
  'industries',
  'fees',
  'feeNotes',
  'guides',
  'errors',
] as const

/** Says what stands at an address; the text itself to leave it. `key` is the text's name, e.g. `title`. */
export type Say = <T extends string | readonly string[]>(address: string, said: T, key: string) => T

const isSentence = (node: Node): node is string => typeof node === 'string'

/** `key`: of the list or sentence itself. */
function textsIn(node: Node, address: string, key: string, say: Say): Node {
  if (typeof node === 'string') return say(address, node, key)
  if (!Array.isArray(node) || !node.every(isSentence)) return node
  const sentences = say(address, node, key)
  return sentences === node ? node.map((one, at) => say(`${address}.${at + 1}`, one, key)) : sentences
}

function idOf(node: Node, at: number): string {
  const id = typeof node === 'object' && 'id' in node ? node.id : undefined
  return typeof id === 'string' ? id : String(at + 1)
}

function within(node: Node, address: string, say: Say): Node {
  if (Array.isArray(node)) return node.map((one: Node, at) => within(one, `${address}.${idOf(one, at)}`, say))
  if (typeof node !== 'object') return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (value === undefined) return [key, value]
      // A value's own text is copied into the official page, so only what says why there is none is ours to change.
      if (textKeys.has(key) && !(key === 'text' && address.endsWith('.value')))
        return [key, textsIn(value, `${address}.${key}`, key, say)]
      if (partKeys.has(key)) return [key, within(value, key === 'steps' ? address : `${address}.${key}`, say)]
      return [key, value]
    }),
  )
}

/** The content with each text as `say` puts it. Total, and the shape stays what it was. */
export function withTexts(content: Content, say: Say): Content {
  const changed = tables.map((table) => [table, within(content[table] as unknown as Node, table, say)])
  return { ...content, ...(Object.fromEntries(changed) as Partial<Content>) }
}

export interface Text {
  readonly address: string
  readonly said: string | readonly string[]
  readonly key: string
}

/** All addresses with what stands there; a list as a whole comes before its sentences. */
export function textsOf(content: Content): readonly Text[] {
  const found: Text[] = []
  withTexts(content, (address, said, key) => {
    found.push({ address, said, key })
    return said
  })
  return found
}
