import { Text, View } from '@tarojs/components'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { TextEntry } from '../../ui/text-entry'
import type { FieldForm } from './use-fields'

/** Far above what any field may hold: a paste is never cut off silently, the check names the limit. */
const maxTyped = 500

export function Fields({ fields }: { readonly fields: readonly FieldForm[] }) {
  return (
    <View className='mat-fields'>
      {fields.map((form) => (
        <Entry key={form.field.id} form={form} />
      ))}
    </View>
  )
}

function Entry({ form }: { readonly form: FieldForm }) {
  const { field, text, count, hints, suggestion, onInput, onLeave } = form
  const input = field.input === 'choice' ? 'text' : field.input
  return (
    <View className='entry-of'>
      <TextEntry
        label={field.optional ? `${field.label}（可以不填）` : field.label}
        value={text}
        placeholder={field.example === undefined ? '' : `例如 ${field.example}`}
        input={input}
        maxLength={maxTyped}
        count={count}
        hints={hints}
        onInput={onInput}
        onLeave={onLeave}
      />
      {suggestion === undefined ? null : (
        <Pressable className='mat-meant' onTap={() => onInput(suggestion)}>
          <Icon name='edit' className='s18' />
          <Text>是不是 {suggestion}？点一下就改</Text>
        </Pressable>
      )}
    </View>
  )
}
