import { View } from '@tarojs/components'
import { useState } from 'react'
import { materialTexts } from '#domain/content/parts/material-texts'
import { keyOf } from '#domain/entries'
import { checkField } from '#domain/field-check'
import { useApp, useEdits, useEntries } from '../../stores/hooks'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { TextEntry, type EntryHint } from '../../ui/text-entry'

/** Something learnt at a step (the AppID): typed here, checked, kept. */
export function ResultEntry({ materialId }: { readonly materialId: string }) {
  const { device } = useApp()
  const entries = useEntries()
  const edits = useEdits()
  const material = materialTexts.materials.find((one) => one.id === materialId)
  const field = material?.fields?.[0]
  const kept = field ? entries.get(keyOf.text(materialId, field.id)) : undefined
  const [typed, setTyped] = useState<string | null>(null)
  const [hints, setHints] = useState<readonly EntryHint[]>([])
  if (!material || !field) return null
  const value = typed ?? (typeof kept === 'string' ? kept : '')
  const save = () => {
    const checked = checkField(material, field, value, entries)
    if (!checked.ok) return setHints([{ tone: 'wrong', text: checked.message }])
    setHints([{ tone: 'good', text: '记下了' }])
    edits.text(materialId, field.id, checked.value)
    setTyped(null)
    device.tick()
  }
  return (
    <View>
      <Section title={material.title} />
      <TextEntry
        label={field.label}
        value={value}
        placeholder={field.example}
        input={field.input === 'choice' || field.input === 'date' ? 'text' : field.input}
        maxLength={500}
        hints={hints}
        onInput={setTyped}
      />
      <View className='step-stack'>
        <Button kind='secondary' words='记下来' onTap={save} />
      </View>
    </View>
  )
}
