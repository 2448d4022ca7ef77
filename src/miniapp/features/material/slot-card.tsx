import { Text, View } from '@tarojs/components'
import type { Slot } from '#domain/content/types'
import type { ReactNode } from 'react'
import { useApp } from '../../stores/hooks'
import { usePhotos } from '../../stores/photo-hooks'
import { PhotoSlot } from '../../ui/photo-slot'
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

/** All photos of one document: the place to take it, or what was taken; further pages where it has any. */
export function SlotCard({ material, slot, named, note, children }: Props) {
  const { navigator } = useApp()
  const photos = usePhotos(slot.id)
  const shoot = () => navigator.shoot(material, slot.id)
  const many = slot.pages === 'many'
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
            onRetake={many && photo.redo === undefined ? undefined : shoot}
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
      ) : many ? (
        <View className='place low'>
          <PhotoSlot shape={slot.shape} look='empty' label={slot.label} words='再拍一页' icon='plus' onTap={shoot} />
        </View>
      ) : null}
      {children}
    </View>
  )
}
