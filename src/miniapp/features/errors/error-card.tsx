import { Text, View } from '@tarojs/components'
import type { ErrorRemedy } from '#domain/content/types'
import { highlight } from '#domain/search-errors'
import { useApp } from '../../stores/hooks'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { Row } from '../../ui/row'

interface Props {
  readonly error: ErrorRemedy
  readonly query: string
  readonly open: boolean
  readonly onOpen: () => void
}

export function ErrorCard({ error, query, open, onOpen }: Props) {
  if (!open) {
    return (
      <View className='list'>
        <Row title={error.said} sub={error.where} go='down' onTap={onOpen} />
      </View>
    )
  }
  return (
    <View className='card err-card'>
      <View className='err-said'>
        {highlight(error.said, query).map((piece, i) => (
          <Text key={i} className={piece.hit ? 'err-mark' : ''}>
            {piece.text}
          </Text>
        ))}
      </View>
      <View className='small'>{error.where}</View>
      <View className='err-label'>为什么</View>
      <View className='err-text'>{error.cause}</View>
      <View className='err-label'>怎么办</View>
      {error.remedies.map((remedy, i) => (
        <View key={remedy} className='err-way'>
          <Text className='no'>{i + 1}</Text>
          <Text className='grow'>{remedy}</Text>
        </View>
      ))}
      {error.uncertain ? <View className='small err-unsure'>还没核实：{error.uncertain}</View> : null}
      <Goto error={error} />
    </View>
  )
}

function Goto({ error }: { readonly error: ErrorRemedy }) {
  const { content, navigator } = useApp()
  const target = error.goto
  if (!target) return null
  if ('material' in target) {
    const material = content.materials.find((one) => one.id === target.material)
    return material ? (
      <GotoLine words={`去看「${material.title}」`} onTap={() => navigator.material(material.id)} />
    ) : null
  }
  const step = content.guides.find((guide) => guide.id === target.guide)?.steps.find((one) => one.id === target.step)
  return step ? (
    <GotoLine words={`去「${step.title}」这一步`} onTap={() => navigator.step(target.guide, target.step)} />
  ) : null
}

function GotoLine({ words, onTap }: { readonly words: string; readonly onTap: () => void }) {
  return (
    <Pressable className='err-goto' onTap={onTap}>
      <Text>{words}</Text>
      <Icon name='chevron-right' className='s18' />
    </Pressable>
  )
}
