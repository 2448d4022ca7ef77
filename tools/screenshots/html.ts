/** A picture as one HTML page of its own, 750 px wide, a whole page 1,600: browser window, page, pop-up, foot line. */
import { drawn } from './blocks'
import { markClass, markParts, text } from './marks'
import { style } from './style'
import { wideStyle } from './wide-style'
import type { Dialog, Picture, SideItem } from './types'

export const platform = 'mp.weixin.qq.com'

function bar({ title, items }: NonNullable<Picture['bar']>): string {
  const item = (it: (typeof items)[number]) =>
    `<span class="${markClass(it, true).trim()}">${markParts(it)}${text(it.label)}</span>`
  return `<div class="bar${items.some((it) => it.hit) ? ' marked' : ''}"><b>${text(title)}</b><nav>${items.map(item).join('')}</nav></div>`
}

function sideItem(item: SideItem): string {
  const names = `item${item.inner ? ' inner' : ''}${item.on ? ' on' : ''}${markClass(item, true)}`
  return `<span class="${names}">${markParts(item)}${item.label ? text(item.label) : '<span class="bone"></span>'}</span>`
}

function dialog({ title, body, buttons }: Dialog): string {
  const last = buttons ? drawn({ kind: 'buttons', items: buttons }) : ''
  return `<div class="veil"><div class="dialog"><header>${text(title)}</header><div class="body">${body.map(drawn).join('')}${last}</div></div></div>`
}

function chrome({ address, addressHit }: Picture): string {
  const mark = addressHit ? { hit: addressHit } : {}
  return `<div class="chrome"><i></i><i></i><i></i><span class="${markClass(mark, true).trim()}">${markParts(mark)}${text(address ?? platform)}</span></div>`
}

/** `checked`: the day the facts were last checked, drawn at the foot. `fontCss`: address of the font's stylesheet. */
export function pictureHtml(picture: Picture, checked: string, fontCss: string): string {
  const beside = picture.wide?.beside
  const column = picture.body.map(drawn).join('')
  const columns = beside
    ? `<div class="columns"><div>${column}</div><aside>${beside.map(drawn).join('')}</aside></div>`
    : column
  const body = `<div class="body">${columns}</div>`
  const main = picture.side
    ? `<div class="sided"><div class="side">${picture.side.map(sideItem).join('')}</div>${body}</div>`
    : body
  const labels = picture.labels && !picture.wide ? ` style="--labels:${picture.labels}px"` : ''
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="stylesheet" href="${fontCss}"><style>${picture.wide ? style + wideStyle : style}</style><body>
<div class="window"${labels}>${picture.address === null ? '' : chrome(picture)}
${picture.bar ? bar(picture.bar) : ''}<div class="stage">${main}${picture.dialog ? dialog(picture.dialog) : ''}</div></div>
<div class="foot"><span>示意图，以实际页面为准</span><span>${text(checked)}</span></div></body></html>`
}
