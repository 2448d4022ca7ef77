/** The rows of the checklist that is open in our app, for its native twin. */
import type { Running } from '../../test/weapp/support/launch'

export interface Row {
  readonly id: string
  readonly mark: string
  readonly title: string
  readonly sub: string
  readonly spoken: string
  readonly optional: boolean
}

export interface Checklist {
  readonly groups: readonly { readonly id: string; readonly title: string; readonly rows: readonly Row[] }[]
  readonly under: string
  readonly next: string
}

const words = (element: Element | null | undefined) => element?.textContent ?? ''

function rowOf(row: Element, id: string): Row {
  const state = row.querySelector('.state')?.className ?? ''
  const title = words(row.querySelector('.title'))
  return {
    id,
    mark: state.replace('state', '').trim(),
    title,
    sub: words(row.querySelector('.sub')),
    spoken: row.getAttribute('aria-label') ?? '',
    optional: title.includes('可以不备'),
  }
}

export function checklistOf(app: Running): Checklist {
  const groups = app.findAll('.list-group').map((group, g) => ({
    id: String(g),
    title: words(group.querySelector('.section')),
    rows: [...group.querySelectorAll('.item')].map((row, at) => rowOf(row, `${g}-${at}`)),
  }))
  const page = app.page().element
  return {
    groups,
    under: words(page.querySelector('.list-top .note')),
    next: words(page.querySelector('.dock .button')),
  }
}
