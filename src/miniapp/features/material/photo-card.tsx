import { Text, View, type ViewProps } from '@tarojs/components'
import { useState } from 'react'
import type { Slot } from '#domain/content/types'
import type { PhotoView } from '../../stores/photo-hooks'
import { aria } from '../../ui/aria'
import { Icon } from '../../ui/icon'
import { PhotoSlot } from '../../ui/photo-slot'
import { Pressable } from '../../ui/pressable'
import { photoWords, sizeWords } from './photo-words'
import { usePhotoTools } from './use-photo-tools'
import { WatermarkSheet } from './watermark-sheet'

interface Props {
  readonly slot: Slot
  /** 「食品经营许可证，第 2 页」 */
  readonly label: string
  readonly photo: PhotoView
  readonly onRetake: () => void
  /** Absent for the first page. */
  readonly onForward: (() => void) | undefined
}

/** One photo, whole; under it how it is, and what can be done with it. */
export function PhotoCard({ slot, label, photo, onRetake, onForward }: Props) {
  const tools = usePhotoTools(label, photo)
  const [marking, setMarking] = useState(false)
  const { look, words, icon } = photoWords(photo)
  const sending = photo.state === 'uploading'
  return (
    <View className='mat-photo'>
      <PhotoSlot
        shape={slot.shape}
        look={look}
        label={label}
        words={words}
        icon={icon}
        path={photo.path}
        large
        part={sending ? photo.part : undefined}
        onTap={photo.path === null ? undefined : tools.see}
      />
      <Verdict photo={photo} onCancel={tools.cancel} onRetry={tools.retry} />
      <View className='tools'>
        <Tool icon='retake' words='重拍' onTap={onRetake} />
        {photo.path === null ? null : <Tool icon='zoom' words='看大图' onTap={tools.see} />}
        {photo.path === null || slot.shape === 'square' ? null : (
          <Tool icon='shield' words='加水印' onTap={() => setMarking(true)} />
        )}
        {onForward ? <Tool icon='chevron-left' words='往前移' onTap={onForward} /> : null}
        <Tool icon='trash' words='删掉' onTap={tools.remove} />
      </View>
      {marking && photo.path !== null ? (
        <WatermarkSheet slot={slot} label={label} path={photo.path} onClose={() => setMarking(false)} />
      ) : null}
    </View>
  )
}

interface VerdictProps {
  readonly photo: PhotoView
  readonly onCancel: () => void
  readonly onRetry: () => void
}

/** How the upload goes is heard without looking for it. */
const announced = aria({ live: 'polite' }) as ViewProps

function Verdict({ photo, onCancel, onRetry }: VerdictProps) {
  const { icon, words, tone } = photoWords(photo)
  const size = sizeWords(photo)
  const waits = photo.state === 'uploading' || photo.state === 'waiting' || photo.state === 'paused'
  return (
    <View className={`verdict ${tone}`} {...announced}>
      <Icon name={icon} className='s20' />
      <Text className='grow'>{words}</Text>
      {photo.state === 'failed' ? (
        <Pressable className='act' onTap={onRetry}>
          再传一次
        </Pressable>
      ) : waits ? (
        <Pressable className='act quiet' onTap={onCancel}>
          先不传
        </Pressable>
      ) : size === null ? null : (
        <Text className='small keep'>{size}</Text>
      )}
    </View>
  )
}

function Tool({ icon, words, onTap }: { readonly icon: string; readonly words: string; readonly onTap: () => void }) {
  return (
    <Pressable className='tool' onTap={onTap}>
      <Icon name={icon} className='s20' />
      <Text>{words}</Text>
    </Pressable>
  )
}
