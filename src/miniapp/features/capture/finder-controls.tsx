import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { Accepted } from './accepted'
import { Shutter } from './shutter'
import type { Choosing } from './use-choose'
import type { CaptureSubject } from './use-subject'

interface Props {
  readonly subject: CaptureSubject
  readonly choosing: Choosing
  readonly torch: boolean
  /** null: there is no camera to light for. */
  readonly onTorch: (() => void) | null
  /** How the frame stands. */
  readonly portrait: boolean
  readonly onTurn: () => void
  readonly onShoot: () => void
  readonly onUnfinished: (() => void) | null
}

/** Below the camera, never over it: what lies over a native component can fail to be drawn. */
export function FinderControls(props: Props) {
  const { subject, choosing, torch, onTorch, portrait, onTurn, onShoot, onUnfinished } = props
  const [asking, setAsking] = useState(false)
  return (
    <View className='shoot-controls'>
      <Shutter choosing={choosing} onShoot={onShoot}>
        {onTorch ? (
          <Pressable
            className={torch ? 'side is-lit' : 'side'}
            onTap={onTorch}
            aria={{ role: 'switch', checked: torch, label: '补光' }}
          >
            <Icon name='flash' className='s28' />
            <Text>{torch ? '补光：开' : '补光：关'}</Text>
          </Pressable>
        ) : (
          <View className='side' />
        )}
      </Shutter>
      <View className='finder-more'>
        <More icon='rotate' words={portrait ? '证件是横的' : '证件是竖的'} onTap={onTurn} />
        <More icon='info' words='拍照要求' onTap={() => setAsking(true)} />
        {onUnfinished ? <More icon='licence' words='看刚拍的' onTap={onUnfinished} /> : null}
      </View>
      {asking ? <Accepted subject={subject} onClose={() => setAsking(false)} /> : null}
    </View>
  )
}

interface MoreProps {
  readonly icon: string
  readonly words: string
  readonly onTap: () => void
}

function More({ icon, words, onTap }: MoreProps) {
  return (
    <Pressable className='more' onTap={onTap}>
      <Icon name={icon} className='s18' />
      <Text>{words}</Text>
    </Pressable>
  )
}
