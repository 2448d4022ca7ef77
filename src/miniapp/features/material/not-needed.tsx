import { View } from '@tarojs/components'
import { useApp } from '../../stores/hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Page } from '../../ui/page'
import { Explain } from './explain'
import type { ShownMaterial } from './use-material'

/** It does not apply to these answers; what was entered for it is kept. */
export function NotNeeded({ state }: { readonly state: ShownMaterial }) {
  const { navigator } = useApp()
  const { material } = state
  return (
    <Page
      className='mat'
      dock={
        <Dock>
          <Button kind='secondary' words='知道了' onTap={navigator.back} />
        </Dock>
      }
    >
      <View className='mat-head'>
        <Heading level={1}>{material.title}</Heading>
      </View>
      <Banner
        level='info'
        title='你这次用不上'
        text={`${material.notApplicable ?? '你的情况不需要'}。以前拍的、填的都还留着。`}
      />
      <View className='mat-block'>
        <Explain material={material} whyShown={false} open={false} />
      </View>
    </Page>
  )
}
