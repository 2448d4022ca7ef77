import { Input, Text, Textarea, View, type ViewProps } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { aria, fieldAria } from './aria'
import { keyboardFor, type Kind } from './keyboards'

export interface EntryHint {
  readonly tone: 'plain' | 'warn' | 'wrong' | 'good'
  readonly text: string
}

interface Props {
  readonly label: string
  readonly value: string
  readonly placeholder?: string | undefined
  readonly input: Kind | 'lines'
  readonly maxLength: number
  readonly count?: string | undefined
  readonly hints: readonly EntryHint[]
  readonly onInput: (text: string) => void
  /** The person has gone on to something else. */
  readonly onLeave?: (() => void) | undefined
}

type Typed = { detail: { value: string } }

/** What the check says is heard while the field keeps the focus. */
const announced = aria({ live: 'polite' }) as ViewProps

export function TextEntry({ label, value, placeholder = '', input, maxLength, count, hints, onInput, onLeave }: Props) {
  const [focused, setFocused] = useState(false)
  const wrong = hints.some((hint) => hint.tone === 'wrong')
  const common = {
    value,
    placeholder,
    placeholderClass: 'placeholder',
    maxlength: maxLength,
    onInput: (event: Typed) => onInput(event.detail.value),
    onFocus: () => setFocused(true),
    onBlur: () => {
      setFocused(false)
      onLeave?.()
    },
  }
  const tall = input === 'lines'
  const spoken = useMemo(() => fieldAria(label, wrong, tall), [label, wrong, tall])
  const keyboard = useMemo(() => (input === 'lines' ? {} : keyboardFor(input)), [input])
  return (
    <View className={`entry${focused ? ' is-focused' : ''}${wrong ? ' is-wrong' : ''}`}>
      <Text className='label'>{label}</Text>
      <View className={tall ? 'box tall' : 'box'}>
        {tall ? (
          <Textarea className='lines' autoHeight cursorSpacing={120} {...common} {...spoken} />
        ) : (
          <Input className='input' cursorSpacing={120} {...keyboard} {...common} {...spoken} />
        )}
        {count ? <Text className='count'>{count}</Text> : null}
      </View>
      <View {...announced}>
        {hints.map((hint) => (
          <Text key={hint.text} className={`hint ${hint.tone}`}>
            {hint.text}
          </Text>
        ))}
      </View>
    </View>
  )
}
