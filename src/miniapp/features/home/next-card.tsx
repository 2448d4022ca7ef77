import { View } from '@tarojs/components'
import type { NextAction } from '#domain/progress'
import { deviceWords } from '../../stores/words'
import { Heading } from '../../ui/heading'
import { Tag } from '../../ui/tag'

interface Words {
  readonly over: string
  readonly title: string
  readonly why: string
  readonly tags: readonly { readonly icon: string; readonly words: string }[]
}

function wordsOf(next: NextAction): Words | null {
  if (next.kind === 'material') {
    return {
      over: '下一步，备材料',
      title: next.material.title,
      why: next.material.summary,
      tags: [{ icon: next.material.icon, words: '手机上就能做' }],
    }
  }
  if (next.kind !== 'step') return null
  const { step, guide } = next
  const device = deviceWords[step.device]
  return {
    over: step.waiting ? step.waiting.title : `下一步，${guide.title}`,
    title: step.title,
    why: step.lead ?? '',
    tags: [
      { icon: device.icon, words: device.words },
      { icon: 'clock', words: `约 ${step.minutes} 分钟` },
    ],
  }
}

export function NextCard({ next }: { readonly next: NextAction }) {
  const words = wordsOf(next)
  if (!words) return null
  return (
    <View className='card home-next'>
      <View className='over'>{words.over}</View>
      <Heading level={2}>{words.title}</Heading>
      <View className='why'>{words.why}</View>
      <View className='tags'>
        {words.tags.map((tag) => (
          <Tag key={tag.words} icon={tag.icon} words={tag.words} />
        ))}
      </View>
    </View>
  )
}
