import { Text, View } from '@tarojs/components'
import { createElement, useCallback, useEffect, useState, type ComponentType } from 'react'
import { useApp, useDraftPhoto, useEntries } from '../../stores/hooks'
import { Heading } from '../../ui/heading'
import { Icon } from '../../ui/icon'
import { Outcome } from '../../ui/outcome'
import { Page } from '../../ui/page'
import { Pressable } from '../../ui/pressable'
import { Accepted } from './accepted'
import { Avoid } from './avoid'
import './capture.scss'
import { Example } from './example'
import type { FinderProps } from './finder-view'
import { Gone } from './gone'
import type { Refusal } from './refusals'
import { Shutter } from './shutter'
import { useChoose, type Choosing } from './use-choose'
import { useSubject, type CaptureSubject } from './use-subject'

interface Props {
  readonly materialId: string
  readonly slotId: string
  /** The photo that is to be replaced; undefined: the slot's, or a further page. */
  readonly replacing: string | undefined
  /** The camera in the page, where there is one; else the system's is opened. */
  readonly Finder: ComponentType<FinderProps> | null
}

/** Always dark. How the photo should look, before the first one; the camera, or the system's way to a photo. */
export function ShootView({ materialId, slotId, replacing, Finder }: Props) {
  const { navigator, drafts } = useApp()
  const subject = useSubject(materialId, slotId)
  const [looking, setLooking] = useState(useHasPhotos())
  const onChosen = useCallback(
    () => navigator.check(materialId, slotId, replacing),
    [navigator, materialId, slotId, replacing],
  )
  const choosing = useChoose(slotId, onChosen)
  const draft = useDraftPhoto()
  useEffect(() => void drafts.restore(slotId), [drafts, slotId])
  if (!subject) return <Gone />
  const unfinished = draft?.slot === slotId
  const finder = subject.shape === 'square' ? null : Finder
  if (finder && looking) return createElement(finder, { subject, choosing, onUnfinished: unfinished ? onChosen : null })
  const onShoot = () => (finder ? setLooking(true) : choosing.choose('camera'))
  return (
    <Page className='shoot' dock={<Controls choosing={choosing} subject={subject} onShoot={onShoot} />}>
      <Say subject={subject} />
      <Example shape={subject.shape} title={subject.slot.label} licence={subject.licence} />
      <View className='shoot-below'>
        {choosing.refusal ? (
          <Refused refusal={choosing.refusal} onTap={choosing.choose} />
        ) : unfinished ? (
          <Unfinished onTap={onChosen} />
        ) : subject.shape === 'square' ? (
          <Plain />
        ) : (
          <Avoid />
        )}
      </View>
    </Page>
  )
}

/** Who has taken a photo has seen how. */
const useHasPhotos = () => [...useEntries()].some(([key, value]) => key.startsWith('p.') && value !== null)

function Say({ subject }: { readonly subject: CaptureSubject }) {
  const square = subject.shape === 'square'
  return (
    <View className='shoot-say'>
      <Heading level={2}>{square ? '选一张方的图' : '四个角都拍进去'}</Heading>
      <View className='under'>{square ? '招牌、门头、自己的标志都行' : '拍原件，放平，手机端正'}</View>
    </View>
  )
}

function Plain() {
  return <View className='shoot-plain'>别用微信的图标、别人的商标、明星照片</View>
}

/** The app was closed, or left, before the photo was kept. */
function Unfinished({ onTap }: { readonly onTap: () => void }) {
  return (
    <View className='shoot-refused'>
      <View className='text first'>刚才拍的那张还在，没有丢。</View>
      <Pressable className='way' onTap={onTap}>
        <Icon name='album' className='s20' />
        <Text>接着看那一张</Text>
      </Pressable>
    </View>
  )
}

function Refused({ refusal, onTap }: { readonly refusal: Refusal; readonly onTap: Choosing['choose'] }) {
  const album = refusal.instead === 'album'
  return (
    <Outcome className='shoot-refused'>
      <View className='head'>
        <Icon name='caution' className='s22' />
        <Text>{refusal.title}</Text>
      </View>
      <View className='text'>{refusal.text}</View>
      <View className='ways'>
        <Pressable className='way' onTap={() => onTap(refusal.instead)}>
          <Icon name={album ? 'album' : 'camera'} className='s20' />
          <Text>{album ? '从相册选' : '重新拍一张'}</Text>
        </Pressable>
      </View>
    </Outcome>
  )
}

interface ControlsProps {
  readonly choosing: Choosing
  readonly subject: CaptureSubject
  readonly onShoot: () => void
}

function Controls({ choosing, subject, onShoot }: ControlsProps) {
  const [asking, setAsking] = useState(false)
  return (
    <View className='shoot-controls'>
      <Shutter choosing={choosing} onShoot={onShoot} face={<Icon name='camera' className='s28' />}>
        <Pressable className='side' onTap={() => setAsking(true)}>
          <Icon name='info' className='s28' />
          <Text>拍照要求</Text>
        </Pressable>
      </Shutter>
      {asking ? <Accepted subject={subject} onClose={() => setAsking(false)} /> : null}
    </View>
  )
}
