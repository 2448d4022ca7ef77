import { View } from '@tarojs/components'
import { useState } from 'react'
import { materialTexts } from '#domain/content/parts/material-texts'
import type { PermitRule } from '#domain/content/types'
import { satisfied } from '#domain/permits'
import { useProgress } from '../../stores/hooks'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { Tag } from '../../ui/tag'
import { permitGroups } from './permit-groups'
import { PermitTexts } from './permit-texts'
import { SlotCard } from './slot-card'
import type { FieldsForm } from './use-fields'
import type { ShownMaterial } from './use-material'

interface Props {
  readonly state: ShownMaterial
  readonly form: FieldsForm
}

/** The documents to photograph: the material's own, or those of the industry's rule. */
export function Photos({ state, form }: Props) {
  const { material, slots, permits } = state
  if (permits !== null) return <Permits state={state} form={form} rule={permits} />
  return (
    <View className='stack'>
      {slots.map(({ slot }) => (
        <SlotCard
          key={slot.id}
          material={material.id}
          slot={slot}
          named={slots.length > 1 || slot.label !== material.title}
        />
      ))}
    </View>
  )
}

function Permits({ state, form, rule }: Props & { readonly rule: PermitRule }) {
  const { lead, groups } = permitGroups(rule, materialTexts.permits)
  const [all, setAll] = useState(false)
  const photosOf = (id: string) => state.slots.find(({ slot }) => slot.id === id)?.photos ?? []
  const taken = (id: string) => photosOf(id).some((photo) => photo.redo === undefined)
  const enough = satisfied(rule, taken)
  // Once one way is complete, the others are out of the way.
  const shown =
    enough && !all && 'any' in rule
      ? groups.filter((group) => group.items.some(({ id }) => photosOf(id).length > 0))
      : groups
  return (
    <View>
      <IndustryNote />
      {lead === '' ? null : (
        <View className='mat-rule'>
          <View className='strong grow'>{lead}</View>
          {enough ? <Tag words='够了' icon='check' tone='accent' /> : null}
        </View>
      )}
      {shown.map((group) => (
        <View key={group.items.map(({ id }) => id).join('+')} className='mat-group'>
          {group.title === '' ? null : <Section title={group.title} />}
          <View className='stack'>
            {group.items.map((item) => (
              <PermitSlot key={item.id} state={state} form={form} id={item.id} scope={item.scope} />
            ))}
          </View>
        </View>
      ))}
      {shown.length < groups.length ? <Button kind='text' words='看看另外几种' onTap={() => setAll(true)} /> : null}
    </View>
  )
}

interface PermitSlotProps extends Props {
  readonly id: string
  readonly scope: string | undefined
}

function PermitSlot({ state, form, id, scope }: PermitSlotProps) {
  const slot = state.slots.find((one) => one.slot.id === id)?.slot
  if (!slot) return null
  const note = materialTexts.permits.find((permit) => permit.id === id)?.note
  return (
    <SlotCard
      material={state.material.id}
      slot={slot}
      named
      note={[note, scope].filter(Boolean).join('；') || undefined}
    >
      <PermitTexts state={state} form={form} slot={id} />
    </SlotCard>
  )
}

function IndustryNote() {
  const { industry } = useProgress().plan
  if (!industry) return null
  return (
    <View className='mat-industry'>
      <View className='note'>按你选的「{industry.label}」来列的。</View>
      {industry.note ? <View className='note'>{industry.note}</View> : null}
    </View>
  )
}
