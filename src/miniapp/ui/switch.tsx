import { Pressable } from './pressable'

export function Switch({
  on,
  label,
  onTap,
}: {
  readonly on: boolean
  readonly label: string
  readonly onTap: () => void
}) {
  return (
    <Pressable className={on ? 'switch is-on' : 'switch'} onTap={onTap} aria={{ role: 'switch', checked: on, label }} />
  )
}
