/** The compiled page as WeChat's screen reader meets it: in reading order, with what it would say. */
import { wordsOf } from './look'
import { rendered } from './weapp-event'

const roleOf = (element: Element) => String(rendered(element, 'aria-role') ?? '')
const labelOf = (element: Element) => String(rendered(element, 'aria-label') ?? '')
const isHidden = (element: Element) => rendered(element, 'aria-hidden') === true
const describe = (element: Element) => `<${element.tagName.toLowerCase()} class="${element.className}">`

const all = (page: Element) => [...page.querySelectorAll('*')]
/** A view with a handler has the pressed look in its template (config/lean-weapp.cjs), and no other has. */
const tappable = (page: Element) => all(page).filter((element) => element.hasAttribute('hover-class'))

/** Its label, else its own words without what is hidden. */
export function nameOf(element: Element): string {
  const label = labelOf(element)
  if (label !== '') return label
  const seen = element.cloneNode(true) as Element
  const originals = all(element)
  ;[...seen.querySelectorAll('*')].forEach((copy, i) => {
    const original = originals[i]
    if (original !== undefined && isHidden(original)) copy.remove()
  })
  return wordsOf(seen).replace(/\n/g, '，')
}

const acting = new Set(['button', 'radio', 'checkbox', 'switch', 'link'])
const withState = new Set(['radio', 'checkbox', 'switch'])

/** What is wrong with this page for somebody who hears it, one line each. */
export function speechless(page: Element): readonly string[] {
  const faults: string[] = []
  for (const element of tappable(page)) {
    const role = roleOf(element)
    if (!acting.has(role)) faults.push(`taps without a role (「${role}」): ${describe(element)}`)
    if (nameOf(element) === '') faults.push(`taps without a name: ${describe(element)}`)
    if (withState.has(role) && typeof rendered(element, 'aria-checked') !== 'boolean')
      faults.push(`${role} without its state: ${describe(element)}`)
    if (tappable(element).length > 0) faults.push(`one target inside another: ${describe(element)}`)
    if (isHidden(element)) faults.push(`taps and is hidden: ${describe(element)}`)
  }
  for (const field of page.querySelectorAll('input, textarea'))
    if (roleOf(field) !== 'textbox' || labelOf(field) === '') faults.push(`field without a name: ${describe(field)}`)
  for (const icon of page.querySelectorAll('.icon'))
    if (!isHidden(icon)) faults.push(`decoration that speaks: ${describe(icon)}`)
  for (const image of page.querySelectorAll('image')) {
    const named = [image, ...tappable(page).filter((one) => one.contains(image))].some((one) => labelOf(one) !== '')
    const inNamed = image.parentElement !== null && labelOf(image.parentElement) !== ''
    if (!named && !inNamed) faults.push(`picture without words: ${describe(image)}`)
  }
  return faults
}

/** Everything that can be tapped, in reading order: 「radio 企业 ✓」. */
export function targets(page: Element): readonly string[] {
  return tappable(page).map((element) => {
    const checked = rendered(element, 'aria-checked') === true ? ' ✓' : ''
    return `${roleOf(element)} ${nameOf(element)}${checked}`
  })
}

/** Words that are read out by themselves when they change. */
export const announced = (page: Element): readonly string[] =>
  all(page)
    .filter((element) => rendered(element, 'aria-live') === 'polite' || roleOf(element) === 'alert')
    .map(wordsOf)
    .filter((words) => words !== '')
