import { View } from '@tarojs/components'
import { Button } from './button'
import { Icon } from './icon'

interface Props {
  readonly icon: string
  readonly title: string
  readonly text: string
  readonly action?: { readonly words: string; readonly onTap: () => void }
}

/** Empty, failed, not found: what, why nothing is lost, one way on. */
export function Empty({ icon, title, text, action }: Props) {
  return (
    <View className='card empty'>
      <Icon name={icon} className='s40' />
      <View className='head'>{title}</View>
      <View className='note'>{text}</View>
      {action ? <Button kind='secondary' className='compact' words={action.words} onTap={action.onTap} /> : null}
    </View>
  )
}
