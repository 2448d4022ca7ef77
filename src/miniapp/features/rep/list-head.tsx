import { Text, View, type ViewProps } from '@tarojs/components'
import { filters, type Counts, type Question } from '../../stores/rep/question'
import { aria } from '../../ui/aria'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { SearchBox } from '../../ui/search-box'
import { filterWords, sortWords } from './list-words'

interface Props {
  readonly question: Question
  readonly counts: Counts | null
  readonly onChange: (change: Partial<Question>) => void
  readonly onSort: () => void
  readonly onOverview: () => void
  readonly onMore: () => void
}

const group = aria({ role: 'radiogroup', label: '看哪些商户' }) as ViewProps

/** Search, segments, order; the rest behind ⋯. */
export function ListHead({ question, counts, onChange, onSort, onOverview, onMore }: Props) {
  const { search, filter, sort } = question
  return (
    <View>
      <SearchBox
        label='搜店名'
        value={search}
        placeholder='搜店名'
        maxLength={40}
        onInput={(words) => onChange({ search: words })}
        clears
      />
      <View className='segments' {...group}>
        {filters.map((name) => {
          const words = counts === null ? filterWords[name] : `${filterWords[name]}\u00a0${counts[name]}`
          return (
            <Pressable
              key={name}
              className={name === filter ? 'segment is-on' : 'segment'}
              onTap={() => onChange({ filter: name })}
              aria={{ role: 'radio', checked: name === filter, label: words }}
            >
              {words}
            </Pressable>
          )
        })}
      </View>
      <View className='rep-head'>
        <Pressable className='rep-order' onTap={onSort} aria={{ label: `排序，现在是${sortWords[sort].name}` }}>
          <Text>{sortWords[sort].name}</Text>
          <Icon name='chevron-down' className='s16' />
        </Pressable>
        <Pressable className='rep-way' onTap={onOverview}>
          <Icon name='chart' className='s20' />
          概况
        </Pressable>
        <Pressable className='rep-dots' onTap={onMore} aria={{ label: '更多' }}>
          <Icon name='more' />
        </Pressable>
      </View>
    </View>
  )
}
