import { View } from '@tarojs/components'
import type { Outline } from '#domain/content/types'
import { clockOf } from '../../stores/rep/clock-of'
import { deadlineWords, type DeadlineWords } from '../../stores/words'
import { useApp, useMinute } from '../../stores/hooks'
import type { MerchantDetail } from '../../stores/rep/merchant-detail'
import type { Due } from '../../stores/rep/merchant-row'
import { placeWords, sinceWords } from '../../stores/rep/row-words'
import { Banner } from '../../ui/banner'
import { DeadlineCard } from '../../ui/deadline-card'
import { Heading } from '../../ui/heading'
import { PercentRing } from './percent-ring'

function wordsOf(due: Due, content: Outline, now: number): DeadlineWords | null {
  const found = clockOf(content, due.id)
  if (found === null) return null
  const passed = now >= due.endsMs
  return deadlineWords({ ...found, ...due, startedMs: 0, passed }, now)
}

/** How far, where, and until when. */
export function MerchantTop({ detail }: { readonly detail: MerchantDetail }) {
  const { content } = useApp()
  const now = useMinute()
  const { row, waiting } = detail
  const due = row.deadline ?? waiting
  const deadline = due === null || row.finished !== null ? null : wordsOf(due, content, now)
  const stuck = row.stuck !== null && row.stuck.from <= now ? row.stuck.reason : null
  const step = row.kind === 'step' ? `${row.title}，` : ''
  return (
    <View>
      <View className='rep-hero'>
        <PercentRing done={row.done} total={row.total} />
        <View className='grow'>
          <Heading level={2}>{placeWords(row, content)}</Heading>
          <View className='note'>{`${step}${sinceWords(row.lastActive, now)}来过`}</View>
        </View>
      </View>
      <View className='stack'>
        {deadline === null ? null : <DeadlineCard {...deadline} />}
        {stuck === null ? null : <Banner level='stop' title='卡住了' text={`${stuck}。`} />}
      </View>
    </View>
  )
}
