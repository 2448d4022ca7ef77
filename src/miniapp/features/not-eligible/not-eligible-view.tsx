import { View } from '@tarojs/components'
import { startTexts } from '#domain/content/parts/start-texts'
import { useApp } from '../../stores/hooks'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Page } from '../../ui/page'
import './not-eligible.scss'

/** A private person cannot have a shop's mini-program: why, and what to do. */
export function NotEligibleView() {
  const { navigator } = useApp()
  const route = startTexts.routes.find((one) => one.id === 'not-eligible')
  if (!route) return null
  return (
    <Page
      plain
      dock={
        <Dock>
          <Button kind='secondary' className='aside' words='回首页' onTap={navigator.home} />
          <Button words='改回答' onTap={navigator.questions} />
        </Dock>
      }
    >
      <Heading level={1} className='no-title'>
        {route.title}
      </Heading>
      <View className='no-why'>{route.summary}</View>
      <View className='strong'>可以这样做</View>
      {route.remedies?.map((remedy, i) => (
        <View key={remedy} className='no-line'>
          <View className='step-no hit'>{i + 1}</View>
          <View className='grow'>{remedy}</View>
        </View>
      ))}
    </Page>
  )
}
