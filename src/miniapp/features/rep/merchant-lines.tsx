import { View } from '@tarojs/components'
import { memo, useMemo, type CSSProperties } from 'react'
import type { MerchantRow } from '../../stores/rep/merchant-row'
import { pieceClass, pieceId, pieceSize, rowsClass, type ListWindow } from './list-window'
import { MerchantLine } from './merchant-line'

interface Props {
  readonly rows: readonly MerchantRow[]
  readonly window: ListWindow
  readonly now: number
  readonly onOpen: (id: string) => void
}

/** However many merchants there are, only those near the screen are in the page. */
export function MerchantLines({ rows, window, now, onOpen }: Props) {
  const pieces: number[] = []
  for (let at = window.first; at < window.end; at += pieceSize) pieces.push(at)
  return (
    <View className={`list ${rowsClass}`}>
      <Space height={window.above} />
      {/* In a box of their own: a piece that comes behind the others is sent without them. */}
      <View>
        {pieces.map((at) => (
          <Piece key={at} rows={rows} at={at} now={now} onOpen={onOpen} />
        ))}
      </View>
      <Space height={window.below} />
    </View>
  )
}

const Space = memo(function Space({ height }: { readonly height: number }) {
  const style = useMemo((): CSSProperties => ({ height: `${Math.round(height)}px` }), [height])
  return <View style={style} />
})

const Piece = memo(function Piece({ rows, at, now, onOpen }: Omit<Props, 'window'> & { readonly at: number }) {
  return (
    <View id={pieceId(at)} className={pieceClass}>
      {rows.slice(at, at + pieceSize).map((row) => (
        <MerchantLine key={row.id} row={row} now={now} onOpen={onOpen} />
      ))}
    </View>
  )
})
