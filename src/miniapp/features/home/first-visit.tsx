import { Text, View } from '@tarojs/components'
import { useApp } from '../../stores/hooks'
import { useSession } from '../../stores/session-hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Icon } from '../../ui/icon'
import { Page } from '../../ui/page'

const facts = [
  { icon: 'checklist', title: '先备材料，再上电脑填表', text: '营业执照、邮箱、手机。缺什么会提醒你。' },
  { icon: 'clock', title: '动手约 2 小时，等审核 1–6 周', text: '可以分几天做，做到哪儿都给你记着。' },
  { icon: 'fee', title: '认证费由微信后台收取', text: '多少钱看你的情况，答完 4 个问题就知道。' },
] as const

/** Trust in ten seconds: who sent me, what I get, how long, what it costs. */
export function FirstVisit({ started }: { readonly started: boolean }) {
  const { navigator } = useApp()
  const words = started ? '接着回答，看我的路线' : '回答 4 个问题，开始'
  return (
    <Page
      plain
      dock={
        <Dock stacked foot='不用登录，不要手机号'>
          <Button words={words} onTap={navigator.questions} />
          <Button kind='text' words='先看看都有哪些步骤' onTap={navigator.guides} />
        </Dock>
      }
    >
      <From />
      <Heading level={1}>
        <View>一步一步，</View>
        <Text className='clause'>把小程序账号</Text>
        <Text className='clause'>办下来</Text>
      </Heading>
      <View className='home-lede'>看懂再动手，少退回，不花冤枉钱。</View>
      <View className='home-facts'>
        {facts.map((fact) => (
          <View key={fact.icon} className='home-fact'>
            <Icon name={fact.icon} />
            <View className='grow'>
              <Text className='title strong'>{fact.title}</Text>
              <Text className='sub'>{fact.text}</Text>
            </View>
          </View>
        ))}
      </View>
    </Page>
  )
}

function From() {
  const { inviter, invitedBy, inviteRevoked } = useSession()
  const rep = invitedBy ?? inviter
  if (inviteRevoked && !rep) {
    return (
      <View className='home-from'>
        <Banner level='info' title='这个邀请码已失效，照样可以用' text='想让业务员看到进度，请他给你一个新的码。' />
      </View>
    )
  }
  if (!rep) return <View className='home-nobody' />
  return (
    <View className='home-from'>
      <View className='avatar'>{rep.name.slice(0, 1)}</View>
      <View className='grow'>
        <View className='strong'>{rep.name}</View>
        <View className='small'>{rep.company}，你的业务员</View>
      </View>
    </View>
  )
}
