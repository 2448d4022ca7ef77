import { View } from '@tarojs/components'
import { asOf, sources, type Source } from '#domain/content/sources'
import { dateWords } from '../../stores/words'
import { useApp } from '../../stores/hooks'
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

/** Where the content comes from and when it was checked; the address copies. */
export function SourcesView() {
  const { clock, device } = useApp()
  const day = dateWords(Date.parse(`${asOf}T00:00:00+08:00`), clock.now())
  const copy = async (url: string) => {
    if (await device.copy(url)) device.copied()
  }
  const all: readonly Source[] = Object.values(sources)
  return (
    <Page>
      <View className='note'>内容核对于 {day}。官方页面会改，以实际页面为准。</View>
      {(Object.keys(kinds) as Source['kind'][]).map((kind) => (
        <View key={kind}>
          <Section title={kinds[kind]} />
          <View className='list'>
            {all
              .filter((source) => source.kind === kind)
              .map((source) => (
                <Row
                  key={source.title}
                  title={source.title}
                  {...(source.url
                    ? {
                        end: null,
                        value: '复制网址',
                        valueClass: 'link',
                        go: 'none' as const,
                        onTap: () => void copy(source.url ?? ''),
                      }
                    : {})}
                />
              ))}
          </View>
        </View>
      ))}
    </Page>
  )
}
