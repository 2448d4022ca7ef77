import { Text, View } from '@tarojs/components'
import type { FeeCard as Fees } from '#domain/fee-card'
import { dateWords, yuanWords } from '../../stores/words'
import './fee.scss'

const per = { year: '每年请备好', once: '请备好' } as const

/** What the certification may cost. Never a saving; what is not confirmed is said. */
export function FeeCard({ fee, now }: { readonly fee: Fees; readonly now: number }) {
  const yearly = fee.lines.some((line) => line.per === 'year')
  return (
    <View className='card fee-card'>
      <View className='sum'>
        <Text className='note'>{yearly ? per.year : per.once}</Text>
        <View className='figure'>
          {yuanWords(fee.min, fee.max)}
          <Text className='yuan'>元</Text>
        </View>
      </View>
      {fee.lines.map((line) => (
        <View key={line.id} className='fee-line'>
          <Text className='name'>{line.label}</Text>
          <View className='amount'>
            <Text>{yuanWords(...line.yuan)} 元</Text>
            {line.payee ? <Text className='small unsure'>付给{line.payee}</Text> : null}
            {line.uncertain ? <Text className='small unsure'>{line.uncertain}</Text> : null}
          </View>
        </View>
      ))}
      {fee.notes.map((note) => (
        <View key={note.id} className='note fee-note'>
          <Text className='strong ink'>{note.title}</Text>
          <Text>{note.text}</Text>
        </View>
      ))}
      <View className='small fee-as-of'>
        {fee.lines.some(({ payee }) => payee) ? '认证费以' : '以'}微信后台显示为准。内容核对于{' '}
        {dateWords(Date.parse(`${fee.asOf}T00:00:00+08:00`), now)}。
      </View>
    </View>
  )
}
