import { View } from '@tarojs/components'
import type { GuideId } from '#domain/content/types'
import type { StepState } from '#domain/guide-state'
import { useApp, useEdits } from '../../stores/hooks'
import { Option } from '../../ui/option'
import { Section } from '../../ui/section'

/** Parts of a step that are ticked one by one, because a clock starts at one of them. */
export function StepParts({ guide, state }: { readonly guide: GuideId; readonly state: StepState }) {
  const edits = useEdits()
  const { device } = useApp()
  if (state.parts.length === 0) return null
  const toggle = (part: string, on: boolean) => {
    edits.tick(guide, part, on)
    if (on) device.tick()
  }
  return (
    <View>
      <Section title='一项一项来' note='做好一项勾一项' />
      {state.parts.map(({ part, done }) => (
        <Option key={part.id} shape='box' name={part.title} note={part.text} on={done} onTap={() => toggle(part.id, !done)} />
      ))}
    </View>
  )
}
