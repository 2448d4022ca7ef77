/**
 * The text alternative of a picture, from the same description that draws it: which page, what it says,
 * then the numbered targets with what the page calls them, then what is not meant. Enough to follow the
 * step without seeing the picture.
 */
import { platform } from './html'
import { allTargets, buttonName, quoted } from './targets'
import type { Element, Hit, Picture } from './types'

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

/** The sentences that stand on a page or in a pop-up, unless a number points at them. */
function sentences(element: Element): readonly string[] {
  if ((element.kind === 'words' || element.kind === 'toast') && !element.hit) return [quoted(element.text)]
  if (element.kind === 'row') {
    const words = element.body.flatMap(sentences).join('')
    return words && !element.hit
      ? [`${quoted([element.label].flat().join(''))}（${words.replace(/^「|」$/g, '')}）`]
      : []
  }
  if (element.kind === 'list')
    return element.items.flatMap(({ title, note, hit }) =>
      note && !hit ? [`${quoted(title)}（${note.replace(/\n/g, '')}）`] : [],
    )
  return (element.kind === 'group' && !element.hit) || element.kind === 'pair' ? element.body.flatMap(sentences) : []
}

const pageWords = (page: string, elements: readonly Element[]): string => {
  const all = elements.flatMap(sentences)
  return all.length > 0 ? `${page}写着${all.join('，')}。` : ''
}

/** A pop-up to which no instruction leads is told with its buttons: one of them is the way on. */
function dialogWords({ dialog }: Picture): string {
  if (!dialog) return ''
  const { body, buttons = [] } = dialog
  const numbered = [...body, ...buttons].some(({ hit }) => hit)
  const press = numbered ? '' : buttons.map(({ label }) => buttonName(label)).join('，')
  return `${pageWords('弹窗里', body)}${press ? `下面有${press}。` : ''}`
}

/** What stands in a framed line instead of a box to fill in: 「请先填写名称」. A beginning of something is no sentence. */
function heldWords(elements: readonly Element[]): string {
  const held = elements
    .flatMap((element) => (element.kind === 'row' && element.hit ? element.body.flatMap(sentences) : []))
    .filter((words) => !words.includes('…'))
  return held.length > 0 ? `框里写着${held.join('，')}。` : ''
}

/** The sentence a screen reader says. A capture bears no numbers, but the targets are the same. */
export function altOf(picture: Picture, kind: '示意图' | '截图' = '示意图'): string {
  const address = picture.address ?? (picture.address === undefined ? platform : '')
  const where = address.includes('.') ? `，网址 ${address}` : ''
  const pop = picture.dialog ? `，上面弹出${quoted(picture.dialog.title)}` : ''
  const hits = hitsOf(picture).map(({ hit, name }) => targetWords(hit, name))
  const wrong = allTargets(picture).flatMap(({ name, mark }) => (mark.not ? [name] : []))
  const not = wrong.length > 0 ? `不是${wrong.join('、')}。` : ''
  const said = `${pageWords('页面上', picture.body)}${dialogWords(picture)}${heldWords(picture.body)}`
  return `${kind}：${picture.page}${where}${stepperWords(picture)}${pop}。${said}${hits.map((words) => `${words}。`).join('')}${not}`
}
