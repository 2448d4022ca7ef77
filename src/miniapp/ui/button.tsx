import { Icon } from './icon'
import { Pressable } from './pressable'

interface Props {
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'danger solid' | 'text' | 'text quiet'
  readonly words: string
  readonly onTap: () => void
  readonly icon?: string
  /** Extra layout class: aside, half, compact. */
  readonly className?: string
  /** Says why in its words (「先选一项」); the tap does nothing. */
  readonly off?: boolean
}

const nothing = () => undefined

export function Button({ kind = 'primary', words, onTap, icon, className = '', off = false }: Props) {
  return (
    <Pressable
      className={`button ${off ? 'is-off' : kind} ${className}`}
      onTap={off ? nothing : onTap}
      aria={off ? { disabled: true, label: words } : { label: words }}
    >
      {icon ? <Icon name={icon} /> : null}
      {words}
    </Pressable>
  )
}
