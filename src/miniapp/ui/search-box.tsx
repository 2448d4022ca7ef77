import { Input, View } from '@tarojs/components'
import { useMemo } from 'react'
import { fieldAria } from './aria'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface Props {
  /** As it is read out. */
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly maxLength: number
  readonly onInput: (value: string) => void
  /** With a button that empties it. */
  readonly clears?: true
}

/** Where one types what is looked for. */
export function SearchBox({ label, value, placeholder, maxLength, onInput, clears }: Props) {
  const spoken = useMemo(() => fieldAria(label, false, false), [label])
  return (
    <View className='search'>
      <Icon name='search' className='s20' />
      <Input
        className='input'
        value={value}
        placeholder={placeholder}
        placeholderClass='placeholder'
        {...spoken}
        maxlength={maxLength}
        onInput={(event) => onInput(event.detail.value)}
      />
      {clears !== true || value === '' ? null : (
        <Pressable className='search-clear' onTap={() => onInput('')} aria={{ label: '清空' }}>
          <Icon name='close' className='s20' />
        </Pressable>
      )}
    </View>
  )
}
