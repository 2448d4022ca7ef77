import { View } from '@tarojs/components'
import { keeperWords } from '../../stores/keeper'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'

interface Props {
  readonly busy: boolean
  /** The progress is not kept in the cloud yet: without it a photo could not be found again. */
  readonly withProgress: boolean
  readonly onAgree: () => void
  readonly onDecline: () => void
  readonly onClose: () => void
}

/** Before the first upload: what is sent, what for, how long and by whom it is kept. */
export function DocumentsConsent({ busy, withProgress, onAgree, onDecline, onClose }: Props) {
  return (
    <Sheet title='上传照片前，先说清楚' onClose={onClose}>
      <View className='lines'>
        <View className='note'>传什么：你拍的执照和许可证，去掉拍摄地点</View>
        {withProgress ? <View className='note'>一起存：你选的答案、填的文字、打的勾</View> : null}
        <View className='note'>做什么：在电脑上取用，换手机不丢；读出名称和代码给你核对，读不出时可能交给微信识别</View>
        <View className='note'>存多久：办完 90 天后自动删除，随时能全部删掉</View>
        {keeperWords === null ? null : <View className='note'>谁来保管：{keeperWords}</View>}
        <View className='note'>谁能看：只有你。业务员要看，得你另外打开</View>
      </View>
      <Button words={busy ? '正在保存' : '同意，上传'} onTap={onAgree} />
      <Button kind='text quiet' words='先不传，只留在手机里' onTap={onDecline} />
    </Sheet>
  )
}
