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

/** The step's pictures that can be loaded; where there is none, a designed card. */
export function StepPictures({ step, pictures, all }: Props) {
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set())
  const whole = pictures.filter(({ file }) => !broken.has(file))
  const lose = (file: string) => setBroken((known) => new Set(known).add(file))
  if (whole.length === 0) return <TextCard step={step} />
  return (
    <View>
      <View className={whole.length > 1 ? 'step-shots' : ''}>
        {whole.map((picture) => (
          <Shot key={picture.file} picture={picture} all={all} onBroken={lose} />
        ))}
      </View>
      {whole.length > 1 ? <View className='small step-swipe'>共 {whole.length} 张，左右滑着看，点一下放大</View> : null}
    </View>
  )
}

interface ShotProps {
  readonly picture: StepPicture
  readonly all: readonly string[]
  readonly onBroken: (file: string) => void
}

function Shot({ picture, all, onBroken }: ShotProps) {
  const { device } = useApp()
  const props = {
    className: 'pressable step-shot',
    onClick: () => void device.preview(all, picture.file),
    ...aria({ role: 'img', label: `${picture.alt} 点一下放大。` }),
  } as ViewProps
  return (
    <View {...props}>
      <Image className='picture' src={picture.file} mode='widthFix' onError={() => onBroken(picture.file)} />
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
