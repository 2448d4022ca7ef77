import { Text, View } from '@tarojs/components'
import { useEffect, useMemo } from 'react'
import { deviceWords } from '../../stores/words'
import { useApp } from '../../stores/hooks'
import { BarProgress } from '../../ui/bar-progress'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Page } from '../../ui/page'
import { Tag } from '../../ui/tag'
import { ResultEntry } from './result-entry'
import './step.scss'
import { StepCautions } from './step-cautions'
import { StepDock } from './step-dock'
import { StepFields } from './step-fields'
import { StepFoot } from './step-foot'
import { StepParts } from './step-parts'
import { StepPictures } from './step-picture'
import { inOrder, type StepPicture } from './step-pictures'
import { useStep, type StepPlace } from './use-step'

type PicturesOf = (guide: string, step: string) => readonly StepPicture[]

interface Props {
  readonly guideId: string
  readonly stepId: string
  readonly picturesOf: PicturesOf
}

/** Do one step: the picture, at most three lines with its numbers, what to type, what to beware of. */
export function StepView({ guideId, stepId, picturesOf }: Props) {
  const place = useStep(guideId, stepId)
  const { navigator } = useApp()
  const { own, all } = usePictures(place, picturesOf)
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
  const { step } = place
  return (
    <Page dock={<StepDock place={place} />}>
      <StepHead place={place} />
      <StepPictures step={step} pictures={own} all={all} />
      <Instructions place={place} />
      <StepFields place={place} pictures={own} />
      {step.asks ? <ResultEntry materialId={step.asks} /> : null}
      <StepParts place={place} />
      <StepCautions place={place} />
      <StepFoot place={place} />
    </Page>
  )
}

/** Those of this step and of its whole guide; the first one of the next step is fetched ahead. */
function usePictures(place: StepPlace | null, picturesOf: PicturesOf) {
  const { device } = useApp()
  const { guide, step, next } = place ?? {}
  const ahead = next ? inOrder(picturesOf(next.guide, next.step))[0]?.file : undefined
  useEffect(() => {
    if (ahead !== undefined) device.fetchAhead([ahead])
  }, [device, ahead])
  return useMemo(() => {
    if (!guide || !step) return { own: [], all: [] }
    const of = (id: string) => inOrder(picturesOf(guide.id, id))
    return { own: of(step.id), all: guide.steps.flatMap(({ id }) => of(id)) }
  }, [guide, step, picturesOf])
}

function StepHead({ place }: { readonly place: StepPlace }) {
  const { step, index, count } = place
  const device = deviceWords[step.device]
  return (
    <View>
      <BarProgress done={index + 1} total={count} />
      <View className='step-over'>
        <Text>{`第 ${index + 1} 步，共 ${count} 步`}</Text>
        <Tag tone='accent' icon={device.icon} words={device.words} />
      </View>
      <Heading level={1} className='step-title'>
        {step.title}
      </Heading>
    </View>
  )
}

function Instructions({ place }: { readonly place: StepPlace }) {
  return (
    <View className='step-do'>
      {place.step.instructions.map((line, i) => (
        <View key={line.text} className={`step-line no-${i + 1}`}>
          <View className='grow'>
            <Text className='what'>{line.text}</Text>
            {line.note ? <Text className='sub'>{line.note}</Text> : null}
          </View>
        </View>
      ))}
    </View>
  )
}
