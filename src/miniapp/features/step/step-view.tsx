import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { deviceWords } from '../../stores/words'
import { useApp } from '../../stores/hooks'
import { BarProgress } from '../../ui/bar-progress'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Tag } from '../../ui/tag'
import { ResultEntry } from './result-entry'
import './step.scss'
import { StepCautions } from './step-cautions'
import { StepDock } from './step-dock'
import { StepAddress, StepFields } from './step-fields'
import { StepParts } from './step-parts'
import { StepPictures, type StepPicture } from './step-picture'
import { useStep, type StepPlace } from './use-step'

interface Props {
  readonly guideId: string
  readonly stepId: string
  readonly picturesOf: (guide: string, step: string) => readonly StepPicture[]
}

/** Do one step: the picture, at most three lines with its numbers, what to type, what to beware of. */
export function StepView({ guideId, stepId, picturesOf }: Props) {
  const place = useStep(guideId, stepId)
  const { navigator } = useApp()
  if (!place) {
    return (
      <Page>
        <Empty
          icon='guide'
          title='没找到这一步'
          text='内容可能更新过。你勾过的都还在。'
          action={{ words: '看全部步骤', onTap: navigator.guides }}
        />
      </Page>
    )
  }
  const { guide, step, state } = place
  const all = guide.steps.flatMap((one) => picturesOf(guide.id, one.id).map((picture) => picture.file))
  return (
    <Page dock={<StepDock place={place} />}>
      <StepHead place={place} />
      <StepPictures step={step} pictures={picturesOf(guide.id, step.id)} all={all} />
      <Instructions place={place} />
      {step.address ? <StepAddress label={step.address.label} url={step.address.url} /> : null}
      <StepFields fields={place.fields} />
      {step.asks ? <ResultEntry materialId={step.asks} /> : null}
      <StepParts guide={guide.id} state={state} />
      <StepCautions place={place} />
      {step.uncertain ? <View className='small step-unsure'>还没核实：{step.uncertain}</View> : null}
    </Page>
  )
}

function StepHead({ place }: { readonly place: StepPlace }) {
  const { step, index, count } = place
  const device = deviceWords[step.device]
  return (
    <View>
      <BarProgress done={index + 1} total={count} />
      <View className='step-over'>
        <Text>
          第 {index + 1} 步，共 {count} 步
        </Text>
        <Tag tone='accent' icon={device.icon} words={device.words} />
      </View>
      <View className='title-1 step-title'>{step.title}</View>
    </View>
  )
}

function Instructions({ place }: { readonly place: StepPlace }): ReactNode {
  return (
    <View className='step-do'>
      {place.step.instructions.map((line, i) => (
        <View key={line.text} className='step-line'>
          <View className='step-no hit'>{i + 1}</View>
          <View className='grow'>
            <Text className='what'>{line.text}</Text>
            {line.note ? <Text className='sub'>{line.note}</Text> : null}
          </View>
        </View>
      ))}
    </View>
  )
}
