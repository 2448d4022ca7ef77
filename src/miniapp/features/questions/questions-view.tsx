import { Text, View, type ViewProps } from '@tarojs/components'
import { useState } from 'react'
import type { Question } from '#domain/content/types'
import { aria } from '../../ui/aria'
import { BarProgress } from '../../ui/bar-progress'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Option } from '../../ui/option'
import { Page } from '../../ui/page'
import { Sheet } from '../../ui/sheet'
import { IndustryChoice } from './industry-choice'
import './questions.scss'
import { useQuestions, type Asking } from './use-questions'

interface Props {
  readonly onDone: (eligible: boolean) => void
}

const group = (question: Question) => aria({ role: 'radiogroup', label: question.title }) as ViewProps

/** One question a page. */
export function QuestionsView({ onDone }: Props) {
  const asking = useQuestions(onDone)
  const [help, setHelp] = useState(false)
  if (!asking) return null
  const { question } = asking
  return (
    <Page dock={<AskDock asking={asking} />}>
      <AskHead asking={asking} />
      {question.id === 'industry' ? (
        <IndustryChoice chosen={asking.chosen} onChoose={asking.choose} />
      ) : (
        <View {...group(question)}>
          {question.options.map((option) => (
            <Option
              key={option.id}
              shape='radio'
              name={option.label}
              note={option.note}
              on={asking.chosen === option.id}
              onTap={() => asking.choose(option.id)}
            />
          ))}
        </View>
      )}
      {question.help ? (
        <Button kind='text' className='ask-help' icon='info' words='不确定？教你怎么查' onTap={() => setHelp(true)} />
      ) : null}
      {help && question.help ? <HelpSheet help={question.help} onClose={() => setHelp(false)} /> : null}
    </Page>
  )
}

function AskHead({ asking }: { readonly asking: Asking }) {
  return (
    <View>
      <BarProgress done={asking.index + 1} total={asking.count} />
      <View className='ask-over'>
        <Text>
          第 {asking.index + 1} 题，共 {asking.count} 题
        </Text>
        {asking.last ? (
          <Text>
            上一题：<Text className='strong ink'>{asking.last.label}</Text>
          </Text>
        ) : null}
      </View>
      <Heading level={1} className='ask-title'>
        {asking.question.title}
      </Heading>
      <View className='note ask-why'>{asking.question.why}</View>
    </View>
  )
}

function AskDock({ asking }: { readonly asking: Asking }) {
  const off = asking.chosen === undefined
  const words = off ? '先选一项' : asking.isLast ? '看我的路线' : '下一题'
  return (
    <Dock hint='以后随时能改，填过的内容不会丢'>
      <Button
        kind='secondary'
        className='aside'
        words={asking.index === 0 ? '返回' : '上一题'}
        onTap={asking.previous}
      />
      <Button words={words} off={off} onTap={asking.next} />
    </Dock>
  )
}

function HelpSheet({ help, onClose }: { readonly help: NonNullable<Question['help']>; readonly onClose: () => void }) {
  return (
    <Sheet title={help.title} onClose={onClose}>
      <View className='lines'>
        {help.lines.map((line) => (
          <View key={line} className='note'>
            {line}
          </View>
        ))}
      </View>
      <Button words='知道了' onTap={onClose} />
    </Sheet>
  )
}
