import { Text, View } from '@tarojs/components'
import type { Code } from '../../stores/computer-parts'
import { brand } from '#domain/content/operator'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { QrPicture } from './qr-picture'
import { CodeLeft } from './time-left'

interface Props {
  readonly code: Code | null
  readonly trouble: string | null
  readonly resting: boolean
  readonly onWake: () => void
}

/** The code to scan, how long it is good for, and the digits that the phone shows too. */
export function CodeCard({ code, trouble, resting, onWake }: Props) {
  if (resting && code === null) return <Resting onWake={onWake} />
  return (
    <View className='pc-card'>
      {code === null ? <NoCode trouble={trouble} /> : <QrPicture text={code.qr} />}
      <View className='strong'>{`用手机上的${brand.name}扫`}</View>
      <View className='note pc-until'>
        {code === null ? (
          '马上就好'
        ) : trouble === null ? (
          <>
            <CodeLeft until={code.until} /> 后自动换码
          </>
        ) : (
          '连不上网，连上了接着等'
        )}
      </View>
      <View className='pc-match'>
        <Text className='note'>核对码</Text>
        <Text className='mono digits'>{code === null ? '····' : code.check}</Text>
      </View>
    </View>
  )
}

const NoCode = ({ trouble }: { readonly trouble: string | null }) => (
  <View className='pc-qr pc-no-code'>
    {trouble === null ? null : (
      <>
        <Icon name='offline' className='s40' />
        <Text>{trouble}</Text>
      </>
    )}
  </View>
)

function Resting({ onWake }: { readonly onWake: () => void }) {
  return (
    <View className='pc-card'>
      <View className='pc-qr pc-no-code'>
        <Icon name='clock' className='s40' />
        <Text>很久没人扫，先停了</Text>
      </View>
      <Button icon='qr' words='换一个新码' onTap={onWake} />
    </View>
  )
}
