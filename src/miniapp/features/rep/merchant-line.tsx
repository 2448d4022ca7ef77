import { Text, View } from '@tarojs/components'
import { memo, useMemo, type CSSProperties } from 'react'
import type { MerchantRow } from '../../stores/rep/merchant-row'
import { rowWords } from '../../stores/rep/row-words'
import { useApp } from '../../stores/hooks'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { Tag } from '../../ui/tag'

interface Props {
  readonly row: MerchantRow
  /** ms; the same for all lines. */
  readonly now: number
  readonly onOpen: (id: string) => void
}

/** One merchant: how far, where, since when, what presses. */
export const MerchantLine = memo(function MerchantLine({ row, now, onOpen }: Props) {
  const { content } = useApp()
  const words = useMemo(() => rowWords(row, content, now), [row, content, now])
  const { title, sub, more, when, tags, percent } = words
  return (
    <Pressable className='row rep-line' onTap={() => onOpen(row.id)}>
      {row.finished !== null ? (
        <View className='state done rep-whole'>
          <Icon name='check-bold' />
        </View>
      ) : (
        <Percent percent={percent} />
      )}
      <View className='grow'>
        <Text className={row.shop === null ? 'title rep-unnamed' : 'title'}>{title}</Text>
        <Text className='sub'>{sub}</Text>
        {more === '' ? null : <Text className='rep-more-words'>{more}</Text>}
        {tags.length === 0 ? null : (
          <View className='tags'>
            {tags.map((tag) => (
              <Tag key={tag.words} {...tag} />
            ))}
          </View>
        )}
      </View>
      <Text className='small'>{when}</Text>
    </Pressable>
  )
})

/** The list's ring: lighter than ui/ring by the dots at its ends, of which there would be sixty. */
function Percent({ percent }: { readonly percent: number }) {
  const style = useMemo(() => ({ '--part': (percent / 100).toFixed(2) }) as CSSProperties, [percent])
  return (
    <View className='ring rep-ring' style={style}>
      <View className='arc' />
      <Text className='word'>{percent}%</Text>
    </View>
  )
}
