/** What a picture points at, in the words the page itself uses: 「邮箱」一栏, 按钮「注册」. */
import type { Button, Dialog, Element, Mark, Of, Picture } from './types'

export interface Target {
  readonly name: string
  readonly mark: Mark
}

/** Words of the page; quotation marks inside become double ones. */
export const quoted = (words: string) => `「${words.replace(/\n/g, '').replace(/「/g, '『').replace(/」/g, '』')}」`
export const buttonName = (words: string) => `按钮${quoted(words)}`

const own = (element: Element, name: string): Target => ({ name, mark: element })

const choicesOf = ({ body }: Of<'row'>) =>
  body.flatMap((inner) => (inner.kind === 'choice' ? inner.items.map((item) => quoted(item.label)) : []))

const pressedIn = ({ body }: Of<'row'>) =>
  body
    .flatMap((inner) => (inner.kind === 'input' ? (inner.beside ?? []) : []))
    .filter(({ kind }) => kind === 'button')
    .map(({ text }) => buttonName(text ?? ''))

function labelOf(row: Of<'row'>): string {
  const choices = choicesOf(row)
  const label = quoted(row.field ?? [row.label].flat().join(''))
  return choices.length > 0 ? `${label}（有${choices.join('')}）` : label
}

const counts = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** Lines, choices, inputs and buttons inside, to name a frame around several things. */
function insides(elements: readonly Element[]): string {
  const rows = elements.flatMap((element) => (element.kind === 'row' ? [element] : []))
  const lines =
    rows.length > 0
      ? [`${rows.map(labelOf).join('')}${rows.length > 1 ? '这' : ''}${counts[rows.length] ?? '几'}栏`]
      : []
  const others = elements
    .filter(({ kind }) => kind !== 'row' && kind !== 'heading')
    .flatMap((element) => targetsOf(element).map(({ name }) => name))
  return [...new Set([...lines, ...rows.flatMap(pressedIn), ...others])].join('，')
}

/** A line of a form by its label, with its choices and its buttons; targets inside are found through the label. */
function rowTargets(element: Of<'row'>): readonly Target[] {
  const label = quoted([element.label].flat().join(''))
  const inner = element.body.flatMap(targetsOf).filter(({ mark }) => mark.hit ?? mark.not)
  return [
    own(element, insides([element])),
    ...inner.map((target) => ({ name: `${label}里的${target.name}`, mark: target.mark })),
  ]
}

function inputTargets(element: Of<'input'>): readonly Target[] {
  const beside = (element.beside ?? []).map((mark) => ({
    name:
      mark.kind === 'captcha' ? '图片验证码' : `${mark.kind === 'link' ? '链接' : '按钮'}${quoted(mark.text ?? '')}`,
    mark,
  }))
  return [own(element, element.text ? `输入框${quoted(element.text)}` : '输入框'), ...beside]
}

const withButton = (name: string, mark: Mark, button?: Button): readonly Target[] => [
  { name, mark },
  ...(button ? [{ name: `${name}的${buttonName(button.label)}`, mark: button }] : []),
]
const framed = (element: Of<'group' | 'rows'>) => [
  own(element, insides(element.body)),
  ...element.body.flatMap(targetsOf),
]

/** What could be a target in each kind of element, outermost first; kinds that never are one are absent. */
const namers: { readonly [K in Element['kind']]?: (element: Of<K>) => readonly Target[] } = {
  row: rowTargets,
  input: inputTargets,
  group: framed,
  rows: framed,
  pair: (it) => it.body.flatMap(targetsOf),
  tabs: (it) => it.items.map((mark) => ({ name: `标签${quoted(mark.label)}`, mark })),
  choice: (it) => it.items.map((mark) => ({ name: `${it.many ? '勾选框' : '选项'}${quoted(mark.label)}`, mark })),
  buttons: (it) => it.items.map((mark) => ({ name: buttonName(mark.label), mark })),
  tiles: (it) =>
    it.items.flatMap((item) => withButton(`${quoted([item.title].flat().join(''))}这一格`, item, item.button)),
  list: (it) => it.items.flatMap((item) => withButton(`${quoted(item.title)}这一行`, item, item.button)),
  menu: (it) => it.columns.flat().map((mark) => ({ name: `列表里的${quoted(mark.label ?? '')}`, mark })),
  photos: (it) => it.items.map((mark) => ({ name: `文件${quoted(mark.label ?? '')}`, mark })),
  mails: (it) => it.items.map((mark) => ({ name: `消息${quoted(mark.subject)}`, mark })),
  phone: (it) => [
    ...(it.message ? [{ name: `手机上的短信${quoted(it.message.lines.join('，'))}`, mark: it.message }] : []),
    ...(it.button ? [{ name: `手机上的${buttonName(it.button.label)}`, mark: it.button }] : []),
  ],
  heading: (it) => [it.button ? { name: buttonName(it.button.label), mark: it.button } : own(it, quoted(it.text))],
  code: (it) => [own(it, it.caption ? `二维码（${it.caption}）` : '二维码')],
  link: (it) => [own(it, `链接${quoted(it.text)}`)],
  upload: (it) => [own(it, `上传框${quoted(it.label)}`)],
  words: (it) => [own(it, quoted(it.text))],
  bones: (it) => [own(it, '说明文字')],
  toast: (it) => [own(it, `提示${quoted(it.text)}`)],
}

function targetsOf(element: Element): readonly Target[] {
  const namer = namers[element.kind] as ((it: Element) => readonly Target[]) | undefined
  return namer?.(element) ?? []
}

function dialogTargets({ body, buttons = [] }: Dialog): readonly Target[] {
  const all = [...body.flatMap(targetsOf), ...buttons.map((mark) => ({ name: buttonName(mark.label), mark }))]
  return all.map(({ name, mark }) => ({ name: `弹窗里的${name}`, mark }))
}

/** The button that ends a form stands below everything. */
function placed(element: Element, last: boolean): readonly Target[] {
  const targets = targetsOf(element)
  if (!last || element.kind !== 'buttons') return targets
  return targets.map(({ name, mark }) => ({ name: `最下面的${name}`, mark }))
}

export function allTargets(picture: Picture): readonly Target[] {
  return [
    ...(picture.addressHit ? [{ name: '浏览器的网址栏', mark: { hit: picture.addressHit } }] : []),
    ...(picture.bar?.items ?? []).map((mark) => ({ name: quoted(mark.label), mark })),
    ...(picture.side ?? []).map((mark) => ({ name: `左边菜单${quoted(mark.label ?? '')}`, mark })),
    ...picture.body.flatMap((element, index) => placed(element, index === picture.body.length - 1)),
    ...(picture.dialog ? dialogTargets(picture.dialog) : []),
  ]
}
