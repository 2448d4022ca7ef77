import { Image, Text, View } from '@tarojs/components'
import { Icon } from './icon'
import { Pressable } from './pressable'

export type SlotShape = 'landscape' | 'portrait' | 'square'

interface Props {
  readonly shape: SlotShape
  /** busy lays a veil over the photo, redo a red frame around it. */
  readonly look: 'empty' | 'plain' | 'busy' | 'redo'
  /** Spoken, with `words`: 「营业执照，已传好」. */
  readonly label: string
  /** What the slot says: on the strip over the photo, or inside the empty place. Silent: only spoken. */
  readonly words: string
  readonly icon: string
  readonly path?: string | null
  /** large: the whole document is to be seen, nothing is cropped, and the words stand under the photo. */
  readonly large?: boolean
  /** 0–1 while it is being sent. */
  readonly part?: number | undefined
  readonly onTap?: (() => void) | undefined
  readonly onCancel?: (() => void) | undefined
}

/** The place names the photo; the image itself says nothing more. */
const decorative: object = process.env.TARO_ENV === 'h5' ? { imgProps: { alt: '' } } : {}

/** The place of one photo. The cross to cancel is a target of its own, beside the photo's. */
export function PhotoSlot(props: Props) {
  const { shape, look, label, words, icon, path = null, large = false, part, onTap, onCancel } = props
  const empty = look === 'empty'
  return (
    <View className={`slot ${shape} is-${look}`}>
      <Pressable className='face' onTap={onTap} aria={{ role: onTap ? 'button' : 'img', label: `${label}，${words}` }}>
        {empty || path === null ? (
          <View className='inside'>
            <Icon name={empty ? icon : 'album'} />
            <Text>{empty ? words : '照片不在这部手机上'}</Text>
          </View>
        ) : (
          <Image className='photo' src={path} mode={large ? 'aspectFit' : 'aspectFill'} {...decorative} />
        )}
        {look === 'busy' ? <View className='veil' /> : null}
        {empty || large ? null : (
          <View className={onCancel ? 'strip has-cancel' : 'strip'}>
            <Icon name={icon} />
            <Text className='grow'>{words}</Text>
          </View>
        )}
        {part === undefined ? null : <Meter part={part} />}
      </Pressable>
      {onCancel ? (
        <Pressable className='cancel' onTap={onCancel} aria={{ label: `${label}，取消上传` }}>
          <Icon name='close' />
        </Pressable>
      ) : null}
    </View>
  )
}

function Meter({ part }: { readonly part: number }) {
  return (
    <View className='meter'>
      <View className='fill' style={{ width: `${Math.round(part * 100)}%` }} />
    </View>
  )
}
