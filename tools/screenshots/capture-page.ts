/** A capture as a page to photograph: the image in the drawings' frame, their numbered frames upon it, and its day below. */
import type { Capture } from './captures'
import { markParts, text } from './marks'
import type { Area, Highlight } from './sidecar'
import { style } from './style'

/** px of the page: the drawings' width, and what their margins leave. */
export const pageWidth = 750
export const imageWidth = 702

const own = `
.shot { position: relative; margin: 0 auto; background: #fff; border-radius: 12px; } .shot > img { display: block; width: 100%; height: 100%; border-radius: 12px; }
.shot > .hit { --d: 10px; position: absolute; } .shot > .hit.edge { --d: 0px; }`

const percent = (part: number) => `${(part * 100).toFixed(3)}%`

/** A part of the image this near its left or top has no room for a number that stands off. */
const edge = 0.02

/** A highlight, where it lies in what the crop leaves. */
function frame({ no, say, ...area }: Highlight, crop: Area): string {
  const left = (area.x - crop.x) / crop.w
  const top = (area.y - crop.y) / crop.h
  const place = `left:${percent(left)};top:${percent(top)};width:${percent(area.w / crop.w)};height:${percent(area.h / crop.h)}`
  const names = left < edge || top < edge ? 'hit edge' : 'hit'
  return `<div class="${names}" style="${place}">${markParts({ hit: say ? { no, say } : { no } })}</div>`
}

export const whole: Area = { x: 0, y: 0, w: 1, h: 1 }

/** `image`: its address, drawn `width` × `height` px of the page. `fontCss` as in html.ts. */
export function captureHtml(
  { sidecar, date }: Capture,
  image: { readonly address: string; readonly width: number; readonly height: number },
  fontCss: string,
): string {
  const frames = (sidecar.highlights ?? []).map((one) => frame(one, sidecar.crop ?? whole)).join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="stylesheet" href="${fontCss}"><style>${style}${own}</style><body>
<div class="shot" style="width:${image.width}px;height:${image.height}px"><img src="${image.address}" alt="">${frames}</div>
<div class="foot"><span>实拍，以实际页面为准</span><span>${text(date ?? '日期不详')}</span></div></body></html>`
}
