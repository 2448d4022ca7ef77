import { View } from '@tarojs/components'
import type { Material, SubjectId } from '#domain/content/types'
import { filingAdvice } from '#domain/filing'
import { useEntries, useProgress } from '../../stores/hooks'
import { keyOf } from '#domain/entries'
import { Section } from '../../ui/section'
import { Cautions } from './explain'

const subjects: readonly SubjectId[] = ['company', 'sole-trader', 'person']

/** What the chosen province asks of the filing. */
export function FilingAdvice({ material }: { readonly material: Material }) {
  const entries = useEntries()
  const answered = useProgress().plan.answers.subject
  const region = entries.get(keyOf.text(material.id, 'region'))
  const subject = subjects.find((one) => one === answered)
  if (material.id !== 'filing' || typeof region !== 'string' || subject === undefined) return null
  const advice = filingAdvice(region, subject)
  if (advice.length === 0) return null
  return (
    <View>
      <Section title='你这个省要注意的' />
      <Cautions cautions={advice} first={3} />
    </View>
  )
}
