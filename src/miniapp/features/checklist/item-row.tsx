import { memo } from 'react'
import { Row } from '../../ui/row'
import { StateMark } from '../../ui/state-mark'
import type { ChecklistRow } from './rows'

interface Props extends ChecklistRow {
  readonly onOpen: (id: string) => void
}

/** One focusable line: the mark is a state, not a box to tick; the page behind it changes it. */
export const ItemRow = memo(function ItemRow({ id, mark, title, sub, warned, spoken, onOpen }: Props) {
  return (
    <Row
      className={mark === 'none' ? 'item is-none' : 'item'}
      mark={<StateMark mark={mark} />}
      title={title}
      sub={sub}
      subClass={mark === 'redo' ? 'redo-text' : warned ? 'warn-text' : ''}
      aria={{ label: spoken }}
      onTap={() => onOpen(id)}
    />
  )
})
