import { View } from '@tarojs/components'
import { useContext, useMemo, type CSSProperties } from 'react'
import type { ComputerStore } from '../../stores/computer'
import { useComputer, useComputerState } from '../../stores/use-computer'
import { SurroundingsContext } from '../../ui/surroundings'
import { Approved } from './approved'
import './computer.scss'
import './computer-approved.scss'
import { Waiting } from './waiting'

/** The whole page on a computer; null where there is none. */
export function ComputerView() {
  const { fontScale } = useContext(SurroundingsContext)
  const store = useComputer()
  const style = useMemo(() => ({ '--font-scale': fontScale }) as CSSProperties, [fontScale])
  return (
    <View className='page wide' style={style}>
      {store === null ? null : <Shown store={store} />}
    </View>
  )
}

function Shown({ store }: { readonly store: ComputerStore }) {
  const state = useComputerState(store)
  const { open } = state
  return open === null ? (
    <Waiting state={state} onWake={store.wake} />
  ) : (
    <Approved store={store} open={open} code={state.code} contents={state.contents} trouble={state.trouble} />
  )
}
