import { Text, View } from '@tarojs/components'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface Props {
  readonly name: string
  readonly note?: string | undefined
  readonly on: boolean
  /** radio: one of several; box: ticked on its own. */
  readonly shape: 'radio' | 'box'
  readonly onTap: () => void
}

export function Option({ name, note, on, shape, onTap }: Props) {
  return (
    <Pressable
      className={on ? 'option is-on' : 'option'}
      onTap={onTap}
      aria={{ role: shape === 'radio' ? 'radio' : 'checkbox', checked: on, label: note ? `${name}，${note}` : name }}
    >
      {shape === 'radio' ? (
        <View className='radio' />
      ) : (
        <View className='box'>
          <Icon name='check-bold' />
        </View>
      )}
      <View className='grow'>
        <Text className='name'>{name}</Text>
        {note ? <Text className='sub'>{note}</Text> : null}
      </View>
    </Pressable>
  )
}
