/** Each kind of element as HTML (style.ts has the classes). */
import { chevron, codeDrawing, lineDrawing } from './art'
import { markClass, markParts, text } from './marks'
import type { Beside, Button, ChoiceItem, Element, ListItem, Mark, MenuItem, Tile, Of } from './types'

const bone = (width: number) => `<span class="bone" style="width:${width}%"></span>`

/** The names whose value is true, each after a blank. */
const flags = (names: Readonly<Record<string, boolean | undefined>>) =>
  Object.keys(names)
    .filter((name) => names[name])
    .map((name) => ` ${name}`)
    .join('')

const spaced = (mark: Mark) => (mark.hit ? ' spaced' : '')

/** A block that can be framed as a whole. */
function block(element: Element, names: string, inner: string): string {
  return `<div class="block ${names}${markClass(element)}${spaced(element)}">${markParts(element)}${inner}</div>`
}

export function button(item: Button, small = false): string {
  const names = `press${item.quiet ? ' quiet' : ''}${small ? ' small' : ''}${markClass(item)}`
  return `<span class="${names}">${markParts(item)}${text(item.label)}</span>`
}

function heading(element: Of<'heading'>): string {
  const size = element.level === 2 ? 'h2' : 'h1'
  const words = `<${size}>${text(element.text)}</${size}>`
  if (!element.button) return block(element, flags({ centred: element.centred }), words)
  return `<div class="head${spaced(element.button)}">${words}${button(element.button, true)}</div>`
}

function stepper({ names, at, brief }: Of<'stepper'>): string {
  const step = (name: string, index: number) =>
    `<span${index + 1 === at ? ' class="on"' : ''}><em>${index + 1}</em><s>${text(name)}</s></span>`
  return `<div class="stepper${flags({ spread: names.length > 2, brief })}">${names.map(step).join('<u></u>')}</div>`
}

function row(element: Of<'row'>): string {
  const lines = typeof element.label === 'string' ? [element.label] : element.label
  const label = `<label${lines.length > 1 ? ' class="two"' : ''}>${lines.map(text).join('<br>')}</label>`
  const cell = `<div class="cell${markClass(element)}">${markParts(element)}${element.body.map(drawn).join('')}</div>`
  return `<div class="row${spaced(element) || flags({ spaced: element.body.some((inner) => inner.hit) })}">${label}${cell}</div>`
}

function beside(item: Beside): string {
  const kind = { button: 'push', captcha: 'image', link: '' }[item.kind]
  return `<span class="beside ${kind}${markClass(item, true)}">${markParts(item)}${text(item.text ?? '')}</span>`
}

function input(element: Of<'input'>): string {
  const content = element.dots ? '<span class="dots">●●●●●●●●</span>' : `<span>${text(element.text ?? '')}</span>`
  const box = `<div class="input">${content}${element.select ? chevron : ''}</div>`
  const hint = element.hint ? `<div class="hint">${bone(element.hint)}</div>` : ''
  return `<div><div class="field">${box}${(element.beside ?? []).map(beside).join('')}</div>${hint}</div>`
}

function tabs({ items }: Of<'tabs'>): string {
  const tab = (item: (typeof items)[number]) =>
    `<span class="tab${markClass(item, true)}">${markParts(item)}${text(item.label)}</span>`
  return `<div class="tabs">${items.map(tab).join('')}</div>`
}

function choiceItem(item: ChoiceItem, many: boolean): string {
  const sign = `<i class="${many ? 'tick' : 'radio'}${item.on ? ' on' : ''}"></i>`
  const note = item.bone ? `<div class="hint">${bone(item.bone)}</div>` : ''
  const names = `choice${item.bone || item.hit ? ' wide' : ''}${item.strong ? ' strong' : ''}${item.soft ? ' soft' : ''}${item.hit ? ' block' : ''}`
  return `<div class="${names}${markClass(item)}">${markParts(item)}${sign}<div>${text(item.label).replace('\n', '<br>')}${note}</div></div>`
}

function choice(element: Of<'choice'>): string {
  const hit = element.items.some((item) => item.hit)
  const items = element.items.map((item) => choiceItem(item, element.many ?? false)).join('')
  return `<div class="choices${flags({ inline: element.inline, open: hit, spaced: hit })}">${items}</div>`
}

function tile(item: Tile): string {
  const note = item.note === undefined ? '' : `<small>${text(item.note)}</small>`
  const bones = `<div class="bones centred">${bone(80)}${bone(56)}</div>`
  return `<div class="tile${markClass(item)}">${markParts(item)}<i></i><b>${[item.title].flat().map(text).join('<br>')}</b>${note}${item.button ? button(item.button, true) : bones}</div>`
}

