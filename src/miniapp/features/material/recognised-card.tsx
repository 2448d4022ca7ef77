import { Text, View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { inFours, type Reading } from './recognition'

interface Props {
  readonly offers: readonly Reading[]
  /** The page's own button takes it over. */
  readonly offered: boolean
  readonly onUse: () => void
}

/** What was read of the photo; where something else was typed, both stand one below the other and the person chooses. */
export function RecognisedCard({ offers, offered, onUse }: Props) {
  const differs = offers.some(({ typed }) => typed !== '')
  return (
    <View className='card mat-read'>
      <View className='head'>
        <Icon name='scan' className='s22' />
        <Text className='grow'>从照片上识别到，对着执照核对</Text>
      </View>
      {offers.map((offer) => (
        <Fact key={offer.field.id} offer={offer} />
      ))}
      {offered ? null : (
        <View className='choose'>
          <View className='note'>
            {differs ? '和你填的不一样。对着执照看一眼，哪个对用哪个。' : '对着执照看一眼，没错就用它。'}
          </View>
          <Button kind='secondary' className='compact' words='用这个' onTap={onUse} />
        </View>
      )}
    </View>
  )
}

function Fact({ offer }: { readonly offer: Reading }) {
  const { field, read, typed, right } = offer
  const shown = (text: string) => (field.input === 'code' ? inFours(text) : text)
  const className = field.input === 'code' ? 'val mono code' : 'val'
  return (
    <View className='fact'>
      <View className='pair'>
        <Text className='label'>{field.label}</Text>
        {field.check && right ? (
          <View className='ok'>
            <Icon name='check' className='s18' />
            <Text>校验正确</Text>
          </View>
        ) : null}
      </View>
      <Text className={className}>{shown(read)}</Text>
      {right ? null : <Text className='odd'>这一项校验没过，照着执照自己填</Text>}
      {typed === '' ? null : (
        <View className='typed'>
          <Text className='label'>你填的是</Text>
          <Text className={className}>{shown(typed)}</Text>
        </View>
      )}
    </View>
  )
}
