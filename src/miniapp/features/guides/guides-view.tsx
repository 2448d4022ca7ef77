import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { GuideState } from '#domain/guide-state'
import type { Progress } from '#domain/progress'
import { overviewOf } from '#domain/overview'
import { deadlineWords, nextWords } from '../../stores/words'
import { useApp, useProgress } from '../../stores/hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Icon } from '../../ui/icon'
import { Page } from '../../ui/page'
import { Pressable } from '../../ui/pressable'
import { Section } from '../../ui/section'
import { GuidePart } from './guide-part'
import './guides.scss'

interface Props {
  /** The fee card, and where the next action leads: other features, joined by the page. */
  readonly fee: (progress: Progress) => ReactNode
  readonly onNext: (progress: Progress) => void
}

/** The whole way: the route, its guides and steps, the fees. Readable before any question is answered. */
export function GuidesView({ fee, onNext }: Props) {
  const { navigator } = useApp()
  const progress = useProgress()
  return (
    <Page
      dock={
        <Dock>
          <Button words={nextWords(progress.next)} onTap={() => onNext(progress)} />
        </Dock>
      }
    >
      <Pressable className='search words' onTap={() => navigator.errors()} aria={{ label: '页面报错了？搜那句话' }}>
        <Icon name='search' className='s20' />
        <Text>页面报错了？搜那句话</Text>
      </Pressable>
      <RouteHead progress={progress} />
      <Parts progress={progress} />
      <Warnings progress={progress} />
      <Section title='费用' />
      {fee(progress)}
    </Page>
  )
}

function RouteHead({ progress }: { readonly progress: Progress }) {
  const { navigator } = useApp()
  const { route } = progress.plan
  return (
    <View className='way-route'>
      <Heading level={2}>{route ? route.title : '全部步骤，先看个大概'}</Heading>
      <View className='note'>
        <Text>{route ? '按你的回答排的路线，' : '答完问题，只留下你要走的，'}</Text>
        <Pressable className='link clause' onTap={navigator.questions}>
          {route ? '改回答' : '去回答'}
        </Pressable>
      </View>
    </View>
  )
}

function Parts({ progress }: { readonly progress: Progress }) {
  const { navigator, content, clock } = useApp()
  const guides = progress.plan.route ? progress.guides : overviewOf(content)
  const current = guides.find((state) => state.state === 'now' || state.state === 'wait')
  const [open, setOpen] = useState<string | null | undefined>(undefined)
  const shown = open === undefined ? current?.guide.id : open
  return (
    <View className='list way-parts'>
      {guides.map((state) => (
        <GuidePart
          key={state.guide.id}
          state={state}
          open={state.guide.id === shown}
          sub={deadlineSub(progress, state, clock.now())}
          onToggle={() => setOpen(state.guide.id === shown ? null : state.guide.id)}
          onStep={(step) => navigator.step(state.guide.id, step)}
        />
      ))}
    </View>
  )
}

/** What is not confirmed about the route, and what the industry should watch. */
function Warnings({ progress }: { readonly progress: Progress }) {
  const { warnings } = progress.plan
  if (warnings.length === 0) return null
  return (
    <View className='stack way-warnings'>
      {warnings.map(({ level, title, text }) => (
        <Banner key={title} level={level} title={title} text={text} />
      ))}
    </View>
  )
}

/** 「12 月 3 日前做完认证」 under the guide that a running clock leads to. */
function deadlineSub(progress: Progress, state: GuideState, now: number): string | undefined {
  const due = progress.deadlines.find(({ clock }) => clock.until?.split('.')[0] === state.guide.id)
  if (!due) return undefined
  const { when, what } = deadlineWords(due, now)
  return `${when}${what}`
}
