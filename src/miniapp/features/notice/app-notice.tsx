import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useApp, useTroubles } from '../../stores/hooks'
import { useLeft } from '../../stores/session-hooks'
import { Banner } from '../../ui/banner'
import { ConflictNotice, RefusedNotice } from './edit-notices'
import { LeftNotice } from './left-notice'
import './notice.scss'

function useOnline(): boolean {
  const { device } = useApp()
  const [online, setOnline] = useState(() => device.online())
  useEffect(() => {
    setOnline(device.online())
    return device.onOnline(setOnline)
  }, [device])
  return online
}

/** What concerns every page: no network, no room, stored data that could not be read. One at a time. */
export function AppNotice() {
  const online = useOnline()
  const { storageFull, damaged, conflicts, rejected } = useTroubles()
  const left = useLeft()
  const [heard, setHeard] = useState(false)
  if (storageFull)
    return <Notice level='caution' title='手机存不下了' text='清掉一些不用的东西，不然刚填的关掉就没了。' />
  if (damaged && !heard) {
    return (
      <Notice
        level='caution'
        title='手机里存的坏了一部分'
        text='能救的都救回来了，云端有的会自己补上。点一下不再提醒。'
        onTap={() => setHeard(true)}
      />
    )
  }
  if (!online) return <Notice level='offline' title='现在没有网' text='照常看、照常填，有网了自动同步。' />
  if (left !== null) return <LeftNotice why={left} />
  const [conflict] = conflicts
  if (conflict) return <ConflictNotice conflict={conflict} />
  const [refused] = rejected
  if (refused) return <RefusedNotice refused={refused} />
  return null
}

function Notice(props: Parameters<typeof Banner>[0]) {
  return (
    <View className='app-notice'>
      <Banner {...props} />
    </View>
  )
}
