/** What the checklist's one button does: the most urgent item by name, what is to be redone before what is missing. */
import { lackingPhotos } from '#domain/lacking'
import type { MaterialState } from '#domain/material-state'
import type { Progress } from '#domain/progress'
import { nextWords } from '../../stores/words'
import { redoOf } from './rows'

export type Urgent =
  | { readonly kind: 'questions' | 'next'; readonly words: string }
  | { readonly kind: 'material'; readonly words: string; readonly material: string }
  | { readonly kind: 'photo'; readonly words: string; readonly material: string; readonly slot: string }

/** 「账号名称，备 3 个」 is 账号名称 on a button. */
const short = (title: string) => title.split('，')[0] ?? title

function redoAction(state: MaterialState): Urgent {
  const redo = redoOf(state)
  const words = `重拍${redo?.label ?? state.material.title}`
  const material = state.material.id
  return redo ? { kind: 'photo', words, material, slot: redo.slot } : { kind: 'material', words, material }
}

/** With a choice of permits the person chooses on the material's page; otherwise the photo is taken at once. */
function todoAction(state: MaterialState): Urgent {
  const { material } = state
  const name = short(material.title)
  const { slots, choice } = lackingPhotos(state)
  const [first] = slots
  if (first && !choice) return { kind: 'photo', words: `拍${first.label}`, material: material.id, slot: first.id }
  if (first) return { kind: 'material', words: `拍${name}`, material: material.id }
  const verb = { photo: '核对', text: '填', confirm: '确认' }[material.group]
  return { kind: 'material', words: `${verb}${name}`, material: material.id }
}

export function urgentOf(progress: Progress): Urgent {
  const { plan, materials, next } = progress
  if (plan.open.length > 0) {
    const started = plan.open.length < plan.asked.length
    return {
      kind: 'questions',
      words: started ? `再回答 ${plan.open.length} 个问题` : `先回答 ${plan.open.length} 个问题`,
    }
  }
  const redo = materials.find((one) => one.state === 'redo')
  if (redo) return redoAction(redo)
  const todo = materials.find((one) => one.state === 'todo' && !one.material.optional)
  if (todo) return todoAction(todo)
  return { kind: 'next', words: progress.done === 0 ? '都备好了，开始注册' : nextWords(next) }
}
