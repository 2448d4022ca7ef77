import { Input, Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from './aria'

export interface EntryHint {
  readonly tone: 'plain' | 'warn' | 'wrong' | 'good'
  readonly text: string
}

interface Props {
  readonly label: string
  readonly value: string
  readonly placeholder?: string | undefined
  readonly input: 'text' | 'email' | 'phone' | 'code' | 'digits' | 'lines'
  readonly maxLength: number
  readonly count?: string | undefined
  readonly hints: readonly EntryHint[]
  readonly onInput: (text: string) => void
  /** The person has gone on to something else. */
  readonly onLeave?: (() => void) | undefined
}

type Typed = { detail: { value: string } }

const keyboards = { text: 'text', email: 'text', phone: 'text', code: 'text', digits: 'number' } as const

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
    ...aria({ role: 'textbox', label }),
  }
  return (
    <View className={`entry${focused ? ' is-focused' : ''}${wrong ? ' is-wrong' : ''}`}>
      <Text className='label'>{label}</Text>
      <View className={input === 'lines' ? 'box tall' : 'box'}>
        {input === 'lines' ? (
          <Textarea className='lines' autoHeight cursorSpacing={120} {...common} />
        ) : (
          <Input className='input' type={keyboards[input]} cursorSpacing={120} {...common} />
        )}
        {count ? <Text className='count'>{count}</Text> : null}
      </View>
      {hints.map((hint) => (
        <Text key={hint.text} className={`hint ${hint.tone}`}>
          {hint.text}
        </Text>
      ))}
    </View>
  )
}
