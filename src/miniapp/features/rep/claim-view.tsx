import { View } from '@tarojs/components'
import { useState } from 'react'
import { brand } from '#domain/content/operator'
import { useApp } from '../../stores/hooks'
import { useClaim } from '../../stores/rep/hooks'
import { useSession } from '../../stores/session-hooks'
import type { RepWays } from '../../ports/rep-ways'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Page } from '../../ui/page'
import { TextEntry, type EntryHint } from '../../ui/text-entry'
import './rep.scss'

interface Props {
  readonly ways: RepWays
  /** From a link or a scanned code; empty: it is typed. */
  readonly code: string
}

const longest = 80

/** The one-time code from the operator makes this person a rep. */
export function ClaimView({ ways, code: given }: Props) {
  const { navigator } = useApp()
  const { rep } = useSession()
  const [code, setCode] = useState(given)
  const { claim, busy, problem } = useClaim(ways.merchants)
  if (rep) {
    return (
      <Page>
        <Empty
          icon='store'
          title={`你是${rep.company}的${rep.name}`}
          text='已经绑定好了，绑定码不用再填。'
          action={{ words: '去业务员工作台', onTap: ways.merchants }}
        />
      </Page>
    )
  }
  const ready = code.trim() !== ''
  const hints: readonly EntryHint[] =
    problem === null ? [{ tone: 'plain', text: '大小写都行，短横线可以不打。' }] : [{ tone: 'wrong', text: problem }]
  return (
    <Page
      plain
      dock={
        <Dock stacked>
          <Button
            words={busy ? '正在绑定' : ready ? '绑定' : '先填绑定码'}
            off={busy || !ready}
            onTap={() => void claim(code)}
          />
          <Button kind='text quiet' words='我是商户，回首页' onTap={navigator.home} />
        </Dock>
      }
    >
      <Heading level={1} className='rep-title'>
        绑定业务员身份
      </Heading>
      <View className='note'>绑定以后，你能发自己的码，看商户办到哪一步，提醒他们。</View>
      <View className='rep-entry'>
        <TextEntry
          label='绑定码'
          value={code}
          placeholder='公司发给你的那一串'
          input='code'
          maxLength={longest}
          hints={hints}
          onInput={setCode}
        />
      </View>
      <View className='small'>{`绑定码只能用一次，24\u00a0小时内有效。没有的话，找公司里管「${brand.name}」的人要。`}</View>
    </Page>
  )
}
