/** The browser's own calendar. */
import type { DatePickerProps } from './date-picker'

export function DatePicker({ label, value, first, last, onPick }: DatePickerProps) {
  return (
    <input
      type='date'
      className='picker input'
      aria-label={label}
      value={value}
      min={first}
      max={last}
      onChange={(event) => onPick(event.target.value)}
    />
  )
}
