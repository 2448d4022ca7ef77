import { setNavigationBarTitle, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { StepView } from '../../../features/step/step-view'
import { useApp } from '../../../stores/hooks'
import { useShareCard } from '../../../stores/use-share-card'
import { picturesOf } from '../pictures-of'
import { useStayAwake } from '../use-stay-awake'

const anyStep = { title: '办小程序账号，照着一步一步来' }

export default function StepPage() {
  const { guide = '', step = '' } = useRouter().params
  const { content } = useApp()
  const known = content.guides.find((one) => one.id === guide)
  const title = known?.title
  const shown = known?.steps.find((one) => one.id === step)
  useShareAppMessage(
    useShareCard(
      shown ? { title: `${shown.title}，照着做`, page: 'packages/guide/step/index', query: { guide, step } } : anyStep,
    ),
  )
  useStayAwake()
  useEffect(() => {
    if (title) void setNavigationBarTitle({ title })
  }, [title])
  return <StepView key={`${guide}/${step}`} guideId={guide} stepId={step} picturesOf={picturesOf} />
}
