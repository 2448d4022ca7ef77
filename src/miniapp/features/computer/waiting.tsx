import { View, type ViewProps } from '@tarojs/components'
import { brand } from '#domain/content/operator'
import type { ComputerState, Ended } from '../../stores/computer-cell'
import { useApp } from '../../stores/hooks'
import { Banner } from '../../ui/banner'
import { Heading } from '../../ui/heading'
import { Outcome } from '../../ui/outcome'
import { Pressable } from '../../ui/pressable'
import { Bar } from './bar'
import { CodeCard } from './code-card'

const ends: Readonly<Record<Ended, { readonly title: string; readonly text: string }>> = {
  expired: { title: '已断开', text: '10\u00a0分钟到了，照片和文字都从这一页收走了。还要用，再扫一次。' },
  revoked: { title: '已断开', text: '手机上断开的，照片和文字都从这一页收走了。' },
  left: { title: '已断开', text: '照片和文字都从这一页收走了。下载过的文件还在电脑里，公用电脑记得删。' },
  'turned-away': { title: '手机上没有同意', text: '刚才的码作废了，这是新的。' },
}

const main = { className: 'pc-waiting', role: 'main' } as ViewProps
const steps = [`手机打开「${brand.name}」，点「我的」`, '点「扫电脑上的码」，对准二维码', '核对码一样，就点「同意」']

interface Props {
  readonly state: ComputerState
  readonly onWake: () => void
}

export function Waiting({ state, onWake }: Props) {
  const { ended, code, trouble, resting } = state
  return (
    <>
      <Bar />
      <View {...main}>
        <View className='pc-why'>
          {ended === null ? null : (
            <Outcome className='pc-ended'>
              <Banner level='info' {...ends[ended]} />
            </Outcome>
          )}
          <Heading level={1} className='pc-title'>
            <View className='clause'>把手机里的照片和文字，</View>
            <View className='clause'>取到这台电脑</View>
          </Heading>
          <View className='pc-lede'>填表、传图时直接用，不用一个字一个字抄。</View>
          {steps.map((words, i) => (
            <View key={words} className='pc-step'>
              <View className='step-no'>{i + 1}</View>
              <View className='grow'>{words}</View>
            </View>
          ))}
          <View className='small pc-note'>
            {'只对这台电脑有效，10\u00a0分钟后自动断开。公用电脑请记得点「断开」。'}
            {code === null ? null : <CopyLink link={code.qr} />}
          </View>
        </View>
        <CodeCard code={code} trouble={trouble} resting={resting} onWake={onWake} />
      </View>
    </>
  )
}

/** For the web version on a phone whose camera reads no codes. */
function CopyLink({ link }: { readonly link: string }) {
  const { device } = useApp()
  const copy = async () => {
    if (await device.copy(link)) device.toast('链接已复制，只发给自己的手机')
  }
  return (
    <Pressable className='link pc-copy-link' onTap={() => void copy()}>
      扫不了？复制链接
    </Pressable>
  )
}