function listItem(item: ListItem): string {
  const tag = item.tag ? `<em>${text(item.tag)}</em>` : ''
  const what = `<div class="what"><p>${text(item.title)}${tag}</p>${item.bone ? bone(item.bone) : ''}</div>`
  const end = item.button
    ? button(item.button, true)
    : item.note
      ? `<span class="note">${text(item.note).replace(/\n/g, '<br>')}</span>`
      : ''
  return `<div class="${markClass(item, true).trim()}">${markParts(item)}${what}${end}</div>`
}

function menuItem(item: MenuItem): string {
  return `<span class="${markClass(item, true).trim()}">${markParts(item)}${item.label ? text(item.label) : bone(70)}</span>`
}

function photos({ items }: Of<'photos'>): string {
  const photo = (item: MenuItem) =>
    `<span class="photo${markClass(item)}">${markParts(item)}${lineDrawing('photo', 96)}${item.label ? text(item.label) : bone(60)}</span>`
  return `<div class="photos${flags({ spaced: items.some((item) => item.hit) })}">${items.map(photo).join('')}</div>`
}

function phone(element: Of<'phone'>): string {
  const title = element.title ? `<p>${text(element.title)}</p>` : ''
  const bones = element.message ? '' : `<div class="bones centred">${bone(80)}${bone(56)}</div>`
  const message = element.message
    ? `<div class="bubble${markClass(element.message)}">${markParts(element.message)}${element.message.lines.map(text).join('<br>')}</div>`
    : ''
  const press = element.button ? button(element.button, true) : ''
  return `<div class="phone${flags({ tall: element.message !== undefined })}"><u></u>${title}${bones}${message}${press}</div>`
}

function code(element: Of<'code'>): string {
  const caption = element.caption ? `<p class="soft">${text(element.caption)}</p>` : ''
  return `<div class="figure${spaced(element)}"><div class="code${markClass(element)}">${markParts(element)}${codeDrawing(element.size ?? 200)}</div>${caption}</div>`
}

function mails({ items }: Of<'mails'>): string {
  const mail = (item: (typeof items)[number]) => {
    const subject = item.subject ? `<span>${text(item.subject)}</span>` : bone(70)
    return `<div class="${markClass(item, true).trim()}">${markParts(item)}${item.from ? `<span>${text(item.from)}</span>` : bone(80)}${subject}</div>`
  }
  return `<div class="mails">${items.map(mail).join('')}</div>`
}

const kinds: { readonly [K in Element['kind']]: (element: Of<K>) => string } = {
  heading,
  words: (it) =>
    block(
      it,
      flags({ centred: it.centred, soft: it.soft, strong: it.strong }),
      `<p>${text(it.text).replace(/\n/g, '<br>')}</p>`,
    ),
  bones: (it) => block(it, `bones${flags({ centred: it.centred })}`, it.widths.map(bone).join('')),
  rule: () => '<hr>',
  stepper,
  row,
  input,
  tabs,
  choice,
  buttons: (it) =>
    `<div class="buttons${it.align ? ` ${it.align}` : ''}${it.items.some((item) => item.hit) ? ' spaced' : ''}">${it.items.map((item) => button(item)).join('')}</div>`,
  tiles: (it) => `<div class="tiles" style="--columns:${it.columns}">${it.items.map(tile).join('')}</div>`,
  list: (it) => `<div class="list">${it.items.map(listItem).join('')}</div>`,
  code,
  art: (it) => block(it, 'art', lineDrawing(it.name, 96)),
  upload: (it) => block(it, 'upload', `${lineDrawing('upload', 64)}<span>${text(it.label)}</span>`),
  link: (it) => block(it, 'link', text(it.text)),
  mails,
  rows: (it) => `<div class="rows${markClass(it)}${spaced(it)}">${markParts(it)}${it.body.map(drawn).join('')}</div>`,
  menu: (it) =>
    `<div class="menu">${it.columns.map((column) => `<div>${column.map(menuItem).join('')}</div>`).join('')}</div>`,
  pair: (it) =>
    `<div class="pair${flags({ spaced: it.body.some((inner) => inner.hit) })}">${it.body.map(drawn).join('')}</div>`,
  phone,
  toast: (it) => block(it, 'toast', text(it.text)),
  photos,
  circles: (it) =>
    `<div class="circles">${it.labels.map((label) => `<span><i></i>${text(label)}</span>`).join('')}</div>`,
  group: (it) => block(it, 'group', it.body.map(drawn).join('')),
}

/** One element as HTML. */
export function drawn(element: Element): string {
  const draw = kinds[element.kind] as (it: Element) => string
  return draw(element)
}
