import { setNavigationBarTitle, useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import type { Material } from '#domain/content/types'
import { MaterialView } from '../../../features/material/material-view'
import { useApp } from '../../../stores/hooks'

/** A text's or a statement's own name stands on the page; a photo has it in the bar. */
const barTitle = ({ group, title }: Material) => ({ photo: title, text: '填写', confirm: '确认' })[group]

export default function MaterialPage() {
  const { id = '' } = useRouter().params
  const { content } = useApp()
  const material = content.materials.find((one) => one.id === id)
  const title = material ? barTitle(material) : '材料'
  useEffect(() => void setNavigationBarTitle({ title }), [title])
  return <MaterialView key={id} materialId={id} />
}
