import { setNavigationBarTitle, useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { ShootView } from '../../../features/capture/shoot-view'
import { useSubject } from '../../../features/capture/use-subject'

export default function ShootPage() {
  const { material = '', slot = '' } = useRouter().params
  const label = useSubject(material, slot)?.slot.label
  useEffect(() => {
    if (label) void setNavigationBarTitle({ title: label.length > 9 ? '拍照' : `拍${label}` })
  }, [label])
  return <ShootView materialId={material} slotId={slot} />
}
