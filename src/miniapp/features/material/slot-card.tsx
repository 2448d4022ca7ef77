import { Text, View } from '@tarojs/components'
import type { Slot } from '#domain/content/types'
import type { ReactNode } from 'react'
import { useApp } from '../../stores/hooks'
import { usePhotoActions, usePhotos } from '../../stores/photo-hooks'
import { Icon } from '../../ui/icon'
import { PhotoSlot } from '../../ui/photo-slot'
import { Pressable } from '../../ui/pressable'
import { PhotoCard } from './photo-card'

interface Props {
  readonly material: string
  readonly slot: Slot
  /** Named on the card, when the page is about more than this one document. */
  readonly named: boolean
  readonly note?: string | undefined
  /** What is asked of the document beside its photo. */
  readonly children?: ReactNode
}

/** More than any permit has; all photos together have a limit of their own. */
const mostPages = 8

/** All photos of one document: the place to take it, or what was taken; further pages where it has any. */
export function SlotCard({ material, slot, named, note, children }: Props) {
  const { navigator } = useApp()
  const photos = usePhotos(slot.id)
  const { forward } = usePhotoActions()
  const shoot = () => navigator.shoot(material, slot.id)
  const many = photos.length > 1
  return (
    <View className={many ? 'card mat-slot many' : 'card mat-slot'}>
      {named ? (
        <View className='name'>
          <Text className='title'>{slot.label}</Text>
          {slot.optional ? <Text className='small'>没有就不拍</Text> : null}
          {note ? <Text className='note'>{note}</Text> : null}
        </View>
      ) : null}
      {photos.map((photo, i) => (
        <View key={photo.photoId}>
          {many ? <View className='page-no'>第 {i + 1} 页</View> : null}
          <PhotoCard
            slot={slot}
            label={many ? `${slot.label}，第 ${i + 1} 页` : slot.label}
            photo={photo}
            onRetake={() => navigator.shoot(material, slot.id, photo.photoId)}
            onForward={i > 0 ? () => forward(photo.photoId) : undefined}
          />
        </View>
      ))}
      {photos.length === 0 ? (
        <View className={named ? 'place low' : 'place'}>
          <PhotoSlot
            shape={slot.shape}
            look='empty'
            label={slot.label}
            words='拍照，或从相册选'
            icon='camera'
            onTap={shoot}
          />
        </View>
      ) : slot.pages === 'many' ? (
        <MorePages full={photos.length >= mostPages} onTap={shoot} />
      ) : null}
      {children}
    </View>
  )
}

function MorePages({ full, onTap }: { readonly full: boolean; readonly onTap: () => void }) {
  if (full) return <View className='small mat-more'>最多 {mostPages} 页。多的合在一起拍，或先删一页。</View>
  return (
    <Pressable className='mat-more' onTap={onTap}>
      <Icon name='plus' className='s20' />
      <Text>还有一页？再拍一页</Text>
    </Pressable>
  )
}
