import { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { ErrorsView } from '../../../features/errors/errors-view'
import { useApp } from '../../../stores/hooks'

export default function ErrorsPage() {
  const { guide, step } = useRouter().params
  const { content } = useApp()
  const from = useMemo(() => {
    const known = content.guides.find((one) => one.id === guide)
    return known && step ? { guide: known.id, step } : null
  }, [content, guide, step])
  return <ErrorsView from={from} />
}
