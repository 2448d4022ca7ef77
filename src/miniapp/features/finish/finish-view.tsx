import { View } from '@tarojs/components'
import { keyOf } from '#domain/entries'
import type { Progress } from '#domain/progress'
import { deadlineWords } from '../../stores/words'
import { useApp, useEntries, useProgress } from '../../stores/hooks'
import { useSession } from '../../stores/session-hooks'
import { Button } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { Dock } from '../../ui/dock'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'
import { StateMark } from '../../ui/state-mark'
import './finish.scss'

/** Everything is done: hand over the AppID, remember the yearly renewal, delete what is not needed. */
export function FinishView({ onGo }: { readonly onGo: (progress: Progress) => void }) {
  const progress = useProgress()
  if (!progress.finished) return <NotYet progress={progress} onGo={onGo} />
  return <Finished progress={progress} />
}

function NotYet({ progress, onGo }: { readonly progress: Progress; readonly onGo: (progress: Progress) => void }) {
  const left = progress.total - progress.done
  return (
    <Page>
      <Empty
        icon='guide'
        title={`还有 ${left} 步没勾`}
        text='做好的步骤勾上，这里就会出现你的 AppID。'
        action={{ words: '去做下一步', onTap: () => onGo(progress) }}
      />
    </Page>
  )
}

function Finished({ progress }: { readonly progress: Progress }) {
  const { device, navigator, clock } = useApp()
  const { invitedBy } = useSession()
  const appId = useEntries().get(keyOf.text('app-id', 'value'))
  const rep = invitedBy?.name
  const yearly = progress.deadlines.find((one) => one.clock.id === 'mini-program-renewal')
  const copy = async () => {
    if (typeof appId !== 'string' || appId === '') return navigator.step('finish-setup', 'app-id')
    if (await device.copy(appId)) device.copied()
  }
  const words =
    typeof appId !== 'string' || appId === '' ? '把 AppID 记下来' : rep ? `复制 AppID，发给${rep}` : '复制 AppID'
  return (
    <Page
      dock={
        <Dock>
          <Button icon='copy' words={words} onTap={() => void copy()} />
        </Dock>
      }
    >
      <View className='fin-top'>
        <StateMark mark='done' large />
        <Heading level={1}>{progress.total} 步，全办好了</Heading>
        <View className='note'>
          {rep ? `把 AppID 发给${rep}，后面的事接着办。` : '把 AppID 发给帮你做小程序的人。'}
        </View>
      </View>
      <View className='card chips'>
        {typeof appId === 'string' && appId !== '' ? (
          <Chip kind='value' label='AppID（小程序 ID）' value={appId} mono onTap={() => void copy()} />
        ) : (
          <Chip
            kind='empty'
            label='AppID（小程序 ID）'
            value='还没填'
            onTap={() => navigator.step('finish-setup', 'app-id')}
          />
        )}
      </View>
      <Section title='以后还要记得' />
      <View className='list'>
        <Row
          lead='calendar'
          title='每年年审，再交一次费'
          sub={yearly ? `${deadlineWords(yearly, clock.now()).when}做完` : '认证通过那天起，每 365 天一次'}
          onTap={navigator.dates}
        />
      </View>
      <Section title='不用了就删' />
      <View className='list'>
        <Row
          lead='trash'
          leadClass='red'
          title='删除照片和资料'
          sub='不删的话，办完 90 天后自动删除'
          onTap={navigator.data}
        />
      </View>
    </Page>
  )
}
