import { View } from '@tarojs/components'
import { useState } from 'react'
import { endOf } from '#domain/clocks'
import type { Clock, GuideId, Part } from '#domain/content/types'
import type { StepState } from '#domain/guide-state'
import { useApp, useEdits } from '../../stores/hooks'
import { Option } from '../../ui/option'
import { Section } from '../../ui/section'
import { ClockSheet } from './clock-sheet'

/** Parts of a step that are ticked one by one, because a clock starts at one of them. */
export function StepParts({ guide, state }: { readonly guide: GuideId; readonly state: StepState }) {
  const edits = useEdits()
  const { device, clock } = useApp()
  const [started, setStarted] = useState<Clock | null>(null)
  if (state.parts.length === 0) return null
  const toggle = (part: Part, on: boolean) => {
    edits.tick(guide, part.id, on)
    if (on) device.tick()
    if (on && part.clock) setStarted(part.clock)
  }
  return (
    <View>
      <Section title='一项一项来' note='做好一项勾一项' />
      {state.parts.map(({ part, done }) => (
        <Option
          key={part.id}
          shape='box'
          name={part.title}
          note={part.text}
          on={done}
          onTap={() => toggle(part, !done)}
        />
      ))}
      {started ? (
        <ClockSheet clock={started} endsMs={endOf(started, clock.now())} onClose={() => setStarted(null)} />
      ) : null}
    </View>
  )
}
