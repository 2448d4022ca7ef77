import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useApp } from '../../stores/hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Outcome } from '../../ui/outcome'
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
  const { device } = useApp()
  return (
    <Page plain dock={<Dock stacked>{children}</Dock>}>
      <Heading level={1} className='pri-title'>
        {title}
      </Heading>
      <View className='pri-lede'>{lede}</View>
      {problem ? (
        <Outcome className='pri-error'>
          <Banner level='caution' title={problem.title} text={problem.text} />
        </Outcome>
      ) : null}
      <PrivacyFacts facts={facts} />
      {device.privacyContract ? (
        <Button kind='text' icon='shield' words='看用户隐私保护指引' onTap={device.privacyContract} />
      ) : null}
    </Page>
  )
}
