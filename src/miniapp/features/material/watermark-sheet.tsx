import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Slot } from '#domain/content/types'
import { useApp } from '../../stores/hooks'
import { Button } from '../../ui/button'
import { PhotoSlot } from '../../ui/photo-slot'
import { Sheet } from '../../ui/sheet'
import { TextEntry } from '../../ui/text-entry'
import { useMarkedCopy } from './use-marked-copy'

interface Props {
  readonly slot: Slot
  readonly label: string
  /** The clean photo. */
  readonly path: string
  readonly onClose: () => void
}

const usual = '仅供办理小程序使用'
const longest = 20
const hints = [{ tone: 'plain', text: '后面会带上今天的日期' }] as const

/** A copy to send to people, with what it is for written all over it. */
export function WatermarkSheet({ slot, label, path, onClose }: Props) {
  const { device } = useApp()
  const [text, setText] = useState(usual)
  const copy = useMarkedCopy(path, text)
  const made = copy.path
  const share = async () => {
    if (made !== null && !(await device.shareImage(made, `${slot.label}-水印.jpg`)))
      device.toast('没打开，点图放大，长按保存')
  }
  const see = () => {
    if (made !== null) void device.preview([made], made)
  }
  const words = text.trim() === '' ? '先写一句话' : copy.failed ? '没能加上，关掉再试' : '保存，或发给别人'
  return (
    <Sheet title='发给别人前加水印' onClose={onClose}>
      <View className='note'>水印加在另一张上，原来的不变。填官方表单要用没水印的。</View>
      <View className='mat-mark'>
        <TextEntry
          label='水印上写什么'
          value={text}
          input='text'
          maxLength={longest}
          count={`${text.length}/${longest}`}
          hints={hints}
          onInput={setText}
        />
        <PhotoSlot
          shape={slot.shape}
          look={made === null ? 'busy' : 'plain'}
          label={`加了水印的${label}`}
          words={made === null ? '正在加水印' : '点开看大图'}
          icon='zoom'
          path={made ?? path}
          large
          onTap={made === null ? undefined : see}
        />
      </View>
      <Button
        words={made === null && !copy.failed && text.trim() !== '' ? '正在加水印' : words}
        off={made === null || text.trim() === ''}
        onTap={() => void share()}
      />
    </Sheet>
  )
}
