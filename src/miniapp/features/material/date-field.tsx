import { Text, View, type ViewProps } from '@tarojs/components'
import { atHour } from '#domain/calendar'
import type { Field, Material } from '#domain/content/types'
import { monthsIn } from '#domain/expiries'
import { textOf } from '#domain/material-state'
import { forever, lastDayOf } from '#domain/validity'
import { useApp, useEdits, useEntries } from '../../stores/hooks'
import { dateWords } from '../../stores/words'
import { aria } from '../../ui/aria'
import { DatePicker } from '../../ui/date-picker'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { validityHint } from './validity-words'

interface Props {
  readonly material: Material
  readonly field: Field
}

/** Papers of today run out in between; older ones are entered too, so that the page can say so. */
const span = { first: '2000-01-01', last: '2199-12-31' } as const
const announced = aria({ live: 'polite' }) as ViewProps

/** The last day of a paper, or 长期. Kept at once when chosen. */
export function DateField({ material, field }: Props) {
  const { clock, device } = useApp()
  const edits = useEdits()
  const entries = useEntries()
  const kept = textOf(entries, material.id, field)
  const last = lastDayOf(kept)
  const now = clock.now()
  const keep = (text: string) => {
    device.tick()
    edits.text(material.id, field.id, text === '' ? null : text)
  }
  const hint = validityHint(kept, monthsIn(entries), now) ?? { tone: 'plain', text: field.hint ?? '' }
  const always = kept === forever
  return (
    <View className='entry mat-date'>
      <Text className='label'>{field.optional ? `${field.label}（可以不填）` : field.label}</Text>
      <View className='box'>
        <DatePicker
          {...span}
          label={field.label}
          value={last === null ? '' : kept}
          words={last === null ? '选一个日子' : dateWords(atHour(last, 12), now)}
          onPick={keep}
        />
        <Pressable
          className={always ? 'always is-on' : 'always'}
          aria={{ role: 'checkbox', checked: always, label: '长期有效' }}
          onTap={() => keep(always ? '' : forever)}
        >
          {always ? <Icon name='check' className='s18' /> : null}
          <Text>{forever}</Text>
        </Pressable>
      </View>
      <View {...announced}>{hint.text === '' ? null : <Text className={`hint ${hint.tone}`}>{hint.text}</Text>}</View>
    </View>
  )
}
