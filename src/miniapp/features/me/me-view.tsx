import { View, type ViewProps } from '@tarojs/components'
import { useState } from 'react'
import { shopNameKey } from '#domain/entries'
import { labelOf } from '#domain/answers'
import { useApp, useEntries, useProgress } from '../../stores/hooks'
import { useSession, useSessionActions } from '../../stores/session-hooks'
import { aria } from '../../ui/aria'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Outcome } from '../../ui/outcome'
import { Page } from '../../ui/page'
import { Pressable } from '../../ui/pressable'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'
import { Switch } from '../../ui/switch'
import { Contact } from './contact'
import './me.scss'

/** Shop, rep, dates, what the rep sees, my data, about. */
export function MeView() {
  const { device, navigator } = useApp()
  const { deadlines } = useProgress()
  const { consents, unsynced, sync, rep } = useSession()
  const saved = consents.service
    ? unsynced > 0
      ? `${unsynced} 项未同步`
      : sync === 'off'
        ? '未开启'
        : '已存好'
    : '只在这台手机'
  return (
    <Page
      dock={
        <Dock>
          <Button icon='scan' words='扫电脑上的码，取照片' onTap={() => navigator.desk()} />
        </Dock>
      }
    >
      <Who />
      <View className='list'>
        {rep ? <Row lead='store' title='业务员工作台' value={rep.company} onTap={navigator.rep} /> : null}
        <RepRow />
        <Row
          lead='calendar'
          title='要记住的日子'
          value={deadlines.length > 0 ? `${deadlines.length} 个` : '没有'}
          onTap={navigator.dates}
        />
        <Row
          lead='upload'
          title='云端备份'
          value={saved}
          onTap={consents.service ? navigator.data : navigator.consents}
        />
      </View>
      <Sharing />
      <Section title='我的资料' />
      <View className='list'>
        <Row lead='shield' title='存了什么，存多久' onTap={navigator.data} />
        {device.privacyContract ? <Row lead='info' title='用户隐私保护指引' onTap={device.privacyContract} /> : null}
        <OtherDevice />
        <Row lead='download' title='导出一份给自己' onTap={navigator.data} />
        <Row lead='trash' leadClass='red' titleClass='red' title='全部删除' onTap={navigator.data} />
      </View>
      <Section title='关于' />
      <View className='list'>
        <Row lead='search' title='报错找办法' onTap={() => navigator.errors()} />
        <Row lead='info' title='内容从哪来，何时核对' onTap={navigator.sources} />
      </View>
      <Contact />
      <View className='small me-foot'>办完 90 天后自动删除。密码和身份证号从不存在这里。</View>
    </Page>
  )
}

/** The shop's first letter: its name is beside it. */
const decorative = aria({ hidden: true }) as ViewProps

function Who() {
  const { content, navigator } = useApp()
  const { answers } = useProgress().plan
  const shop = useEntries().get(shopNameKey)
  const name = typeof shop === 'string' && shop !== '' ? shop : null
  const kind = [
    answers.subject && labelOf(content, 'subject', answers.subject),
    answers.industry && labelOf(content, 'industry', answers.industry),
  ]
  const words = kind.filter(Boolean).join('，') || '还没回答问题'
  return (
    <Pressable className='me-who' onTap={() => navigator.material('shop')}>
      <View className='avatar large' {...decorative}>
        {(name ?? '店').slice(0, 1)}
      </View>
      <View className='grow'>
        <View className='title-2'>{name ?? '还没写店名'}</View>
        <View className='note'>{words}</View>
      </View>
    </Pressable>
  )
}

function RepRow() {
  const { navigator } = useApp()
  const { invitedBy, inviter } = useSession()
  if (invitedBy) return <Row lead='person-card' title='我的业务员' value={invitedBy.name} sub={invitedBy.company} />
  if (inviter)
    return (
      <Row
        lead='person-card'
        title='我的业务员'
        value={`${inviter.name}，还没加入`}
        onTap={() => navigator.join(inviter.scene)}
      />
    )
  return <Row lead='person-card' title='我的业务员' value='没有' />
}

/** The web version only: in WeChat the account itself is on the other phone. */
function OtherDevice() {
  const { device, navigator } = useApp()
  const { loggedIn } = useSession()
  const { handOver } = useSessionActions()
  const key = loggedIn ? handOver() : null
  const link = key === null ? null : navigator.resumeLink(key)
  if (link === null) return null
  const copy = async () => {
    if (await device.copy(link)) device.toast('链接已复制，只发给自己')
  }
  return <Row lead='phone' title='在另一台设备接着办' sub='复制链接发给自己，别发给别人' onTap={() => void copy()} />
}

/** Two switches: progress, given when joining; photos, off until switched on. */
function Sharing() {
  const { joined, consents, invitedBy } = useSession()
  const { consent, leave } = useSessionActions()
  const [problem, setProblem] = useState<string | null>(null)
  if (!joined) return null
  const toggle = async (kind: 'share-progress' | 'share-photos') => {
    const outcome = await consent(kind, !consents[kind])
    setProblem(outcome.ok ? null : outcome.message)
  }
  const goAway = async () => {
    const outcome = await leave()
    setProblem(outcome.ok ? null : outcome.message)
  }
  return (
    <View>
      <Section title='给业务员看什么' />
      {problem ? (
        <Outcome className='me-problem'>
          <Banner level='caution' title='没改成' text={problem} />
        </Outcome>
      ) : null}
      <View className='list'>
        <Row
          className='top'
          lead='chart'
          title='进度和到期日'
          sub='店名也看得到，你填的内容看不到'
          end={
            <Switch
              on={consents['share-progress']}
              label='给业务员看进度和到期日'
              onTap={() => void toggle('share-progress')}
            />
          }
        />
        <Row
          className='top'
          lead='eye'
          title='证照照片'
          sub='打开后，能告诉你哪张要重拍'
          end={
            <Switch
              on={consents['share-photos']}
              label='给业务员看证照照片'
              onTap={() => void toggle('share-photos')}
            />
          }
        />
        <Row lead='close' title={`不再让${invitedBy?.name ?? '业务员'}跟进`} go='none' onTap={() => void goAway()} />
      </View>
    </View>
  )
}
