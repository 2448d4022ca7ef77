import { View } from '@tarojs/components'
import { useState } from 'react'
import { useApp } from '../../stores/hooks'
import { useSessionActions } from '../../stores/session-hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Page } from '../../ui/page'
import { PrivacyFacts } from './facts'
import './privacy.scss'

const facts = [
  { icon: 'phone', head: '两台设备一起办', text: '哪边填了、勾了，另一边也看得到。' },
  { icon: 'lock', head: '链接就是钥匙', text: '拿到它的人能看到你填的内容，别转给别人。' },
] as const

/** The web version on a second device: the link from the first one opens the same entries. */
export function ResumeView({ secret }: { readonly secret: string }) {
  const { navigator } = useApp()
  const { takeOver } = useSessionActions()
  const [problem, setProblem] = useState<string | null>(null)
  const start = async () => {
    const outcome = await takeOver(secret)
    if (outcome.ok) navigator.home()
    else setProblem(outcome.message)
  }
  return (
    <Page
      plain
      dock={
        <Dock stacked>
          <Button words='在这台设备接着办' onTap={() => void start()} />
          <Button kind='text quiet' words='先不用' onTap={navigator.home} />
        </Dock>
      }
    >
      <View className='title-1 pri-title'>把你的进度接到这台设备？</View>
      <View className='pri-lede'>云端存的那一份会显示在这里。</View>
      {problem ? (
        <View className='pri-error'>
          <Banner level='caution' title='还没接上' text={problem} />
        </View>
      ) : null}
      <PrivacyFacts facts={facts} />
    </Page>
  )
}
