import { View } from '@tarojs/components'
import { useState } from 'react'
import type { StepField } from '#domain/content/types'
import { fieldValue } from '#domain/values'
import { useApp, useEntries } from '../../stores/hooks'
import { Chip } from '../../ui/chip'
import { Section } from '../../ui/section'

/** What to type, as chips that copy: filled from what the merchant entered. */
export function StepFields({ fields }: { readonly fields: readonly StepField[] }) {
  const [copied, setCopied] = useState<string | null>(null)
  if (fields.length === 0) return null
  return (
    <View>
      <Section title='照着填' note='点一下就复制' />
      <View className='card chips'>
        {fields.map((field) => (
          <FieldChip
            key={field.label}
            field={field}
            copied={copied === field.label}
            onCopied={() => setCopied(field.label)}
          />
        ))}
      </View>
    </View>
  )
}

interface ChipProps {
  readonly field: StepField
  readonly copied: boolean
  readonly onCopied: () => void
}

function FieldChip({ field, copied, onCopied }: ChipProps) {
  const { content, device, navigator } = useApp()
  const value = fieldValue(field.value, useEntries(), content.materials)
  const { label, hint } = field
  if (value.kind === 'on-page') return <Chip kind='note' label={label} hint={hint} value={value.why} />
  if (value.kind === 'photo')
    return (
      <Chip
        kind='photo'
        label={label}
        hint={hint}
        value='用拍好的照片'
        onTap={() => navigator.material(value.material)}
      />
    )
  if (value.kind === 'missing')
    return (
      <Chip kind='empty' label={label} hint={hint} value='还没填' onTap={() => navigator.material(value.material)} />
    )
  const copy = async () => {
    if (!(await device.copy(value.text))) return device.toast('没能复制，请长按文字自己复制')
    onCopied()
    device.copied()
  }
  return (
    <Chip
      kind={copied ? 'copied' : 'value'}
      label={label}
      hint={hint}
      value={value.text}
      mono={/^[\x20-\x7e]+$/.test(value.text)}
      onTap={() => void copy()}
    />
  )
}

/** The address to open on the computer. */
export function StepAddress({ label, url }: { readonly label: string; readonly url: string }) {
  return <StepFields fields={[{ label, value: { text: url } }]} />
}
