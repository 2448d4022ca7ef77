import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RepCode } from '../../stores/rep/codes'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { TextEntry } from '../../ui/text-entry'

interface AddProps {
  readonly onAdd: (name: string) => Promise<unknown>
  readonly onClose: () => void
}

const longestName = 20
const nothing = [] as const

export function AddSheet({ onAdd, onClose }: AddProps) {
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const ready = name.trim() !== ''
  const add = async () => {
    setBusy(true)
    await onAdd(name.trim())
    onClose()
  }
  return (
    <Sheet title='再做一个码' onClose={onClose}>
      <View className='rep-sheet'>
        <TextEntry
          label='放在哪里用'
          value={name}
          placeholder='比如：美食街、周五展会'
          input='text'
          maxLength={longestName}
          hints={nothing}
          onInput={setName}
        />
        <View className='small rep-sheet-note'>这个名字只有你看得到，商户扫码看不到。</View>
        <Button
          words={busy ? '正在做' : ready ? '做一个' : '先起个名字'}
          off={busy || !ready}
          onTap={() => void add()}
        />
      </View>
    </Sheet>
  )
}

export interface EndProps {
  readonly kind: 'replace' | 'revoke'
  readonly code: RepCode
  readonly onEnd: () => Promise<unknown>
  readonly onClose: () => void
}

const words = {
  replace: { title: '换一个码？', act: '换一个新码', busy: '正在换' },
  revoke: { title: '停用这个码？', act: '停用', busy: '正在停用' },
} as const

/** The old code ends, which cannot be undone: what is printed has to be printed again. */
export function EndSheet({ kind, code, onEnd, onClose }: EndProps) {
  const [busy, setBusy] = useState(false)
  const { title, act, busy: busyWords } = words[kind]
  const end = async () => {
    setBusy(true)
    await onEnd()
    onClose()
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <View className='lines'>
        <View className='note'>{`「${code.name}」现在的码马上失效，印出去的、发出去的都扫不了`}</View>
        <View className='note'>已经加入的商户不受影响</View>
        {kind === 'replace' ? <View className='note'>新码名字不变，要重新存图、重新印</View> : null}
      </View>
      <Button kind='danger solid' words={busy ? busyWords : act} off={busy} onTap={() => void end()} />
      <Button kind='text quiet' words='先不动' onTap={onClose} />
    </Sheet>
  )
}
