/** The one next action on a material's page. */
import type { Slot } from '#domain/content/types'
import { lackingPhotos } from '#domain/lacking'
import type { ShownMaterial } from './use-material'

export type Act =
  | { readonly kind: 'back' | 'save' | 'accept' | 'confirm' | 'off'; readonly words: string }
  | { readonly kind: 'shoot'; readonly words: string; readonly slot: string }

export interface Facts {
  readonly state: ShownMaterial
  /** Something typed is not kept yet. */
  readonly dirty: boolean
  /** What was read of the photo fills in what was empty, and waits for a yes. */
  readonly offered: boolean
  readonly statementsTicked: boolean
}

const shoot = (verb: string, slot: Slot): Act => ({ kind: 'shoot', words: `${verb}${slot.label}`, slot: slot.id })

function photoAct(state: ShownMaterial): Act | null {
  const redo = state.slots.find(({ photos }) => photos.some((photo) => photo.redo !== undefined))
  if (redo) return shoot('重拍', redo.slot)
  const { slots, choice } = lackingPhotos(state)
  const [first] = slots
  if (!first) return null
  if (choice) return { kind: 'off', words: '在上面选一样来拍' }
  return shoot(state.material.optional ? '选一张' : '拍', first)
}

export function actOf({ state: now, dirty, offered, statementsTicked }: Facts): Act {
  if (now.state === 'none') return { kind: 'back', words: '知道了' }
  if (dirty) return { kind: 'save', words: '保存' }
  if (offered) return { kind: 'accept', words: '核对无误' }
  const photo = photoAct(now)
  if (photo) return photo
  const lacking = now.fields.filter((field) => !field.optional && now.missing.includes(field.label))
  if (lacking.some(({ input }) => input !== 'choice' && input !== 'date')) return { kind: 'save', words: '保存' }
  if (lacking.length > 0) return { kind: 'off', words: '先在上面选一项' }
  if (now.state === 'done') return { kind: 'back', words: '备好了' }
  return statementsTicked ? { kind: 'confirm', words: '我都备好了' } : { kind: 'off', words: '先逐条勾上' }
}
