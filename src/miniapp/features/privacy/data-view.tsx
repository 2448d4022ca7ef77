import { View } from '@tarojs/components'
import { useState } from 'react'
import { brand } from '#domain/content/operator'
import { useApp } from '../../stores/hooks'
import { useSession, useSessionActions } from '../../stores/session-hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Outcome } from '../../ui/outcome'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'
import { Sheet } from '../../ui/sheet'
import { Switch } from '../../ui/switch'
import { PrivacyFacts } from './facts'
import { keeper } from './keeper'
import './privacy.scss'

const facts = [
  ...keeper,
  { icon: 'checklist', head: '你选的、填的、勾的', text: '用来排路线、做清单、在步骤里给你复制。同意后存一份到云端。' },
  { icon: 'camera', head: '证照照片', text: '只存执照和许可证，不收身份证照片。同意后才上传，上传时去掉拍摄地点。' },
  { icon: 'bank', head: '银行账号', text: '只留在这台手机里，不上传，不导出。' },
  { icon: 'lock', head: '密码和身份证号', text: '从不问，也从不存。只在官方页面上填。' },
  { icon: 'clock', head: '存多久', text: '办完 90 天后自动删除，现在就删也行。' },
] as const

/** Only where the operator has WeChat's messages. */
const withMessages = [
  ...facts,
  {
    icon: 'bell',
    head: '微信提醒',
    text: '点了「微信提醒我」才有。微信给的用户编号加密存着，提醒发完就删，办好或撤回同意也删。',
  },
] as const

/** What is kept, why, how long; the consents; export; erase. */
export function DataView() {
  const { reminders } = useApp()
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <Page>
      {problem ? (
        <Outcome className='pri-error'>
          <Banner level='caution' title='没办成' text={problem} />
        </Outcome>
      ) : null}
      <View className='card'>
        <PrivacyFacts facts={reminders.offered() ? withMessages : facts} />
      </View>
      <Consents onProblem={setProblem} />
      <TakeOrErase onProblem={setProblem} />
    </Page>
  )
}

interface Part {
  readonly onProblem: (message: string) => void
}

function Consents({ onProblem }: Part) {
  const { consents } = useSession()
  const { consent } = useSessionActions()
  const toggle = async (kind: 'service' | 'documents') => {
    const outcome = await consent(kind, !consents[kind])
    if (!outcome.ok) onProblem(outcome.message)
  }
  return (
    <View>
      <Section title='你同意过的' note='随时能改' />
      <View className='list'>
        <Row
          className='top'
          lead='upload'
          title='进度存一份到云端'
          sub='关了以后，新填的只留在手机里'
          end={<Switch on={consents.service} label='进度存一份到云端' onTap={() => void toggle('service')} />}
        />
        <Row
          className='top'
          lead='camera'
          title='上传证照照片'
          sub='关了以后，新拍的只留在手机里'
          end={<Switch on={consents.documents} label='上传证照照片' onTap={() => void toggle('documents')} />}
        />
      </View>
    </View>
  )
}

function TakeOrErase({ onProblem }: Part) {
  const { device, navigator } = useApp()
  const { exportMe, eraseMe } = useSessionActions()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const takeOut = async () => {
    const outcome = await exportMe()
    if (!outcome.ok) return onProblem(outcome.message)
    if (!(await device.saveText(`${brand.name}-我的资料.json`, outcome.text ?? '{}')))
      onProblem('没能保存文件，请再试一次。')
  }
  const erase = async () => {
    setBusy(true)
    const outcome = await eraseMe()
    setBusy(false)
    setAsking(false)
    if (!outcome.ok) return onProblem(outcome.message)
    device.toast('都删了')
    navigator.home()
  }
  return (
    <View>
      <Section title='拿走或删除' />
      <View className='list'>
        <Row lead='download' title='导出一份给自己' go='none' onTap={() => void takeOut()} />
        <Row lead='trash' leadClass='red' titleClass='red' title='全部删除' go='none' onTap={() => setAsking(true)} />
      </View>
      {asking ? (
        <Sheet title='全部删除？' onClose={() => setAsking(false)}>
          <View className='lines'>
            <View className='note'>云端的答案、文字、照片和链接</View>
            <View className='note'>这台手机里的草稿和照片</View>
            <View className='note'>删了就找不回来，业务员也看不到你了</View>
          </View>
          <Button kind='danger solid' words={busy ? '正在删除' : '全部删除'} onTap={() => void erase()} />
          <Button kind='text quiet' words='不删了' onTap={() => setAsking(false)} />
        </Sheet>
      ) : null}
    </View>
  )
}
