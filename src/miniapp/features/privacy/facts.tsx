import { Text, View } from '@tarojs/components'
import { Icon } from '../../ui/icon'

export interface PrivacyFact {
  readonly icon: string
  readonly head: string
  readonly text: string
}

export function PrivacyFacts({ facts }: { readonly facts: readonly PrivacyFact[] }) {
  return (
    <View className='pri-facts'>
      {facts.map((fact) => (
        <View key={fact.head} className='pri-fact'>
          <Icon name={fact.icon} />
          <View className='grow'>
            <Text className='head'>{fact.head}</Text>
            <Text className='text'>{fact.text}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
