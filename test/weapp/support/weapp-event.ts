/** Events as WeChat gives them to a page: plain objects. The test fires them; no component makes its own. */
import { Event } from 'glass-easel'
import type { Element as EaselElement } from 'glass-easel'

interface Target {
  readonly id: string
  readonly dataset: Readonly<Record<string, unknown>>
}

interface Fired {
  readonly type: string
  readonly timeStamp: number
  readonly detail: unknown
  readonly mark?: unknown
  readonly target: Target
  readonly currentTarget: Target
  readonly extraFields?: Readonly<Record<string, unknown>>
}

const plainTarget = ({ id, dataset }: Target) => ({ id, dataset: { ...dataset }, offsetLeft: 0, offsetTop: 0 })

export function plainEvent(event: Fired): Record<string, unknown> {
  const { type, timeStamp, detail, mark } = event
  return {
    ...event.extraFields,
    type,
    timeStamp,
    detail,
    mark,
    target: plainTarget(event.target),
    currentTarget: plainTarget(event.currentTarget),
  }
}

const easelOf = (element: Element): EaselElement => {
  const found = (element as Element & { __wxElement?: EaselElement }).__wxElement
  if (found === undefined) throw new Error(`<${element.tagName.toLowerCase()}> is not an element of the app`)
  return found
}

const touch = { identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 }

/** Touch events bubble out of components, all others stay on their element. */
export function fire(element: Element, type: string, detail: Readonly<Record<string, unknown>>): void {
  const touches = ['tap', 'longpress', 'touchstart', 'touchmove', 'touchend'].includes(type)
  const options = touches
    ? { bubbles: true, composed: true, capturePhase: true, extraFields: { touches: [touch], changedTouches: [touch] } }
    : { bubbles: false, composed: false }
  Event.dispatchEvent(easelOf(element), new Event(type, { ...detail }, options))
}

/** A form element's or image's attribute as last rendered. */
export const rendered = (element: Element, name: string): unknown => easelOf(element).getAttribute(name)
