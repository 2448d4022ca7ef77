/** Finding things on the page as a person does: by their words, or by class. */

/** The words of an element: a line a block, inline texts inside one joined. */
export function wordsOf(element: Element): string {
  const lines: string[] = []
  let line = ''
  const close = () => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
  }
  const walk = (node: Node, inText: boolean) => {
    if (node.nodeType === Node.TEXT_NODE) line += node.textContent ?? ''
    if (!(node instanceof Element)) return
    const text = node.tagName === 'TEXT'
    if (!(text && inText)) close()
    node.childNodes.forEach((child) => walk(child, text))
    if (!(text && inText)) close()
  }
  walk(element, false)
  return lines.join('\n')
}

const joined = (element: Element) => element.textContent?.trim() ?? ''
const deepest = (found: readonly Element[]) =>
  found.filter((one) => !found.some((other) => other !== one && one.contains(other)))

/**
 * `.class`, `[attribute]`, `tag.class` and `tag[attribute]` are selectors, everything else is words: the innermost
 * elements whose text or label is exactly these words, else those that contain them. In page order.
 */
export function lookUp(root: Element, what: string): Element[] {
  if (/^[.[]|^[a-z]+[.[]/.test(what)) return [...root.querySelectorAll(what)]
  const all = [...root.querySelectorAll('*')]
  const label = (element: Element) => element.getAttribute('aria-label') ?? ''
  const exact = all.filter((element) => joined(element) === what || label(element) === what)
  if (exact.length > 0) return deepest(exact)
  return deepest(all.filter((element) => joined(element).includes(what) || label(element).includes(what)))
}

/** The texts of Taro's data for the view (`v`), in any depth: all of them must come out of the templates. */
export function sentWords(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) =>
    key === 'v' && typeof value === 'string' ? [value.trim()] : sentWords(value),
  )
}

export interface Extent {
  readonly nodes: number
  readonly depth: number
  /** Most children of one node. */
  readonly widest: number
}

/** What WeChat's own audit counts of a page. */
export function extentOf(element: Element): Extent {
  let [nodes, depth, widest] = [0, 0, 0]
  const walk = (one: Element, level: number) => {
    nodes += 1
    depth = Math.max(depth, level)
    widest = Math.max(widest, one.children.length)
    for (const child of one.children) walk(child, level + 1)
  }
  walk(element, 1)
  return { nodes, depth, widest }
}
