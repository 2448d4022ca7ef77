import { View } from '@tarojs/components'
import type { Material } from '#domain/content/types'
import { Option } from '../../ui/option'
import { Section } from '../../ui/section'
import type { Statements } from './use-statements'

export function StatementList({
  material,
  statements,
}: {
  readonly material: Material
  readonly statements: Statements
}) {
  return (
    <View>
      <Section title='一条一条看，是真的就勾上' />
      {(material.statements ?? []).map(({ id, text, note }) => (
        <Option
          key={id}
          shape='box'
          name={text}
          note={note}
          on={statements.ticked(id)}
          onTap={() => statements.toggle(id)}
        />
      ))}
    </View>
  )
}
