import { Image, View, type ViewProps } from '@tarojs/components'
import { useState } from 'react'
import type { Step } from '#domain/content/types'
import { useApp } from '../../stores/hooks'
import { aria } from '../../ui/aria'
import { Icon } from '../../ui/icon'

/** One picture of a step: a file of the guide package and the words that replace it. */
export interface StepPicture {
  readonly file: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

interface Props {
  readonly step: Step
  readonly pictures: readonly StepPicture[]
  /** All pictures of the guide, for swiping in the preview. */
  readonly all: readonly string[]
}

/** The step's pictures; a step without one, or one that fails to load, shows a designed card. */
export function StepPictures({ step, pictures, all }: Props) {
  if (pictures.length === 0) return <TextCard step={step} />
  return (
    <View>
      <View className={pictures.length > 1 ? 'step-shots' : ''}>
        {pictures.map((picture) => (
          <Shot key={picture.file} picture={picture} step={step} all={all} />
        ))}
      </View>
      {pictures.length > 1 ? <View className='small step-swipe'>共 {pictures.length} 张，左右滑着看，点一下放大</View> : null}
    </View>
  )
}

function Shot({ picture, step, all }: { readonly picture: StepPicture; readonly step: Step; readonly all: readonly string[] }) {
  const { device } = useApp()
  const [broken, setBroken] = useState(false)
  if (broken) return <TextCard step={step} />
  const props = {
    className: 'pressable step-shot',
    onClick: () => void device.preview(all, picture.file),
    ...aria({ role: 'img', label: `${picture.alt} 点一下放大。` }),
  } as ViewProps
  return (
    <View {...props}>
      <Image className='picture' src={picture.file} mode='widthFix' onError={() => setBroken(true)} />
    </View>
  )
}

const icons: Record<Step['device'], string> = { computer: 'computer', phone: 'phone', both: 'computer' }

function TextCard({ step }: { readonly step: Step }) {
  return (
    <View className='step-card'>
      <Icon name={step.waiting ? 'clock' : icons[step.device]} className='s40' />
      <View className='head'>{step.waiting ? step.waiting.title : step.title}</View>
      <View className='note'>{step.instructions[0].note ?? step.instructions[0].text}</View>
    </View>
  )
}
