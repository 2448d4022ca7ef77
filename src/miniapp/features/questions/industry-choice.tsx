import { View, type ViewProps } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { startTexts } from '#domain/content/parts/start-texts'
import type { Industry } from '#domain/content/types'
import { groupedIndustries, permitSummary } from '#domain/industry-search'
import { aria } from '../../ui/aria'
import { Empty } from '../../ui/empty'
import { Option } from '../../ui/option'
import { Row } from '../../ui/row'
import { SearchBox } from '../../ui/search-box'

interface Props {
  readonly chosen: string | undefined
  readonly onChoose: (industry: string) => void
}

/** About sixty industries: search first, groups that open, the chosen one on top. */
export function IndustryChoice({ chosen, onChoose }: Props) {
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const groups = useMemo(() => groupedIndustries(startTexts, query), [query])
  const industry = startTexts.industries.find((one) => one.id === chosen)
  const searching = query.trim() !== ''
  return (
    <View>
      <SearchBox label='搜行业' value={query} placeholder='搜行业，如面馆' maxLength={20} onInput={setQuery} />
      {industry && !searching ? (
        <View>
          <View className='ask-group'>你选的</View>
          <Choice industry={industry} on onChoose={onChoose} />
        </View>
      ) : null}
      {groups.length === 0 ? (
        <View className='ask-none'>
          <Empty icon='search' title='没找到这个行业' text='换个说法试试，或者把字删掉，从大类里选最接近的。' />
        </View>
      ) : null}
      {groups.map((group) => (
        <View key={group.id}>
          {searching ? (
            <View className='ask-group'>{group.title}</View>
          ) : (
            <View className='list ask-fold'>
              <Row
                title={group.title}
                value={`${group.industries.length} 类`}
                go={open === group.id ? 'up' : 'down'}
                onTap={() => setOpen(open === group.id ? null : group.id)}
              />
            </View>
          )}
          {searching || open === group.id ? (
            <View className='ask-options' {...(aria({ role: 'radiogroup', label: group.title }) as ViewProps)}>
              {group.industries.map((one) => (
                <Choice key={one.id} industry={one} on={one.id === chosen} onChoose={onChoose} />
              ))}
            </View>
          ) : null}
        </View>
      ))}
    </View>
  )
}

function Choice({
  industry,
  on,
  onChoose,
}: {
  readonly industry: Industry
  readonly on: boolean
  readonly onChoose: (id: string) => void
}) {
  return (
    <Option
      shape='radio'
      name={industry.label}
      note={permitSummary(industry, startTexts.permits)}
      on={on}
      onTap={() => onChoose(industry.id)}
    />
  )
}
