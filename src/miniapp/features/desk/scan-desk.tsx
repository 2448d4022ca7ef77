import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { deskIn } from '#domain/desk-code'
import { useApp } from '../../stores/hooks'
import { Button } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Icon } from '../../ui/icon'
import { Page } from '../../ui/page'
import { TextEntry } from '../../ui/text-entry'
import './desk.scss'

const inWeb = process.env.TARO_ENV === 'h5'
const wrong = [{ tone: 'wrong', text: '这不是电脑页上的码，对准电脑上的再扫一次。' }] as const
const wrongLink = [{ tone: 'wrong', text: '这不是电脑页上的链接，到电脑上重新复制。' }] as const

interface Props {
  readonly onDesk: (desk: string) => void
}

/** How to get to the computer's code: in WeChat by scanning it, on the web by the phone's camera or its link. */
export function ScanDesk({ onDesk }: Props) {
  return inWeb ? <Paste onDesk={onDesk} /> : <Scan onDesk={onDesk} />
}

function Scan({ onDesk }: Props) {
  const { device } = useApp()
  const [failed, setFailed] = useState(false)
  const scan = useCallback(async () => {
    const text = await device.scanCode()
    const desk = text === null ? null : deskIn(text)
    if (desk !== null) onDesk(desk)
    else setFailed(text !== null)
  }, [device, onDesk])
  useEffect(() => void scan(), [scan])
  return (
    <Page
      plain
      dock={
        <Dock {...(failed && { hint: wrong[0].text })}>
          <Button icon='scan' words='扫电脑上的码' onTap={() => void scan()} />
        </Dock>
      }
    >
      <Steps second='点下面的「扫电脑上的码」' />
    </Page>
  )
}

function Paste({ onDesk }: Props) {
  const [text, setText] = useState('')
  const [failed, setFailed] = useState(false)
  const go = () => {
    const desk = deskIn(text)
    if (desk === null) setFailed(true)
    else onDesk(desk)
  }
  return (
    <Page
      plain
      dock={
        <Dock>
          <Button off={text === ''} words={text === '' ? '先贴上链接' : '下一步'} onTap={go} />
        </Dock>
      }
    >
      <Steps second='用手机自带的相机扫屏幕上的码' />
      <TextEntry
        label='扫不了，就把电脑上的链接贴到这里'
        value={text}
        placeholder='电脑上点「复制链接」'
        input='code'
        maxLength={300}
        hints={failed ? wrongLink : []}
        onInput={(typed) => {
          setText(typed)
          setFailed(false)
        }}
      />
    </Page>
  )
}

function Steps({ second }: { readonly second: string }) {
  const { navigator, device } = useApp()
  const [copied, setCopied] = useState(false)
  const address = navigator.computerPage
  const copy = async (link: string) => {
    if (!(await device.copy(link))) return
    setCopied(true)
    device.copied()
  }
  return (
    <View>
      <Icon name='computer' className='desk-big' />
      <Heading level={1}>把照片和文字取到电脑</Heading>
      <View className='desk-steps'>
        <Step no={1} words={address === null ? '电脑上打开业务员给你的网页' : '电脑浏览器打开这个网址'} />
        {address === null ? null : (
          <Chip
            label='网址'
            value={address.replace(/^https?:\/\//, '')}
            kind={copied ? 'copied' : 'value'}
            onTap={() => void copy(address)}
          />
        )}
        <Step no={2} words={second} />
        <Step no={3} words='核对码一样，就点「同意」' />
      </View>
    </View>
  )
}

function Step({ no, words }: { readonly no: number; readonly words: string }) {
  return (
    <View className='desk-step'>
      <View className='step-no'>{no}</View>
      <View className='grow'>{words}</View>
    </View>
  )
}
