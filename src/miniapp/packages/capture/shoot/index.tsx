import { setNavigationBarTitle, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { ShootView } from '../../../features/capture/shoot-view'
import { useSubject } from '../../../features/capture/use-subject'
import { useShareCard } from '../../../stores/use-share-card'
import { Finder } from './finder'

/** Longer titles do not fit beside WeChat's capsule. */
const longest = 9

export default function ShootPage() {
  useShareAppMessage(useShareCard({ title: '证照照片怎么拍，官方才收' }))
  const { material = '', slot = '', photo } = useRouter().params
  const subject = useSubject(material, slot)
  const verb = subject?.shape === 'square' ? '选' : '拍'
  const label = subject?.slot.label ?? ''
  const title = label === '' || label.length > longest ? '拍照' : `${verb}${label}`
  useEffect(() => void setNavigationBarTitle({ title }), [title])
  return <ShootView materialId={material} slotId={slot} replacing={photo} Finder={Finder} />
}
