import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Banner } from '../../ui/banner'
import { Dock } from '../../ui/dock'
import { Page } from '../../ui/page'
import { PrivacyFacts, type PrivacyFact } from './facts'
import './privacy.scss'

interface Props {
  readonly title: string
  readonly lede: string
  readonly facts: readonly PrivacyFact[]
  /** Why it did not work; nothing entered is lost by it. */
  readonly problem: { readonly title: string; readonly text: string } | null
  /** The two answers. */
  readonly children: ReactNode
}

/** A page that asks: what, why, how long, and two answers. */
export function Agreement({ title, lede, facts, problem, children }: Props) {
  return (
    <Page plain dock={<Dock stacked>{children}</Dock>}>
      <View className='title-1 pri-title'>{title}</View>
      <View className='pri-lede'>{lede}</View>
      {problem ? (
        <View className='pri-error'>
          <Banner level='caution' title={problem.title} text={problem.text} />
        </View>
      ) : null}
      <PrivacyFacts facts={facts} />
    </Page>
  )
}
