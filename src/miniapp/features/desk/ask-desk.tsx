import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { checkDigits } from '#domain/desk-check'
import { useApp } from '../../stores/hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Icon } from '../../ui/icon'
import { Outcome } from '../../ui/outcome'
import { Page } from '../../ui/page'
import { DeskEnd } from './desk-end'
import { LeftRow, seesWords } from './desk-words'
import './desk.scss'
import { useDesk, type Desk, type DeskPhase } from './use-desk'

interface Props {
  readonly desk: string
  readonly onOther: () => void
}

/** From a scanned code to an open computer, and to its end. */
export function AskDesk({ desk, onOther }: Props) {
  const one = useDesk(desk)
  const { phase } = one
  if (phase.is === 'open') return <Open desk={desk} one={one} phase={phase} />
  if (phase.is === 'waiting' || phase.is === 'asking') return <Asked desk={desk} one={one} phase={phase} />
  return <DeskEnd phase={phase} onAgain={one.ask} onOther={onOther} />
}

interface Part<P> {
  readonly desk: string
  readonly one: Desk
  readonly phase: P
}

function Asked({ desk, one, phase }: Part<Extract<DeskPhase, { is: 'waiting' | 'asking' }>>) {
  const info = phase.is === 'waiting' ? phase.info : null
  return (
    <Page
      plain
      dock={
        <Dock>
          <Button kind='secondary' className='aside' words='不同意' onTap={one.revoke} />
          <Button off={info === null} words={info === null ? '正在看是哪台电脑' : '同意'} onTap={one.approve} />
        </Dock>
      }
    >
      <Icon name='computer' className='desk-big' />
      <Heading level={1}>
        <View>让这台电脑</View>
        <View>取用你的资料？</View>
      </Heading>
      <Trouble text={phase.is === 'waiting' ? phase.problem : null} />
      <View className='desk-facts'>
        <Fact head='哪台电脑'>{info?.browser ?? '正在看'}</Fact>
        <Fact head='能看到'>{info === null ? '正在看' : seesWords(info.sees)}</Fact>
        <Fact head='多久'>{'10\u00a0分钟，到时自动断开'}</Fact>
        <Fact head='核对码'>
          <Digits desk={desk} />
          <Text className='small'>和电脑屏幕上的一样，才点同意</Text>
        </Fact>
      </View>
      <Banner level='caution' title='码是别人发来的？别同意' text='只扫你自己面前这台电脑上的。' />
    </Page>
  )
}

function Open({ desk, one, phase }: Part<Extract<DeskPhase, { is: 'open' }>>) {
  const { navigator } = useApp()
  return (
    <Page
      plain
      dock={
        <Dock>
          <Button kind='danger' className='aside' words='断开' onTap={one.revoke} />
          <Button words='好了，去电脑上' onTap={navigator.back} />
        </Dock>
      }
    >
      <Icon name='computer' className='desk-big' />
      <Heading level={1}>电脑上能看到了</Heading>
      <Trouble text={phase.problem} />
      <View className='desk-facts'>
        <Fact head='哪台电脑'>{phase.info.browser}</Fact>
        <LeftRow until={phase.until} onEnd={one.end} />
        <Fact head='核对码'>
          <Digits desk={desk} />
        </Fact>
      </View>
      <Banner level='info' title='用完点「断开」' text='电脑上的照片和文字马上收走。这一页从「我的」还能回来。' />
    </Page>
  )
}

const Digits = ({ desk }: { readonly desk: string }) => <Text className='mono desk-digits'>{checkDigits(desk)}</Text>

function Fact({ head, children }: { readonly head: string; readonly children: ReactNode }) {
  return (
    <View className='desk-fact'>
      <View className='head'>{head}</View>
      <View className='grow'>{children}</View>
    </View>
  )
}

const Trouble = ({ text }: { readonly text: string | null }) =>
  text === null ? null : (
    <Outcome className='desk-trouble'>
      <Banner level='caution' title='没办成' text={text} />
    </Outcome>
  )
