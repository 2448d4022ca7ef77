import { View, type ViewProps } from '@tarojs/components'
import { useState } from 'react'
import { retakeReasons } from '#domain/content/rep'
import { aria } from '../../ui/aria'
import { Button } from '../../ui/button'
import { Pressable } from '../../ui/pressable'
import { Sheet } from '../../ui/sheet'
import { TextEntry } from '../../ui/text-entry'

interface Props {
  readonly onSay: (reason: string) => void
  readonly onClose: () => void
}

const longest = 60
const nothing = [] as const
const group = aria({ role: 'radiogroup', label: '为什么要重拍' }) as ViewProps

/** One of the usual reasons, or the rep's own words: the merchant reads them as they are. */
export function RetakeSheet({ onSay, onClose }: Props) {
  const [reason, setReason] = useState('')
  const ready = reason.trim() !== ''
  return (
    <Sheet title='为什么要重拍？' onClose={onClose}>
      <View className='rep-reasons' {...group}>
        {retakeReasons.map(({ id, text }) => (
          <Pressable
            key={id}
            className={text === reason ? 'segment is-on' : 'segment rep-reason'}
            onTap={() => setReason(text)}
            aria={{ role: 'radio', checked: text === reason, label: text }}
          >
            {text}
          </Pressable>
        ))}
      </View>
      <TextEntry
        label='或者自己写，他会原样看到'
        value={reason}
        placeholder='比如：章没拍全'
        input='text'
        maxLength={longest}
        hints={nothing}
        onInput={setReason}
      />
      <View className='rep-retake-act'>
        <Button words={ready ? '告诉他重拍' : '先选一个原因'} off={!ready} onTap={() => onSay(reason.trim())} />
      </View>
    </Sheet>
  )
}
