/**
 * The text alternative of a picture, from the same description that draws it: which page, then the
 * numbered targets with what the page calls them, then what is not meant. Enough to follow the step
 * without seeing the picture.
 */
import { platform } from './html'
import type { Dialog, Element, Hit, Mark, Picture } from './types'

interface Target {
  readonly name: string
  readonly mark: Mark
}

const quoted = (words: string) => `「${words.replace('\n', '')}」`
const named = (kind: string) => (words: string) => `${kind}${quoted(words)}`
const buttonName = named('按钮')

const own = (element: Element, name: string): Target => ({ name, mark: element })

/** Labels of the choices, inputs and buttons inside, to name a frame around several things. */
function insides(elements: readonly Element[]): string {
  const names = elements.flatMap((element) => targetsOf(element).map(({ name }) => name))
  return [...new Set(names)].join('、')
}

function rowTargets(element: Extract<Element, { kind: 'row' }>): readonly Target[] {
  const label = typeof element.label === 'string' ? element.label : element.label.join('')
  const choices = element.body.flatMap((inner) =>
    inner.kind === 'choice' ? inner.items.map((item) => quoted(item.label)) : [],
  )
  const name = `${quoted(label)}一栏${choices.length > 0 ? `（有${choices.join('、')}）` : ''}`
  return [own(element, name), ...element.body.flatMap(targetsOf).filter(({ mark }) => mark.hit ?? mark.not)]
}

function inputTargets(element: Extract<Element, { kind: 'input' }>): readonly Target[] {
  const beside = (element.beside ?? []).map((item) => ({
    name: item.kind === 'captcha' ? '图片验证码' : named(item.kind === 'link' ? '链接' : '按钮')(item.text ?? ''),
    mark: item,
  }))
  return [own(element, '输入框'), ...beside]
}

/** Everything in an element that could be a target, outermost first. */
function targetsOf(element: Element): readonly Target[] {
  switch (element.kind) {
    case 'row':
      return rowTargets(element)
    case 'input':
      return inputTargets(element)
    case 'tabs':
      return element.items.map((mark) => ({ name: `标签${quoted(mark.label)}`, mark }))
    case 'choice':
      return element.items.map((mark) => ({ name: `${element.many ? '勾选框' : '选项'}${quoted(mark.label)}`, mark }))
    case 'buttons':
      return element.items.map((mark) => ({ name: buttonName(mark.label), mark }))
    case 'tiles':
      return element.items.flatMap((item) => {
        const name = `${quoted([item.title].flat().join(''))}这一格`
        return [
          { name, mark: item },
          ...(item.button ? [{ name: `${name}的${buttonName(item.button.label)}`, mark: item.button }] : []),
        ]
      })
    case 'list':
      return element.items.flatMap((item) => [
        { name: `${quoted(item.title)}这一行`, mark: item },
        ...(item.button
          ? [{ name: `${quoted(item.title)}这一行的${buttonName(item.button.label)}`, mark: item.button }]
          : []),
      ])
    case 'menu':
      return element.columns.flat().map((mark) => ({ name: `列表里的${quoted(mark.label ?? '')}`, mark }))
    case 'photos':
      return element.items.map((mark) => ({ name: `文件${quoted(mark.label ?? '')}`, mark }))
    case 'mails':
      return element.items.map((mark) => ({ name: mark.subject ? `邮件${quoted(mark.subject)}` : '别的邮件', mark }))
    case 'pair':
      return element.body.flatMap(targetsOf)
    case 'phone':
      return [{ name: `手机上的${buttonName(element.button.label)}`, mark: element.button }]
    case 'group':
    case 'rows':
      return [own(element, insides(element.body)), ...element.body.flatMap(targetsOf)]
    case 'code':
      return [own(element, element.caption ? `二维码（${element.caption}）` : '二维码')]
    case 'link':
      return [own(element, `链接${quoted(element.text)}`)]
    case 'upload':
      return [own(element, `上传框${quoted(element.label)}`)]
    case 'heading':
      return element.button
        ? [{ name: buttonName(element.button.label), mark: element.button }]
        : [own(element, quoted(element.text))]
    case 'words':
      return [own(element, quoted(element.text))]
    case 'bones':
      return [own(element, '说明文字')]
    default:
      return []
  }
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
  const where = picture.address === undefined ? `，网址 ${platform}` : ''
  const pop = picture.dialog ? `，上面弹出${quoted(picture.dialog.title)}` : ''
  const hits = hitsOf(picture).map(({ hit, name }) => targetWords(hit, name))
  const wrong = allTargets(picture).flatMap(({ name, mark }) => (mark.not ? [name] : []))
  const not = wrong.length > 0 ? `不是${wrong.join('、')}。` : ''
  return `${kind}：${picture.page}${where}${stepperWords(picture)}${pop}。${hits.map((words) => `${words}。`).join('')}${not}`
}
