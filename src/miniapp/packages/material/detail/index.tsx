import { setNavigationBarTitle, useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { MaterialView } from '../../../features/material/material-view'
import { useApp } from '../../../stores/hooks'

export default function MaterialPage() {
  const { id = '' } = useRouter().params
  const { content } = useApp()
  const title = content.materials.find((one) => one.id === id)?.title
  useEffect(() => {
    if (title) void setNavigationBarTitle({ title })
  }, [title])
  return <MaterialView key={id} materialId={id} />
}
