/**
 * The text alternative of a picture, from the same description that draws it: which page, then the
 * numbered targets with what the page calls them, then what is not meant. Enough to follow the step
 * without seeing the picture.
 */
import { platform } from './html'
import type { Button, Dialog, Element, Hit, Mark, Of, Picture } from './types'

interface Target {
  readonly name: string
  readonly mark: Mark
}

const quoted = (words: string) => `「${words.replace('\n', '')}」`
const buttonName = (words: string) => `按钮${quoted(words)}`

const own = (element: Element, name: string): Target => ({ name, mark: element })

/** Labels of the choices, inputs and buttons inside, to name a frame around several things. */
function insides(elements: readonly Element[]): string {
  const names = elements.flatMap((element) => targetsOf(element).map(({ name }) => name))
  return [...new Set(names)].join('、')
}

/** A line of a form by its label, with its choices and its buttons; targets inside are found through the label. */
function rowTargets(element: Of<'row'>): readonly Target[] {
  const label = quoted([element.label].flat().join(''))
  const choices = element.body.flatMap((inner) =>
    inner.kind === 'choice' ? inner.items.map((item) => quoted(item.label)) : [],
  )
  const buttons = element.body
    .flatMap((inner) => (inner.kind === 'input' ? (inner.beside ?? []) : []))
    .filter(({ kind }) => kind === 'button')
  const name = [`${label}一栏`, ...buttons.map(({ text }) => buttonName(text ?? ''))].join('和')
  const inner = element.body.flatMap(targetsOf).filter(({ mark }) => mark.hit ?? mark.not)
  return [
    own(element, choices.length > 0 ? `${name}（有${choices.join('、')}）` : name),
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
  phone: (it) => [{ name: `手机上的${buttonName(it.button.label)}`, mark: it.button }],
  heading: (it) => [it.button ? { name: buttonName(it.button.label), mark: it.button } : own(it, quoted(it.text))],
  code: (it) => [own(it, it.caption ? `二维码（${it.caption}）` : '二维码')],
  link: (it) => [own(it, `链接${quoted(it.text)}`)],
  upload: (it) => [own(it, `上传框${quoted(it.label)}`)],
  words: (it) => [own(it, quoted(it.text))],
  bones: (it) => [own(it, '说明文字')],
}

function targetsOf(element: Element): readonly Target[] {
  const namer = namers[element.kind] as ((it: Element) => readonly Target[]) | undefined
  return namer?.(element) ?? []
}

function dialogTargets({ body, buttons = [] }: Dialog): readonly Target[] {
  return [...body.flatMap(targetsOf), ...buttons.map((mark) => ({ name: buttonName(mark.label), mark }))]
}

function allTargets(picture: Picture): readonly Target[] {
  return [
    ...(picture.addressHit ? [{ name: '浏览器的网址栏', mark: { hit: picture.addressHit } }] : []),
    ...(picture.bar?.items ?? []).map((mark) => ({ name: quoted(mark.label), mark })),
    ...(picture.side ?? []).map((mark) => ({ name: `左边菜单${quoted(mark.label ?? '')}`, mark })),
    ...picture.body.flatMap(targetsOf),
    ...(picture.dialog ? dialogTargets(picture.dialog) : []),
  ]
}

function stepperWords(picture: Picture): string {
  const stepper = [...picture.body, ...(picture.dialog?.body ?? [])].find((element) => element.kind === 'stepper')
  if (stepper?.kind !== 'stepper') return ''
  const name = stepper.names[stepper.at - 1]
  return `，页面上的第 ${stepper.at} 步${name ? quoted(name) : ''}，共 ${stepper.names.length} 步`
}

const targetWords = (hit: Hit, name: string) => `${hit.no}，${hit.where ?? ''}${name}${hit.say ? `：${hit.say}` : ''}`

/** The numbered targets of a picture, in the order of their numbers. */
export function hitsOf(picture: Picture): readonly { readonly hit: Hit; readonly name: string }[] {
  return allTargets(picture)
    .flatMap(({ name, mark }) => (mark.hit ? [{ hit: mark.hit, name }] : []))
    .sort((one, other) => one.hit.no - other.hit.no)
}

/** The sentence a screen reader says. A capture bears no numbers, but the targets are the same. */
export function altOf(picture: Picture, kind: '示意图' | '截图' = '示意图'): string {
  const address = picture.address ?? (picture.address === undefined ? platform : '')
  const where = address.includes('.') ? `，网址 ${address}` : ''
  const pop = picture.dialog ? `，上面弹出${quoted(picture.dialog.title)}` : ''
  const hits = hitsOf(picture).map(({ hit, name }) => targetWords(hit, name))
  const wrong = allTargets(picture).flatMap(({ name, mark }) => (mark.not ? [name] : []))
  const not = wrong.length > 0 ? `不是${wrong.join('、')}。` : ''
  return `${kind}：${picture.page}${where}${stepperWords(picture)}${pop}。${hits.map((words) => `${words}。`).join('')}${not}`
}
