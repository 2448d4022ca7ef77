import { View } from '@tarojs/components'
import { dateWords, timeWords } from '../../stores/words'
import type { ListState } from '../../stores/rep/list-state'
import { Button } from '../../ui/button'

/** What is shown is old, and how old. */
export function Copied({ copied, now }: { readonly copied: number | null; readonly now: number }) {
  if (copied === null) return null
  return (
    <View className='small rep-copied'>
      {`现在看的是手机里存的，${dateWords(copied, now)}\u00a0${timeWords(copied)}\u00a0的名单。往下拉一下，有网就更新。`}
    </View>
  )
}

/** Below the last line: more is coming, could not come, or that was all. */
export function ListFoot({ state, onAgain }: { readonly state: ListState; readonly onAgain: () => void }) {
  const { rows, more, busy, problem, copied } = state
  if (rows.length === 0) return null
  if (problem !== null && copied === null)
    return (
      <View className='rep-foot'>
        <View className='small'>{problem}</View>
        <Button kind='text' words='再试一次' onTap={onAgain} />
      </View>
    )
  if (busy === 'more') return <View className='small rep-foot'>正在拿后面的</View>
  return more || copied !== null ? null : <View className='small rep-foot'>{`就这\u00a0${rows.length}\u00a0家`}</View>
}
