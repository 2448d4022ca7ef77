/** Fingers, mouse and wheel over the viewer's pictures. */
import type { Stage } from './viewer-stage'
import { createZoom, whole, zoomed, type Point, type View, type Zoom } from './viewer-zoom'

export interface Gestures {
  /** Goes to a picture, unzoomed. */
  show(index: number): void
  reset(): void
  stop(): void
}

interface Hand {
  readonly stage: Stage
  readonly zoom: Zoom
  readonly onTap: () => void
  readonly fingers: Map<number, Point>
  /** Where the fingers were when they came down, or when their number changed. */
  begun: { readonly view: View; readonly at: readonly Point[]; moved: boolean } | null
  lastTap: { readonly at: Point; readonly timer: ReturnType<typeof setTimeout> } | null
}

const doubleTapScale = 2.5
/** px a finger may tremble, px of a swipe, px between two taps of a double one, ms in which the second comes. */
const still = 8
const swipe = 48
const doublePx = 40
const doubleMs = 260

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** From the middle of the stage, along its own axes. */
function pointOf({ stage }: Hand, { clientX, clientY }: MouseEvent): Point {
  const [x, y] = [clientX - innerWidth / 2, clientY - innerHeight / 2]
  return stage.turned() ? { x: y, y: -x } : { x, y }
}

const drag = ({ stage }: Hand, px: number) => stage.strip.style.setProperty('--drag', `${px}px`)

function begin(hand: Hand, moved: boolean): void {
  hand.begun = { view: hand.zoom.view(), at: [...hand.fingers.values()], moved }
}

function show(hand: Hand, index: number): void {
  hand.zoom.draw(whole)
  drag(hand, 0)
  hand.stage.go(index)
}

function down(hand: Hand, event: PointerEvent): void {
  if (event.button !== 0 || event.target instanceof HTMLButtonElement) return
  const first = hand.fingers.size === 0
  hand.fingers.set(event.pointerId, pointOf(hand, event))
  hand.stage.root.classList.add('is-held')
  begin(hand, !first)
}

function pull(hand: Hand, from: Point, to: Point): void {
  const { begun } = hand
  if (!begun) return
  begun.moved ||= distance(from, to) > still
  if (!begun.moved) return
  const { view } = begun
  if (view.scale > 1) hand.zoom.draw({ ...view, x: view.x + to.x - from.x, y: view.y + to.y - from.y })
  else drag(hand, to.x - from.x)
}

function move(hand: Hand, event: PointerEvent): void {
  const { begun, fingers } = hand
  if (!fingers.has(event.pointerId) || !begun) return
  fingers.set(event.pointerId, pointOf(hand, event))
  const [first, second] = [...fingers.values()]
  const [from, other] = begun.at
  if (!first || !from) return
  if (!second || !other) return pull(hand, from, first)
  const wanted = (begun.view.scale * distance(first, second)) / Math.max(1, distance(from, other))
  hand.zoom.draw(zoomed(begun.view, wanted, middle(from, other), middle(first, second)))
}

/** One tap closes, two zoom: the first one waits for the second. */
function tap(hand: Hand, at: Point): void {
  const { lastTap, zoom } = hand
  if (lastTap) clearTimeout(lastTap.timer)
  if (lastTap && distance(lastTap.at, at) < doublePx) {
    hand.lastTap = null
    return zoom.draw(zoom.view().scale > 1 ? whole : zoomed(zoom.view(), doubleTapScale, at))
  }
  hand.lastTap = { at, timer: setTimeout(hand.onTap, doubleMs) }
}

function up(hand: Hand, event: PointerEvent): void {
  const { begun, fingers, stage, zoom } = hand
  const last = fingers.get(event.pointerId)
  if (!last || !fingers.delete(event.pointerId)) return
  if (fingers.size > 0) return begin(hand, true) // the other finger goes on from where it is
  stage.root.classList.remove('is-held')
  const from = begun?.at[0]
  if (!begun || !from) return
  if (!begun.moved && event.type === 'pointerup') return tap(hand, last)
  const dx = last.x - from.x
  const unzoomed = begun.view.scale === 1 && zoom.view().scale === 1
  if (unzoomed && begun.at.length === 1 && Math.abs(dx) > swipe) show(hand, stage.index() - Math.sign(dx))
  else drag(hand, 0)
}

function wheel(hand: Hand, event: WheelEvent): void {
  event.preventDefault()
  const view = hand.zoom.view()
  hand.zoom.draw(zoomed(view, view.scale * Math.exp(-event.deltaY / 400), pointOf(hand, event)))
}

export function followGestures(stage: Stage, onTap: () => void): Gestures {
  const hand: Hand = { stage, zoom: createZoom(stage), onTap, fingers: new Map(), begun: null, lastTap: null }
  const [onMove, onUp] = [(event: PointerEvent) => move(hand, event), (event: PointerEvent) => up(hand, event)]
  stage.root.addEventListener('pointerdown', (event) => down(hand, event))
  stage.root.addEventListener('wheel', (event) => wheel(hand, event), { passive: false })
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', onUp)
  return {
    show: (index) => show(hand, index),
    reset: () => hand.zoom.draw(whole),
    stop() {
      if (hand.lastTap) clearTimeout(hand.lastTap.timer)
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onUp)
    },
  }
}
