import { Text, View, type ViewProps } from '@tarojs/components'
import { useState } from 'react'
import type { DeskText } from '../../stores/computer-parts'
import { useApp } from '../../stores/hooks'
import { aria } from '../../ui/aria'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Act } from './act'

/** Codes and addresses are compared character by character. */
const isCode = (value: string) => /^[\x21-\x7e]{8,}$/.test(value) && !value.includes('@')

const announced = { className: 'pc-said', ...aria({ live: 'polite' }) } as ViewProps

export function Texts({ texts }: { readonly texts: readonly DeskText[] }) {
  const { device } = useApp()
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async ({ id, value }: DeskText) => {
    if (await device.copy(value)) setCopied(id)
  }
  const last = texts.find(({ id }) => id === copied)
  return (
    <View className='pc-texts'>
      <Heading level={2}>要填的文字</Heading>
      <View className='note pc-hint'>点「复制」，到官方页面粘贴。</View>
      {texts.length === 0 ? (
        <Empty icon='edit' title='还没有文字' text='在手机上填好，会自己出现在这里。' />
      ) : (
        <View className='list'>
          {texts.map((text) => (
            <TextRow key={text.id} text={text} copied={text.id === copied} onCopy={() => void copy(text)} />
          ))}
        </View>
      )}
      <View {...announced}>{last === undefined ? '' : `${last.label}已复制`}</View>
      <View className='small pc-note'>密码和身份证号不在这里，请在官方页面上自己填。</View>
    </View>
  )
}

interface RowProps {
  readonly text: DeskText
  readonly copied: boolean
  readonly onCopy: () => void
}

function TextRow({ text: { label, value }, copied, onCopy }: RowProps) {
  return (
    <View className='row'>
      <View className='grow'>
        <Text className='label'>{label}</Text>
        <Text className={isCode(value) ? 'val mono' : 'val'}>{value}</Text>
      </View>
      <Act
        icon={copied ? 'check' : 'copy'}
        words={copied ? '已复制' : '复制'}
        label={`${copied ? '已复制' : '复制'}${label}`}
        quiet={copied}
        onTap={onCopy}
      />
    </View>
  )
}
