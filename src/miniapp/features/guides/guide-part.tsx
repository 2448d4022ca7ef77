import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { GuideState, StepState } from '#domain/guide-state'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { Row } from '../../ui/row'
import { StateMark, type Mark } from '../../ui/state-mark'

const marks: Record<GuideState['state'], Mark> = { passed: 'done', now: 'now', wait: 'wait', later: 'todo' }

interface Props {
  readonly state: GuideState
  readonly open: boolean
  readonly sub?: string | undefined
  readonly onToggle: () => void
  readonly onStep: (step: string) => void
}

/** One guide of the route: its name, and when open its steps around the current one. */
export function GuidePart({ state, open, sub, onToggle, onStep }: Props) {
  const count = state.state === 'later' ? `${state.total} 步` : `${state.done} / ${state.total}`
  return (
    <View>
      <Row
        mark={<StateMark mark={marks[state.state]} />}
        title={state.guide.title}
        strong={state.state === 'now'}
        sub={sub}
        value={count}
        go={open ? 'up' : 'down'}
        onTap={onToggle}
        aria={{ expanded: open }}
      />
      {open ? <Steps state={state} onStep={onStep} /> : null}
    </View>
  )
}

/** Last done, current, two next; the rest on demand. */
function around(steps: readonly StepState[], current: number): readonly number[] {
  const from = Math.max(0, current - 1)
  return steps.map((_, i) => i).filter((i) => i >= from && i <= from + 3)
}

function Steps({ state, onStep }: { readonly state: GuideState; readonly onStep: (step: string) => void }) {
  const [all, setAll] = useState(false)
  const current = state.next ? state.steps.indexOf(state.next) : 0
  const shown = all || state.steps.length <= 5 ? state.steps.map((_, i) => i) : around(state.steps, current)
  const hidden = state.steps.length - shown.length
  return (
    <View className='way-steps'>
      {shown.map((i) => {
        const step = state.steps[i]
        return step ? (
          <StepLine
            key={step.step.id}
            state={step}
            number={i + 1}
            on={step === state.next && state.state !== 'later'}
            onStep={onStep}
          />
        ) : null
      })}
      {hidden > 0 ? (
        <Pressable className='way-step' onTap={() => setAll(true)}>
          <View className='dot' />
          <Text className='link'>还有 {hidden} 步</Text>
        </Pressable>
      ) : null}
    </View>
  )
}

interface LineProps {
  readonly state: StepState
  readonly number: number
  readonly on: boolean
  readonly onStep: (step: string) => void
}

function StepLine({ state, number, on, onStep }: LineProps) {
  const { step, done } = state
  return (
    <Pressable
      className={on ? 'way-step on' : 'way-step'}
      onTap={() => onStep(step.id)}
      aria={done ? { label: `${step.title}，做好了` } : undefined}
    >
      <View className='dot'>{done ? <Icon name='check' className='s18' /> : <Text>{number}</Text>}</View>
      <Text className='grow'>{step.title}</Text>
    </Pressable>
  )
}
