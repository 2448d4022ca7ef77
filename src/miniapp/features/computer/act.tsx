import { Text } from '@tarojs/components'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'

interface Props {
  readonly icon: string
  readonly words: string
  /** With what it is done to: there are many of its kind on the page. */
  readonly label: string
  /** Done already, or not to be advised. */
  readonly quiet?: boolean
  readonly onTap: () => void
}

export function Act({ icon, words, label, quiet, onTap }: Props) {
  return (
    <Pressable className={quiet ? 'pc-act quiet' : 'pc-act'} onTap={onTap} aria={{ label }}>
      <Icon name={icon} className='s18' />
      <Text>{words}</Text>
    </Pressable>
  )
}
