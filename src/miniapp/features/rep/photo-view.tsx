import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import type { RepWays } from '../../ports/rep-ways'
import type { MerchantDetail, SharedPhoto } from '../../stores/rep/merchant-detail'
import type { Asked } from '../../stores/rep/hooks'
import { useApp } from '../../stores/hooks'
import { usePhoto, type Photo } from '../../stores/rep/merchant-hooks'
import { useSession } from '../../stores/session-hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Empty } from '../../ui/empty'
import { Outcome } from '../../ui/outcome'
import { Page } from '../../ui/page'
import { Pressable } from '../../ui/pressable'
import { NoRep } from './no-rep'
import './rep.scss'
import './merchant.scss'
import { RetakeSheet } from './retake-sheet'

interface Props {
  readonly ways: RepWays
  readonly merchant: string
  readonly photoId: string
  readonly asked: Asked<MerchantDetail>
}

/** A photo that the merchant shares, large, and the rep's word on it. */
export function PhotoView({ ways, merchant, photoId, asked: { value, problem } }: Props) {
  const { navigator } = useApp()
  const { rep } = useSession()
  const photo = usePhoto(merchant, photoId, navigator.back)
  const [retaking, setRetaking] = useState(false)
  if (rep === null) return <NoRep ways={ways} />
  const known = value?.photos?.find((one) => one.photoId === photoId) ?? null
  if (known === null && (value !== null || problem !== null)) return <Gone onBack={navigator.back} />
  return (
    <Page
      dock={
        <Dock>
          <Button
            kind='secondary'
            className='aside half'
            icon='retake'
            words='要重拍'
            onTap={() => setRetaking(true)}
          />
          <Button
            icon='check'
            words={photo.busy ? '正在告诉他' : '没问题'}
            off={photo.busy}
            onTap={() => photo.say({ verdict: 'fine' })}
          />
        </Dock>
      }
    >
      {photo.problem === null ? null : (
        <Outcome className='rep-problem'>
          <Banner level='caution' title='没办成' text={photo.problem} onTap={photo.again} />
        </Outcome>
      )}
      <Large photo={photo} title={known?.title ?? ''} />
      {known === null ? null : <Said photo={known} />}
      {retaking ? (
        <RetakeSheet
          onSay={(reason) => {
            setRetaking(false)
            photo.say({ verdict: 'retake', reason })
          }}
          onClose={() => setRetaking(false)}
        />
      ) : null}
    </Page>
  )
}

/** The whole document, nothing cropped; a tap opens the viewer, where it can be zoomed. */
function Large({ photo: { url }, title }: { readonly photo: Photo; readonly title: string }) {
  const { device } = useApp()
  const decorative: object = process.env.TARO_ENV === 'h5' ? { imgProps: { alt: '' } } : {}
  if (url === null) return <View className='rep-photo is-waiting' />
  return (
    <Pressable
      className='rep-photo'
      onTap={() => void device.preview([url], url)}
      aria={{ label: `${title}，点开放大` }}
    >
      <Image className='photo' src={url} mode='widthFix' {...decorative} />
    </Pressable>
  )
}

function Said({ photo: { title, verdict, reason } }: { readonly photo: SharedPhoto }) {
  const words =
    verdict === null ? '还没看过。' : verdict === 'fine' ? '你说过没问题。' : `你说过要重拍：${reason ?? '看不清'}。`
  return (
    <View className='rep-said'>
      <View className='title-2'>{title}</View>
      <View className='note'>{words}</View>
    </View>
  )
}

function Gone({ onBack }: { readonly onBack: () => void }) {
  return (
    <Page>
      <Empty
        icon='album'
        title='看不到这张照片了'
        text='商户换了新的，或者不再给你看了。'
        action={{ words: '返回', onTap: onBack }}
      />
    </Page>
  )
}
