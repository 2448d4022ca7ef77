import { View } from '@tarojs/components'
import { Choice } from './choice'
import { DateField } from './date-field'
import { Fields } from './fields'
import { FilingAdvice } from './filing-advice'
import { ReadingNote } from './reading-note'
import { RecognisedCard } from './recognised-card'
import type { Parts } from './use-dock'

/** What was read of the photo, then choices, then what is typed. */
export function TypedPart({ parts, editing }: { readonly parts: Parts; readonly editing: boolean }) {
  const { state, form, recognised, offered, accept } = parts
  const { material } = state
  const own = form.fields.filter(({ field }) => field.slot === undefined)
  const toType = offered
    ? own.filter((one) => recognised.offers.every((offer) => offer.field.id !== one.field.id))
    : own
  return (
    <View>
      {recognised.offers.length > 0 && !(recognised.fresh && editing) ? (
        <RecognisedCard offers={recognised.offers} offered={offered} onUse={accept} />
      ) : null}
      {form.dirty ? null : <ReadingNote stage={recognised.stage} onRead={recognised.readOnPhone} />}
      {state.fields.map((field) =>
        field.input === 'choice' ? <Choice key={field.id} material={material} field={field} /> : null,
      )}
      <FilingAdvice material={material} />
      {toType.length === 0 ? null : <Fields fields={toType} />}
      {state.fields.map((field) =>
        field.input === 'date' && field.slot === undefined ? (
          <DateField key={field.id} material={material} field={field} />
        ) : null,
      )}
    </View>
  )
}
