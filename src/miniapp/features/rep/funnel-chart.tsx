import { Text, View, type ViewProps } from '@tarojs/components'
import { memo, useMemo, type CSSProperties } from 'react'
import { stages } from '#domain/content/rep'
import type { Funnel } from '../../stores/rep/overview'
import { aria } from '../../ui/aria'

/** 「扫码加入 12 家，答完问题 9 家…」 */
export const funnelWords = (funnel: Funnel): string =>
  stages.map(({ title }, i) => `${title}\u00a0${funnel[i] ?? 0}\u00a0家`).join('，')

const percentOf = (count: number, all: number) => (all === 0 ? 0 : Math.round((count / all) * 100))

/** A bar a stage: how many of those who joined have come so far. */
export function FunnelChart({ funnel }: { readonly funnel: Funnel }) {
  const all = funnel[0] ?? 0
  const props = { className: 'card rep-funnel', ...aria({ role: 'img', label: funnelWords(funnel) }) } as ViewProps
  return (
    <View {...props}>
      {stages.map(({ id, title }, i) => (
        <Bar key={id} title={title} count={funnel[i] ?? 0} percent={percentOf(funnel[i] ?? 0, all)} />
      ))}
    </View>
  )
}

interface BarProps {
  readonly title: string
  readonly count: number
  readonly percent: number
}

const Bar = memo(function Bar({ title, count, percent }: BarProps) {
  const style = useMemo((): CSSProperties => ({ width: `${percent}%` }), [percent])
  return (
    <View className='rep-bar'>
      <View className='rep-bar-words'>
        <Text>{title}</Text>
        <Text className='rep-bar-count'>{`${count}\u00a0家`}</Text>
        <Text className='rep-bar-part'>{`${percent}%`}</Text>
      </View>
      <View className='rep-bar-line'>
        <View className='rep-bar-fill' style={style} />
      </View>
    </View>
  )
})

/** The same, small: seven columns beside a name. */
export const FunnelColumns = memo(function FunnelColumns({ funnel }: { readonly funnel: Funnel }) {
  const all = funnel[0] ?? 0
  const props = { className: 'rep-columns', ...aria({ hidden: true }) } as ViewProps
  return (
    <View {...props}>
      {stages.map(({ id }, i) => (
        <Column key={id} percent={percentOf(funnel[i] ?? 0, all)} />
      ))}
    </View>
  )
})

function Column({ percent }: { readonly percent: number }) {
  const style = useMemo((): CSSProperties => ({ height: `${Math.max(percent, 4)}%` }), [percent])
  return <View className={percent === 0 ? 'rep-column none' : 'rep-column'} style={style} />
}
