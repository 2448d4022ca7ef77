import { View } from '@tarojs/components'
import { isOfInterest } from '#domain/clocks'
import { shopNameKey } from '#domain/entries'
import type { Progress } from '#domain/progress'
import { deadlineWords, nextWords, yuanWords } from '../../stores/words'
import { useApp, useEntries } from '../../stores/hooks'
import { useSession } from '../../stores/session-hooks'
import { Button } from '../../ui/button'
import { DeadlineCard } from '../../ui/deadline-card'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Page } from '../../ui/page'
import { Ring } from '../../ui/ring'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'
import { JourneyCard } from './journey-card'
import { NextCard } from './next-card'
import { useGo } from '../../stores/use-go'

/** Where am I, what now. */
export function InProgress({ progress }: { readonly progress: Progress }) {
  const { navigator } = useApp()
  const go = useGo()
  return (
    <Page
      dock={
        <Dock>
          <Button words={nextWords(progress.next)} onTap={() => go(progress.next)} />
        </Dock>
      }
    >
      <NearestDeadline progress={progress} />
      <Hero progress={progress} />
      <NextCard next={progress.next} />
      <Section title={progress.plan.route?.title ?? '全程'} link='看路线和费用' onLink={navigator.guides} />
      <JourneyCard guides={progress.guides} onTap={navigator.guides} />
      <FeeAndRep progress={progress} />
    </Page>
  )
}

function Hero({ progress }: { readonly progress: Progress }) {
  const shop = useEntries().get(shopNameKey)
  const { done, total } = progress
  const words = `办好 ${done} 步，还有 ${total - done} 步`
  return (
    <View className='home-hero'>
      <Ring size={72} width={7} done={done} total={total} showTotal label={words} />
      <View className='grow'>
        <Heading level={2}>{typeof shop === 'string' && shop !== '' ? shop : '你的小程序'}</Heading>
        <View className='note'>{words}</View>
      </View>
    </View>
  )
}

function NearestDeadline({ progress }: { readonly progress: Progress }) {
  const { clock, navigator } = useApp()
  const shown = progress.deadlines.filter((one) => isOfInterest(one, clock.now()))
  const [nearest] = shown
  if (!nearest) return null
  const more = shown.length - 1
  return (
    <View>
      <DeadlineCard {...deadlineWords(nearest, clock.now())} onTap={navigator.dates} />
      {more > 0 ? <View className='home-more'>还有 {more} 个日子要记</View> : null}
    </View>
  )
}

/** What it costs a year, and who helps; somebody whose code was only scanned is offered, quietly. */
function FeeAndRep({ progress }: { readonly progress: Progress }) {
  const { navigator } = useApp()
  const { invitedBy, inviter } = useSession()
  const isSame = inviter?.name === invitedBy?.name && inviter?.company === invitedBy?.company
  const other = isSame ? null : inviter
  const { min, max, lines } = progress.plan.fee
  const more = lines.some(({ payee }) => payee)
  return (
    <View className='list home-rep'>
      <Row
        lead='fee'
        title={`每年请备好 ${yuanWords(min, max)}\u00a0元`}
        sub={more ? '认证费以微信后台显示为准' : '认证费，以微信后台显示为准'}
        onTap={navigator.guides}
      />
      {invitedBy ? (
        <Row lead='person-card' title={invitedBy.name} sub={`${invitedBy.company}，你的业务员`} onTap={navigator.me} />
      ) : null}
      {other ? (
        <Row
          lead='person-card'
          title={invitedBy ? `改由${other.name}跟进？` : `让${other.name}看到你的进度？`}
          sub={invitedBy ? `${other.company}，你扫了他的码` : '卡住了他能早点来帮你'}
          onTap={() => navigator.join(other.scene)}
        />
      ) : null}
    </View>
  )
}
