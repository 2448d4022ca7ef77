import { View } from '@tarojs/components'
import { useState } from 'react'
import { useApp } from '../../stores/hooks'
import { useRep } from '../../stores/rep/hooks'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { TextEntry, type EntryHint } from '../../ui/text-entry'

interface Props {
  readonly merchant: string
  readonly note: string
}

const longest = 500

/** The rep's own memory of a merchant, which the merchant does not see. */
export function MerchantNote({ merchant, note }: Props) {
  const { device } = useApp()
  const { merchants } = useRep()
  const [saved, setSaved] = useState(note)
  const [text, setText] = useState(note)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setBusy(true)
    const reply = await merchants.note(merchant, text.trim())
    setBusy(false)
    setProblem(reply.ok ? null : `${reply.message} 写的还在，等会儿再存。`)
    if (!reply.ok) return
    setSaved(text)
    device.toast('备注存好了')
  }
  const hints: readonly EntryHint[] = problem === null ? [] : [{ tone: 'wrong', text: problem }]
  return (
    <View>
      <Section title='备注' note='别的业务员看不到' />
      <View className='card'>
        <TextEntry
          label='这家商户的备注'
          value={text}
          placeholder='比如：老板下午三点后有空'
          input='lines'
          maxLength={longest}
          hints={hints}
          onInput={setText}
        />
        {text === saved ? null : (
          <View className='rep-note-act'>
            <Button kind='secondary' words={busy ? '正在保存' : '存备注'} off={busy} onTap={() => void save()} />
          </View>
        )}
        <View className='small rep-note-foot'>商户导出自己的资料时会带上这段话，写他看了也没关系的。</View>
      </View>
    </View>
  )
}
