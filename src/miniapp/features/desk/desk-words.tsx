import { View } from '@tarojs/components'
import { useLeft } from './use-left'

const amount = (n: number, words: string) => (n === 0 ? `没有${words.slice(1)}` : `${n}\u00a0${words}`)

/** 「2 张照片，5 条文字」 */
export const seesWords = ({ photos, texts }: { readonly photos: number; readonly texts: number }): string =>
  photos + texts === 0
    ? '还没有照片和文字，传好了会自己出现'
    : `${amount(photos, '张照片')}，${amount(texts, '条文字')}`

/** 「9 分 42 秒」, 「42 秒」 */
const leftWords = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  const rest = `${seconds % 60}\u00a0秒`
  return minutes === 0 ? rest : `${minutes}\u00a0分\u00a0${rest}`
}

/** By itself, so that a second that passes sends one line to the view. */
export function LeftRow({ until, onEnd }: { readonly until: number; readonly onEnd: () => void }) {
  const left = useLeft(until, onEnd)
  return (
    <View className='desk-fact'>
      <View className='head'>还剩</View>
      <View className={left < 60 ? 'grow red' : 'grow'}>{leftWords(left)}</View>
    </View>
  )
}
