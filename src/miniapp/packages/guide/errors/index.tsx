import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useMemo } from 'react'
import { ErrorsView } from '../../../features/errors/errors-view'
import { useApp } from '../../../stores/hooks'
import { useShareCard } from '../../../stores/use-share-card'
import { useStayAwake } from '../use-stay-awake'

export default function ErrorsPage() {
  useShareAppMessage(useShareCard({ title: '官方页面报错了，在这里找办法', page: 'packages/guide/errors/index' }))
  const { guide, step } = useRouter().params
  const { content } = useApp()
  useStayAwake()
  const from = useMemo(() => {
    const known = content.guides.find((one) => one.id === guide)
    return known && step ? { guide: known.id, step } : null
  }, [content, guide, step])
  return <ErrorsView from={from} />
}
