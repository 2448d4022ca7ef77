import { View, type ViewProps } from '@tarojs/components'
import { useState } from 'react'
import type { Field, Material } from '#domain/content/types'
import { textOf } from '#domain/material-state'
import { useApp, useEdits, useEntries } from '../../stores/hooks'
import { aria } from '../../ui/aria'
import { Option } from '../../ui/option'
import { Pressable } from '../../ui/pressable'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'
import { Sheet } from '../../ui/sheet'

interface Props {
  readonly material: Material
  readonly field: Field
}

type Choices = NonNullable<Field['choices']>

/** More than this no longer fit one below the other: they open as a sheet of short names. */
const mostOptions = 6

/** Kept at once when chosen. */
export function Choice({ material, field }: Props) {
  const { device } = useApp()
  const edits = useEdits()
  const chosen = textOf(useEntries(), material.id, field)
  const choices = field.choices ?? []
  const choose = (id: string) => {
    device.tick()
    edits.text(material.id, field.id, id)
  }
  const Shown = choices.length > mostOptions ? Many : Few
  return <Shown field={field} choices={choices} chosen={chosen} onChoose={choose} />
}

interface ShownProps {
  readonly field: Field
  readonly choices: Choices
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

function Few({ field, choices, chosen, onChoose }: ShownProps) {
  const group = { ...aria({ role: 'radiogroup', label: field.label }) } as ViewProps
  return (
    <View>
      <Section title={field.label} />
      <View {...group}>
        {choices.map(({ id, label, note }) => (
          <Option key={id} shape='radio' name={label} note={note} on={id === chosen} onTap={() => onChoose(id)} />
        ))}
      </View>
    </View>
  )
}

function Many({ field, choices, chosen, onChoose }: ShownProps) {
  const [open, setOpen] = useState(false)
  const label = choices.find((choice) => choice.id === chosen)?.label
  const choose = (id: string) => {
    setOpen(false)
    onChoose(id)
  }
  return (
    <View>
      <Section title={field.label} />
      <View className='list'>
        <Row
          title={label ?? '点这里选'}
          sub={label === undefined ? field.hint : undefined}
          {...(label === undefined ? { titleClass: 'link' } : { value: '改' })}
          onTap={() => setOpen(true)}
        />
      </View>
      {open ? (
        <Sheet title={field.label} onClose={() => setOpen(false)}>
          <View className='mat-names' {...(aria({ role: 'radiogroup', label: field.label }) as ViewProps)}>
            {choices.map((choice) => (
              <Pressable
                key={choice.id}
                className={choice.id === chosen ? 'one is-on' : 'one'}
                onTap={() => choose(choice.id)}
                aria={{ role: 'radio', checked: choice.id === chosen, label: choice.label }}
              >
                {choice.label}
              </Pressable>
            ))}
          </View>
        </Sheet>
      ) : null}
    </View>
  )
}
