import { Text, View, type ViewProps } from '@tarojs/components'
import type { ComputerStore } from '../../stores/computer'
import type { Code, Contents, Proof } from '../../stores/computer-parts'
import { aria } from '../../ui/aria'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Outcome } from '../../ui/outcome'
import { StateMark } from '../../ui/state-mark'
import { Bar } from './bar'
import { Photos } from './photos'
import { QrPicture } from './qr-picture'
import { Texts } from './texts'
import { OpenLeft } from './time-left'

interface Props {
  readonly store: ComputerStore
  readonly open: Proof
  /** In the last minute: to go on with. */
  readonly code: Code | null
  readonly contents: Contents | null
  readonly trouble: string | null
}

const main = { className: 'pc-main', role: 'main' } as ViewProps
const announced = { className: 'pc-connected', ...aria({ live: 'polite' }) } as ViewProps

export function Approved({ store, open, code, contents, trouble }: Props) {
  return (
    <>
      <Bar raised>
        <View {...announced}>
          <StateMark mark='done' />
          <Text>{contents === null ? '正在接着上次的' : `${contents.shop ?? '手机'}已连接`}</Text>
        </View>
        <View className='pc-end'>
          <OpenLeft until={open.until} />
          <Button kind='secondary' className='compact' words='断开' onTap={store.leave} />
        </View>
      </Bar>
      <View {...main}>
        {trouble === null ? null : (
          <Outcome className='pc-across'>
            <Banner level='offline' title='网断了，正在重连' text='看得到的还能复制，照片等连上再下载。' />
          </Outcome>
        )}
        {code === null ? null : <GoOn code={code} />}
        {contents === null ? <Bones /> : <Shown store={store} contents={contents} />}
      </View>
    </>
  )
}

function Shown({ store, contents }: { readonly store: ComputerStore; readonly contents: Contents }) {
  return (
    <>
      <Photos store={store} photos={contents.photos} />
      <Texts texts={contents.texts} />
    </>
  )
}

/** Under one minute left. */
function GoOn({ code }: { readonly code: Code }) {
  return (
    <Outcome className='pc-across pc-go-on'>
      <QrPicture text={code.qr} />
      <View className='grow'>
        <View className='title-2 red'>{'不到\u00a01\u00a0分钟了，手机上再扫一次可续'}</View>
        <View className='note'>不扫也行，到时间这一页会自己收起来。</View>
        <View className='pc-match'>
          <Text className='note'>核对码</Text>
          <Text className='mono digits'>{code.check}</Text>
        </View>
      </View>
    </Outcome>
  )
}

const Bones = () => (
  <>
    <View className='card pc-bones'>
      <View className='bone short' />
      <View className='bone long' />
    </View>
    <View className='card pc-bones'>
      <View className='bone short' />
      <View className='bone long' />
    </View>
  </>
)
