import { useApp } from '../../stores/hooks'
import { actOf, type Act } from './dock-act'
import type { FieldsForm } from './use-fields'
import type { Recognised } from './use-recognised'
import type { Statements } from './use-statements'
import type { ShownMaterial } from './use-material'

export interface Parts {
  readonly state: ShownMaterial
  readonly form: FieldsForm
  readonly recognised: Recognised
  readonly statements: Statements
  /** Nothing was typed, and what was read of the photo waits for a yes. */
  readonly offered: boolean
  /** Takes over what was read. */
  readonly accept: () => void
}

export interface DockView {
  readonly act: Act
  readonly run: () => void
}

/** How the rules name the missing confirmation. */
const confirmation = '逐条确认'

/** What the button says and does; the page is left when nothing more is missing. */
export function useDock({ state, form, statements, offered, accept }: Parts): DockView {
  const { device, navigator } = useApp()
  const ready = statements.all && (state.material.statements ?? []).length > 0
  const act = actOf({ state, dirty: form.dirty, offered, statementsTicked: ready })
  const save = () => {
    if (!form.save()) return device.toast('红字那里要改一下')
    if (ready && !statements.confirmed) statements.confirm()
    const kept = new Set(form.fields.map(({ field }) => field.label))
    const left = state.missing.filter((label) => !kept.has(label) && !(label === confirmation && ready))
    device.toast('已保存')
    if (left.length === 0) navigator.back()
  }
  const confirm = () => {
    statements.confirm()
    device.tick()
    navigator.back()
  }
  const run = () => {
    if (act.kind === 'back') navigator.back()
    else if (act.kind === 'save') save()
    else if (act.kind === 'accept') accept()
    else if (act.kind === 'confirm') confirm()
    else if (act.kind === 'shoot') navigator.shoot(state.material.id, act.slot)
  }
  return { act, run }
}
