import { View } from '@tarojs/components'
import type { RepCode } from '../../stores/rep/codes'
import { Row } from '../../ui/row'
import { Section } from '../../ui/section'
import { StateMark } from '../../ui/state-mark'

interface Props {
  readonly codes: readonly RepCode[]
  /** The one whose picture is shown. */
  readonly shown: string
  readonly onChoose: (scene: string) => void
  readonly onAdd: () => void
}

function countWords({ count, left }: RepCode): string {
  if (count === 0) return '还没有人来'
  return left === 0 ? `来了\u00a0${count}\u00a0家` : `来了\u00a0${count}\u00a0家，走了\u00a0${left}\u00a0家`
}

/** One for each place, to see where merchants come from. */
export function CodesList({ codes, shown, onChoose, onAdd }: Props) {
  const live = codes.filter(({ revoked }) => !revoked)
  const gone = codes.filter(({ revoked }) => revoked)
  return (
    <View>
      <Section title='我的几个码' note='分开放，看哪里来的人多' />
      <View className='list'>
        {live.map((code) => (
          <Row
            key={code.scene}
            mark={<StateMark mark={code.scene === shown ? 'now' : 'todo'} />}
            title={code.name}
            sub={countWords(code)}
            aria={{ role: 'radio', checked: code.scene === shown }}
            go='none'
            onTap={() => onChoose(code.scene)}
          />
        ))}
        <Row lead='plus' title='再做一个码' go='none' onTap={onAdd} />
      </View>
      {gone.length === 0 ? null : (
        <View>
          <Section title='停用的码' note='扫了没反应，人还在' />
          <View className='list'>
            {gone.map((code) => (
              <Row key={code.scene} titleClass='note' title={code.name} sub={countWords(code)} />
            ))}
          </View>
        </View>
      )}
    </View>
  )
}
