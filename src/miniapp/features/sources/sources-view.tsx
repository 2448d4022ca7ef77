import { View } from '@tarojs/components'
import { memo, useCallback } from 'react'
import { operatorSources } from '#domain/content/operator'
import { asOf, sources, type Source } from '#domain/content/sources'
import { dateWords } from '../../stores/words'
import { useApp } from '../../stores/hooks'
import { Later } from '../../ui/later'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'

const kinds: Record<Source['kind'], string> = {
  official: '官方文字',
  capture: '今年看到的页面',
  guide: '办过的人写的指南',
  standard: '国家标准',
  secondary: '服务商和论坛的说法，可能过时',
}

const all: readonly Source[] = [...Object.values(sources), ...Object.values(operatorSources)]
const [first, ...rest] = Object.keys(kinds) as Source['kind'][]

/** Where the content comes from and when it was checked; the address copies. */
export function SourcesView() {
  const { clock, device, navigator } = useApp()
  const day = dateWords(Date.parse(`${asOf}T00:00:00+08:00`), clock.now())
  const copy = useCallback(
    async (url: string) => {
      if (await device.copy(url)) device.copied()
    },
    [device],
  )
  return (
    <Page>
      <View className='note'>内容核对于 {day}。官方页面会改，以实际页面为准。</View>
      {first ? <Kind kind={first} onCopy={copy} /> : null}
      <Later>
        {rest.map((kind) => (
          <Kind key={kind} kind={kind} onCopy={copy} />
        ))}
        <Section title='公司发给你绑定码了？' />
        <View className='list'>
          <Row
            lead='store'
            title='我是业务员'
            sub='填绑定码，发自己的码，看商户办到哪了'
            onTap={() => navigator.claim('')}
          />
        </View>
      </Later>
    </Page>
  )
}

interface KindProps {
  readonly kind: Source['kind']
  readonly onCopy: (url: string) => Promise<void>
}

const Kind = memo(function Kind({ kind, onCopy }: KindProps) {
  return (
    <View>
      <Section title={kinds[kind]} />
      <View className='list'>
        {all
          .filter((source) => source.kind === kind)
          .map(({ title, url }) =>
            url === undefined ? (
              <Row key={title} title={title} />
            ) : (
              <Row
                key={title}
                title={title}
                value='复制网址'
                valueClass='link'
                go='none'
                onTap={() => void onCopy(url)}
              />
            ),
          )}
      </View>
    </View>
  )
})
