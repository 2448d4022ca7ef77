import { View } from '@tarojs/components'
import { textOf } from '#domain/material-state'
import { useEntries } from '../../stores/hooks'
import { usePhotos } from '../../stores/photo-hooks'
import { DateField } from './date-field'
import { Fields } from './fields'
import type { FieldsForm } from './use-fields'
import type { ShownMaterial } from './use-material'

interface Props {
  readonly state: ShownMaterial
  readonly form: FieldsForm
  readonly slot: string
}

/** A permit's number and last day, once its photo is there: of the others nobody has to say anything. */
export function PermitTexts({ state, form, slot }: Props) {
  const entries = useEntries()
  const taken = usePhotos(slot).length > 0
  const mine = state.fields.filter((field) => field.slot === slot)
  const kept = mine.some((field) => textOf(entries, state.material.id, field) !== '')
  if (mine.length === 0 || !(taken || kept)) return null
  return (
    <View className='mat-of-slot'>
      <Fields fields={form.fields.filter(({ field }) => field.slot === slot)} />
      {mine.map((field) =>
        field.input === 'date' ? <DateField key={field.id} material={state.material} field={field} /> : null,
      )}
    </View>
  )
}
