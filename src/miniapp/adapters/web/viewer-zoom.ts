/** How large the shown picture is drawn, and where. Lengths are px from the middle of the stage. */
import type { Stage } from './viewer-stage'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface View extends Point {
  readonly scale: number
}

export interface Zoom {
  view(): View
  draw(view: View): void
}

export const whole: View = { scale: 1, x: 0, y: 0 }
const largest = 6

const clamp = (value: number, most: number) => Math.min(most, Math.max(-most, value))

/** What of the picture was under `from` is under `to`. */
export function zoomed(view: View, wanted: number, from: Point, to: Point = from): View {
  const scale = Math.min(largest, Math.max(1, wanted))
  const by = scale / view.scale
  return { scale, x: to.x - (from.x - view.x) * by, y: to.y - (from.y - view.y) * by }
}

export function createZoom({ slides, index }: Stage): Zoom {
  let view = whole
  return {
    view: () => view,
    draw(next) {
      const image = slides[index()]
      if (!image) return
      const most = (size: number) => (size * (next.scale - 1)) / 2
      view = {
        scale: next.scale,
        x: clamp(next.x, most(image.clientWidth)),
        y: clamp(next.y, most(image.clientHeight)),
      }
      image.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`
    },
  }
}
