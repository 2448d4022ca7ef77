import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { Part } from '#domain/content/types'
import { useApp, useEdits } from '../../stores/hooks'
import { useStartedClock } from '../../stores/use-remembering'
import { Pressable } from '../../ui/pressable'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'
import { ClockSheet } from './clock-sheet'
import { sentencesUpTo } from './part-sentences'
import type { StepPlace } from './use-step'

/** Parts of a step that are ticked one by one, because a clock starts at one of them. */
export function StepParts({ place }: { readonly place: StepPlace }) {
  const edits = useEdits()
  const { device } = useApp()
  const started = useStartedClock()
  const { start } = started
  const parts = place.step.parts ?? []
  const ticked = new Set(place.state.parts.filter(({ done }) => done).map(({ part }) => part.id))
  const [upTo, setUpTo] = useState(() => sentencesUpTo(parts, ticked))
  const guide = place.guide.id
  const toggle = useCallback(
    (part: Part, on: boolean) => {
      edits.tick(guide, part.id, on)
      if (on) device.tick()
      if (on && part.clock) start(guide, part.clock.id)
    },
    [edits, guide, device, start],
  )
  if (parts.length === 0) return null
  const later = parts.length - upTo
  return (
    <View>
      <Section title='一项一项来' note='做好一项勾一项' />
      {parts.map((part, i) => (
        <PartRow key={part.id} part={part} on={ticked.has(part.id)} text={i < upTo} onToggle={toggle} />
      ))}
      {later > 0 ? (
        <View className='list step-later'>
          <Row title={`后面 ${later} 项怎么做`} go='down' onTap={() => setUpTo(parts.length)} />
        </View>
      ) : null}
      {started.deadline ? <ClockSheet deadline={started.deadline} onClose={started.clear} /> : null}
    </View>
  )
}

interface PartProps {
  readonly part: Part
  readonly on: boolean
  /** Its sentence is shown, not only its name. */
  readonly text: boolean
  readonly onToggle: (part: Part, on: boolean) => void
}

const aria = { on: { role: 'checkbox', checked: true }, off: { role: 'checkbox', checked: false } } as const

/** An option whose box is drawn by the style: a step may have ten of them. */
function PartRow({ part, on, text, onToggle }: PartProps) {
  return (
    <Pressable
      className={on ? 'option part is-on' : 'option part'}
      onTap={() => onToggle(part, !on)}
      aria={on ? aria.on : aria.off}
    >
      <View className='name'>{part.title}</View>
      {text ? <View className='sub'>{part.text}</View> : null}
    </Pressable>
  )
}
