import { Text, View } from '@tarojs/components'
import { memo, useCallback, useEffect, useRef } from 'react'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { TextEntry } from '../../ui/text-entry'
import type { FieldForm } from './use-fields'

/** Far above what any field may hold: a paste is never cut off silently, the check names the limit. */
const maxTyped = 500

export function Fields({ fields }: { readonly fields: readonly FieldForm[] }) {
  const latest = useRef(fields)
  useEffect(() => {
    latest.current = fields
  }, [fields])
  const now = useCallback((id: string) => latest.current.find(({ field }) => field.id === id), [])
  return (
    <View className='mat-fields'>
      {fields.map((form) => (
        <Entry key={form.field.id} form={form} now={now} />
      ))}
    </View>
  )
}

interface EntryProps {
  readonly form: FieldForm
  /** The form as it is when the person acts, not as it was drawn. */
  readonly now: (id: string) => FieldForm | undefined
}

const sayTheSame = ({ form: a }: EntryProps, { form: b }: EntryProps): boolean =>
  a.field === b.field &&
  a.text === b.text &&
  a.count === b.count &&
  a.suggestion === b.suggestion &&
  a.hints.length === b.hints.length &&
  a.hints.every(({ tone, text }, i) => tone === b.hints[i]?.tone && text === b.hints[i]?.text)

/** Drawn only when it says something else: Taro sends an input's value again each time it is drawn. */
const Entry = memo(function Entry({ form, now }: EntryProps) {
  const { field, text, count, hints, suggestion } = form
  const onInput = (words: string) => now(field.id)?.onInput(words)
  const onLeave = () => now(field.id)?.onLeave()
  const input = field.input === 'choice' || field.input === 'date' ? 'text' : field.input
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
}, sayTheSame)
