/** What a person does with the page that is open: look, tap, type. */
import type { Definitions } from './definitions'
import { extentOf, lookUp, sentWords, wordsOf } from './look'
import type { PageStack } from './page-stack'
import type { Timers } from './timers'
import { fire, rendered } from './weapp-event'

/** Words, a selector (look.ts), or an element found before. */
export type What = string | Element

export function createHands(stack: PageStack, timers: Timers, definitions: Definitions) {
  const page = () => {
    const top = stack.top()
    if (top === undefined) throw new Error('no page is open')
    return top
  }
  const text = () => wordsOf(page().element)
  const findAll = (what: What) => (typeof what === 'string' ? lookUp(page().element, what) : [what])
  const find = (what: What): Element => {
    const [found] = findAll(what)
    if (found === undefined) throw new Error(`「${String(what)}」 is not on ${page().path}:\n${text()}`)
    return found
  }
  /** A touch that nothing listens to is a mistake of the test or the app. */
  const touch = async (what: What, type: string, detail: Readonly<Record<string, unknown>>, element = find(what)) => {
    const before = definitions.heard()
    const rendersBefore = definitions.renders.length
    fire(element, type, detail)
    if (definitions.heard() === before)
      throw new Error(`nothing on ${page().path} hears a ${type} of 「${element.textContent ?? String(what)}」`)
    await timers.settle()
    return definitions.renders.slice(rendersBefore)
  }
  return {
    page,
    text,
    find,
    findAll,
    /** Texts the app sent that no template showed. */
    lost: () =>
      sentWords(page().instance.data).filter((words) => words !== '' && !page().element.textContent?.includes(words)),
    extent: () => extentOf(page().element),
    has: (what: string) => findAll(what).length > 0,
    /** Answers what the touch sent to the view. */
    tap: (what: What) => touch(what, 'tap', { x: 10, y: 10 }),
    /** Any other event of a built-in component: `load` of an image, `scroll` … */
    fire: (what: What, type: string, detail: Readonly<Record<string, unknown>> = {}) => touch(what, type, detail),
    /** Empties the field and types, a character an event. `blur: false` leaves the keyboard up. */
    async type(what: What, words: string, { blur = true } = {}) {
      const field = find(what)
      const limit = Number(rendered(field, 'maxlength') ?? 140)
      const kept = limit < 0 ? words : words.slice(0, limit)
      const steps = kept === '' ? [''] : [...kept].map((_, i, all) => all.slice(0, i + 1).join(''))
      fire(field, 'focus', { value: String(rendered(field, 'value') ?? ''), height: 300 })
      for (const value of steps) await touch(field, 'input', { value, cursor: value.length, keyCode: 0 })
      if (blur) fire(field, 'blur', { value: kept, cursor: kept.length })
      await timers.settle()
    },
    /** An attribute as the app last set it, with its own type. */
    attribute: (what: What, name: string) => rendered(find(what), name),
    /** A field's words as the app last set them. */
    valueOf: (what: What) => String(rendered(find(what), 'value') ?? ''),
    async back() {
      stack.navigateBack(1)
      await timers.settle()
    },
    /** The tab bar; only on a tab's page. */
    async tab(path: string) {
      stack.switchTab(path)
      await timers.settle()
    },
  }
}
