import { View } from '@tarojs/components'
import { useState } from 'react'
import type { GuideId } from '#domain/content/types'
import { useApp } from '../../stores/hooks'
import { useSession } from '../../stores/session-hooks'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { SearchBox } from '../../ui/search-box'
import { ErrorCard } from './error-card'
import './errors.scss'
import { useErrors } from './use-errors'

interface Props {
  readonly from: { readonly guide: GuideId; readonly step: string } | null
}

const openAtOnce = 2

/** Search the sentence that the official page shows, get the cause and the remedy. */
export function ErrorsView({ from }: Props) {
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const { shown, title } = useErrors(query, from)
  return (
    <Page dock={<AskDock query={query} />}>
      <SearchBox
        label='搜报错'
        value={query}
        placeholder='输入红字里的几个字'
        maxLength={60}
        onInput={setQuery}
        clears
      />
      <View className='err-found'>{title}</View>
      <View className='stack'>
        {shown.map((error, i) => (
          <ErrorCard
            key={error.id}
            error={error}
            query={query}
            open={i < openAtOnce || opened.has(error.id)}
            onOpen={() => setOpened(new Set([...opened, error.id]))}
          />
        ))}
        {shown.length === 0 ? (
          <Empty icon='search' title='没找到这句' text='少打几个字试试，比如只打「邮箱」。' />
        ) : null}
      </View>
    </Page>
  )
}

function AskDock({ query }: { readonly query: string }) {
  const { device } = useApp()
  const { invitedBy, inviter } = useSession()
  const rep = invitedBy ?? inviter
  const words = rep ? `没解决？复制报错，问${rep.name}` : '没解决？复制报错，找人问问'
  const copy = async () => {
    const text =
      query.trim() === ''
        ? '我在注册小程序时遇到一个报错，想请你帮忙看看：'
        : `我在注册小程序时遇到这个报错，想请你帮忙看看：${query.trim()}`
    if (await device.copy(text)) device.toast('已复制，发给他就行')
  }
  return (
    <Dock>
      <Button kind='secondary' icon='copy' words={words} onTap={() => void copy()} />
    </Dock>
  )
}
