/** WeChat's own wheel of days. The web's is date-picker.h5.tsx; Taro picks the file at build time. */
import { Picker, Text, View, type ViewProps } from '@tarojs/components'
import { aria } from './aria'

export interface DatePickerProps {
  readonly label: string
  /** `YYYY-MM-DD`; '' for none. */
  readonly value: string
  /** The value in words, or what to do. */
  readonly words: string
  readonly first: string
  readonly last: string
  readonly onPick: (value: string) => void
}

export function DatePicker({ label, value, words, first, last, onPick }: DatePickerProps) {
  const spoken = aria({ role: 'button', label: `${label}，${words}` }) as ViewProps
  return (
    <Picker
      mode='date'
      className='picker'
      value={value}
      start={first}
      end={last}
      onChange={(event) => onPick(event.detail.value)}
    >
      <View className='input' {...spoken}>
        <Text className={value === '' ? 'placeholder' : ''}>{words}</Text>
      </View>
    </Picker>
  )
}
