import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ComputerStore } from '../../stores/computer'
import type { DeskPhoto } from '../../stores/computer-parts'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Act } from './act'

interface Props {
  readonly store: ComputerStore
  readonly photos: readonly DeskPhoto[]
}

export function Photos({ store, photos }: Props) {
  return (
    <View className='pc-photos'>
      <Heading level={2}>照片</Heading>
      <View className='note pc-hint'>下载后，在官方页面点「上传文件」选它。</View>
      {photos.length === 0 ? (
        <Empty icon='camera' title='还没有照片' text='在手机上拍好、传好，会自己出现在这里。' />
      ) : (
        <View className='pc-pictures'>
          {photos.map((photo) => (
            <PhotoCard key={photo.photoId} store={store} photo={photo} />
          ))}
        </View>
      )}
    </View>
  )
}

type Saving = 'idle' | 'busy' | 'done' | 'failed'
const words: Readonly<Record<Saving, string>> = { idle: '下载', busy: '正在下载', done: '已下载', failed: '再试一次' }

function PhotoCard({ store, photo }: { readonly store: ComputerStore; readonly photo: DeskPhoto }) {
  const { photoId, label, filename, redo } = photo
  const thumb = useThumb(store, photoId)
  const [saving, setSaving] = useState<Saving>('idle')
  const save = async () => {
    if (saving === 'busy') return
    setSaving('busy')
    setSaving((await store.save(photoId, filename)) ? 'done' : 'failed')
  }
  const doubtful = redo !== undefined && saving === 'idle'
  return (
    <View className='card pc-photo'>
      <View className={redo === undefined ? 'slot' : 'slot is-redo'}>
        <View className='face'>{thumb === null ? null : <Thumb photo={photo} url={thumb} />}</View>
      </View>
      <View className='pc-caption'>
        <View className='grow'>
          <View className='name'>{label}</View>
          <Text className={redo === undefined ? 'small' : 'small red'}>
            {redo === undefined ? fileWords(photo) : `需重拍：${redo}`}
          </Text>
        </View>
        <Act
          icon={saving === 'done' ? 'check' : 'download'}
          words={doubtful ? '仍下载' : words[saving]}
          label={`${doubtful ? '仍下载' : words[saving]}${label}`}
          quiet={doubtful || saving === 'done'}
          onTap={() => void save()}
        />
      </View>
    </View>
  )
}

function Thumb({ photo, url }: { readonly photo: DeskPhoto; readonly url: string }) {
  const named: object = { imgProps: { alt: photo.label } }
  // A page that stands upright is shown whole.
  return <Image className='photo' src={url} mode={photo.h > photo.w ? 'aspectFit' : 'aspectFill'} {...named} />
}

const kilo = 1024

/** 「JPG，1860 × 1310，168 KB」 */
function fileWords({ w, h, bytes }: DeskPhoto): string {
  const size =
    bytes < kilo * kilo ? `${Math.ceil(bytes / kilo)}\u00a0KB` : `${(bytes / kilo / kilo).toFixed(1)}\u00a0MB`
  return `JPG，${w}\u00a0×\u00a0${h}，${size}`
}

/** Asked for once a photo: what has been drawn needs its link no more. */
function useThumb(store: ComputerStore, photoId: string): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    void store.linkTo(photoId, 'thumb').then((link) => {
      if (!gone) setUrl(link)
    })
    return () => {
      gone = true
    }
  }, [store, photoId])
  return url
}
