import { Text, View } from '@tarojs/components'
import { Icon } from '../../ui/icon'
import { Outcome } from '../../ui/outcome'
import { Pressable } from '../../ui/pressable'
import type { Choosing } from './use-choose'
import type { Finder, Trouble } from './use-finder'

interface Props {
  readonly finder: Finder
  readonly choosing: Choosing
  /** Tries the camera again. */
  readonly onReopen: () => void
}

interface Way {
  readonly icon: string
  readonly words: string
  readonly onTap: () => void
}

const troubles: Record<Trouble, { readonly title: string; readonly text: string }> = {
  denied: {
    title: '没开相机也行',
    text: '从相册选一张拍好的就行。想在这里拍，去设置里打开相机，回来就能用。',
  },
  privacy: {
    title: '还没同意隐私说明',
    text: '点「同意」以后才能用相机、选照片。照片只有你自己看得到。',
  },
}

/** In the camera's place when there is none, or when the photo was no good: why, and every other way to a photo. */
export function FinderRefused({ finder, choosing, onReopen }: Props) {
  const { trouble } = finder
  const { refusal } = choosing
  const toSettings = () => {
    choosing.forget()
    finder.toSettings()
  }
  const album: Way = { icon: 'album', words: '从相册选', onTap: () => choosing.choose('album') }
  const system: Way = { icon: 'camera', words: '用手机自带的相机拍', onTap: () => choosing.choose('camera') }
  const again: Way = { icon: 'retake', words: '再试一次', onTap: onReopen }
  const settings: Way = { icon: 'lock', words: '去设置', onTap: toSettings }
  const back: Way = { icon: 'retake', words: '在这里重拍', onTap: onReopen }
  if (trouble === null) return refusal ? <Said {...refusal} ways={[back, album, system]} /> : null
  // A refusal of the album is newer than the camera's, and says why that way is closed as well.
  const said = refusal ?? troubles[trouble]
  return <Said title={said.title} text={said.text} ways={[album, trouble === 'privacy' ? again : settings]} />
}

function Said({ title, text, ways }: { readonly title: string; readonly text: string; readonly ways: readonly Way[] }) {
  return (
    <View className='finder-none'>
      <Outcome className='shoot-refused'>
        <View className='head'>
          <Icon name='caution' className='s22' />
          <Text>{title}</Text>
        </View>
        <View className='text'>{text}</View>
        <View className='ways'>
          {ways.map(({ icon, words, onTap }) => (
            <Pressable key={words} className='way' onTap={onTap}>
              <Icon name={icon} className='s20' />
              <Text>{words}</Text>
            </Pressable>
          ))}
        </View>
      </Outcome>
    </View>
  )
}
