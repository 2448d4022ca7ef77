import { View, type ViewProps } from '@tarojs/components'
import { sorts, type Sort } from '../../stores/rep/question'
import { aria } from '../../ui/aria'
import { Option } from '../../ui/option'
import { Row } from '../../ui/row'
import { Sheet } from '../../ui/sheet'
import { sortWords } from './list-words'

interface SortProps {
  readonly sort: Sort
  readonly onChoose: (sort: Sort) => void
  readonly onClose: () => void
}

const group = aria({ role: 'radiogroup' }) as ViewProps

export function SortSheet({ sort, onChoose, onClose }: SortProps) {
  return (
    <Sheet title='谁排在前面' onClose={onClose}>
      <View className='rep-sheet' {...group}>
        {sorts.map((name) => (
          <Option key={name} {...sortWords[name]} shape='radio' on={name === sort} onTap={() => onChoose(name)} />
        ))}
      </View>
    </Sheet>
  )
}

interface MoreProps {
  readonly busy: boolean
  readonly onExport: () => void
  readonly onCodes: () => void
  readonly onClose: () => void
}

export function MoreSheet({ busy, onExport, onCodes, onClose }: MoreProps) {
  return (
    <Sheet title='更多' onClose={onClose}>
      <View className='rep-sheet'>
        <Row
          lead='download'
          title={busy ? '正在导出' : '导出成表格'}
          sub='只有商户同意给你看的：店名、进度、到期日'
          go='none'
          onTap={onExport}
        />
        <Row lead='qr' title='我的码' sub='多做几个，看哪里来的人多' onTap={onCodes} />
      </View>
    </Sheet>
  )
}
