import { Image, View } from '@tarojs/components'
import { memo, useCallback } from 'react'
import type { RepWays } from '../../ports/rep-ways'
import type { SharedPhoto } from '../../stores/rep/merchant-detail'
import { useAsked, useRep } from '../../stores/rep/hooks'
import { Pressable } from '../../ui/pressable'
import { Section } from '../../ui/section'
import { StateMark } from '../../ui/state-mark'

interface Props {
  readonly merchant: string
  readonly photos: readonly SharedPhoto[] | null
  readonly ways: RepWays
}

/** Photos only when the merchant shares them; otherwise one sentence, and nothing to peek at. */
export function MerchantPhotos({ merchant, photos, ways }: Props) {
  const open = useCallback((photoId: string) => ways.photo(merchant, photoId), [ways, merchant])
  if (photos === null)
    return (
      <View>
        <Section title='照片' />
        <View className='card note'>商户没有打开照片。他在「我的」里打开后，你才能看。</View>
      </View>
    )
  return (
    <View>
      <Section title='照片' note='商户已同意给你看' />
      {photos.length === 0 ? (
        <View className='card note'>还没有拍照片。</View>
      ) : (
        <View className='card rep-pics'>
          {photos.map((photo) => (
            <Picture key={photo.photoId} merchant={merchant} photo={photo} onOpen={open} />
          ))}
        </View>
      )}
    </View>
  )
}

const verdictWords = { fine: '没问题', retake: '要重拍' } as const
const marks = { fine: 'done', retake: 'redo' } as const
const decorative: object = process.env.TARO_ENV === 'h5' ? { imgProps: { alt: '' } } : {}

interface PictureProps {
  readonly merchant: string
  readonly photo: SharedPhoto
  readonly onOpen: (photoId: string) => void
}

const Picture = memo(function Picture({ merchant, photo, onOpen }: PictureProps) {
  const { photoId, title, verdict, reason } = photo
  const { merchants } = useRep()
  const ask = useCallback(async () => {
    const reply = await merchants.photo(merchant, photoId, 'thumb')
    return reply.ok ? { ok: true as const, value: reply.url } : reply
  }, [merchants, merchant, photoId])
  const { value: url } = useAsked(ask)
  const words = verdict === null ? '还没看' : verdictWords[verdict]
  return (
    <Pressable
      className='rep-pic'
      onTap={() => onOpen(photoId)}
      aria={{ label: [title, words, reason].filter(Boolean).join('，') }}
    >
      <View className={verdict === 'retake' ? 'slot is-redo' : 'slot'}>
        <View className='face'>
          {url === null ? null : <Image className='photo' src={url} mode='aspectFill' {...decorative} />}
        </View>
      </View>
      <View className='rep-cap'>
        <StateMark mark={verdict === null ? 'todo' : marks[verdict]} />
        <View>{title}</View>
      </View>
      {verdict === 'retake' && reason !== null ? <View className='rep-why'>{reason}</View> : null}
    </Pressable>
  )
})
