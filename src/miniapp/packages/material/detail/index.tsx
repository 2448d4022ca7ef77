import { setNavigationBarTitle, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { MaterialOutline } from '#domain/content/types'
import { MaterialView } from '../../../features/material/material-view'
import { useApp } from '../../../stores/hooks'
import { useShareCard } from '../../../stores/use-share-card'
import { createPhotoReader } from '../reader'

/** A text's or a statement's own name stands on the page; a photo has it in the bar. */
const barTitle = ({ group, title }: MaterialOutline) => ({ photo: title, text: '填写', confirm: '确认' })[group]

export default function MaterialPage() {
  useShareAppMessage(useShareCard({ title: '办小程序的材料，怎么准备才不被退' }))
  const { id = '' } = useRouter().params
  const { content } = useApp()
  const material = content.materials.find((one) => one.id === id)
  const title = material ? barTitle(material) : '材料'
  useEffect(() => void setNavigationBarTitle({ title }), [title])
  const [reader] = useState(createPhotoReader)
  return <MaterialView key={id} materialId={id} reader={reader} />
}
