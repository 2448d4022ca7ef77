import { setNavigationBarTitle, useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { StepView } from '../../../features/step/step-view'
import { useApp } from '../../../stores/hooks'
import { picturesOf } from '../pictures-of'

export default function StepPage() {
  const { guide = '', step = '' } = useRouter().params
  const { content } = useApp()
  const title = content.guides.find((one) => one.id === guide)?.title
  useEffect(() => {
    if (title) void setNavigationBarTitle({ title })
  }, [title])
  return <StepView key={`${guide}/${step}`} guideId={guide} stepId={step} picturesOf={picturesOf} />
}
